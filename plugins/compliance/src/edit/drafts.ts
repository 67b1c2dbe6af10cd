import {
  Certification,
  CiaRatings,
  fieldList,
  Parsed,
  PriorityTargets,
  suggestDuration,
  ValueType,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { VocabularyField } from '../components';

/** Ratings as they are typed; empty where none is chosen. */
export type RatingsDraft = Record<keyof CiaRatings, string>;

/** Targets as they are typed; empty where there is none. */
export type TargetsDraft = Record<keyof PriorityTargets, string>;

/** A certificate as it is typed. */
export type CertificationDraft = Record<keyof Certification, string>;

/** Reasons by the names of fields, as they are typed. */
export type ExclusionsDraft = Record<string, string>;

/**
 * What stands in an input, right or not: text, or what the inputs of ratings,
 * targets, certifications and exclusions consist of.
 */
export type Draft =
  | string
  | RatingsDraft
  | TargetsDraft
  | CertificationDraft[]
  | ExclusionsDraft;

/** What a draft says: a value, nothing at all, or why it cannot be used. */
export interface DraftReading {
  value?: unknown;
  /** What would be right, e.g. `expected an http or https address`. */
  error?: string;
  /** The nearest right text, when one can be told. */
  nearest?: string;
}

const types = new Map<string, ValueType<unknown>>(
  fieldList.map(({ id, type }) => [id, type]),
);

/** Whether this version of the portal knows how the field is written. */
export function isKnownField({ id }: VocabularyField): boolean {
  return types.has(id);
}

function typeOf({ id }: VocabularyField): ValueType<unknown> {
  const type = types.get(id);
  if (!type) {
    throw new Error(`There is no field '${id}'`);
  }
  return type;
}

function emptyDraft(field: VocabularyField): Draft {
  switch (field.input) {
    case 'ratings':
      return { confidentiality: '', integrity: '', availability: '' };
    case 'targets':
      return { p1: '', p2: '', p3: '', p4: '' };
    case 'certifications':
      return [];
    case 'exclusions':
      return {};
    default:
      return '';
  }
}

/** The draft that an input of the field starts from. */
export function draftOf(field: VocabularyField, value: unknown): Draft {
  const empty = emptyDraft(field);
  if (value === undefined) {
    return empty;
  }
  switch (field.input) {
    case 'ratings': {
      const { confidentiality, integrity, availability } = value as CiaRatings;
      return {
        confidentiality: String(confidentiality),
        integrity: String(integrity),
        availability: String(availability),
      };
    }
    case 'certifications':
      return (value as Certification[]).map(entry => ({ scope: '', ...entry }));
    case 'targets':
    case 'exclusions':
      return { ...(empty as object), ...(value as object) } as Draft;
    case 'links':
      return (value as string[]).join('\n');
    default:
      return typeOf(field).format(value);
  }
}

/** Whether nothing was entered. */
export function isEmptyDraft(draft: Draft): boolean {
  if (typeof draft === 'string') {
    return draft.trim() === '';
  }
  if (Array.isArray(draft)) {
    return draft.every(isEmptyDraft);
  }
  return Object.values(draft).every(text => text.trim() === '');
}

/** What people write, as it is written in an annotation. */
function normalize(field: VocabularyField, text: string): string {
  switch (field.input) {
    case 'duration':
      return suggestDuration(text) ?? text;
    case 'percent':
      return text.replace(/\s*%$/, '').replace(',', '.');
    default:
      return text;
  }
}

/** The value of a structured draft as it would be sent, checked or not. */
function assemble(field: VocabularyField, draft: Exclude<Draft, string>) {
  const filled = (entries: object) =>
    Object.entries(entries as Record<string, string>)
      .map(([key, text]) => [key, text.trim()])
      .filter(([, text]) => text !== '');
  switch (field.input) {
    case 'ratings':
      return Object.fromEntries(
        filled(draft).map(([key, text]) => [key, Number(text)]),
      );
    case 'targets':
      return Object.fromEntries(
        filled(draft).map(([key, text]) => [
          key,
          suggestDuration(text) ?? text,
        ]),
      );
    case 'certifications':
      return (draft as CertificationDraft[])
        .filter(entry => !isEmptyDraft(entry))
        .map(entry => ({
          scheme: '',
          validUntil: '',
          ...Object.fromEntries(filled(entry)),
        }));
    default:
      return draft;
  }
}

/** What the draft of a field says; nothing when it is empty. */
export function readDraft(
  field: VocabularyField,
  draft: Draft,
  vocabulary: VocabularyResponse,
): DraftReading {
  const type = typeOf(field);
  if (typeof draft === 'string') {
    const text = draft.trim();
    if (text === '') {
      return {};
    }
    const parsed: Parsed<unknown> = type.parse(
      normalize(field, text),
      vocabulary,
    );
    return 'value' in parsed
      ? parsed
      : { error: `expected ${parsed.expected}`, nearest: parsed.nearest };
  }
  // A mark without its reason is incomplete, not empty.
  const isEmpty =
    field.input === 'exclusions'
      ? Object.keys(draft).length === 0
      : isEmptyDraft(draft);
  if (isEmpty) {
    return {};
  }
  const schema: z.ZodType = type.schema(vocabulary);
  const checked = schema.safeParse(assemble(field, draft));
  return checked.success
    ? { value: checked.data }
    : { error: `expected ${type.describe(vocabulary)}` };
}
