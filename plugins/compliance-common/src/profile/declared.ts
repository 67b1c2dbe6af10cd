import { distance } from 'fastest-levenshtein';
import { documentAnnotations } from '../documents/annotations';
import { Vocabulary } from '../vocabulary';
import { FieldGroup, fieldList, FieldValues } from './fields';

/** Longest annotation value that is read, in characters. */
const MAX_LENGTH = 1000;
const PREFIX = 'compliance/';

/**
 * An authored annotation, or an older value of the portal, that cannot be used.
 * Its field counts as unset.
 *
 * @public
 */
export interface AnnotationError {
  /** Id of the field, or undefined when no field has this annotation. */
  field?: string;
  annotation: string;
  /** The authored value, cut after 80 characters. */
  value: string;
  /** What would be right. */
  expected: string;
  /** The nearest valid value, or annotation key when that is unknown. */
  nearest?: string;
  /** Set when it was not authored in Git but entered in the portal. */
  source?: 'portal';
}

/**
 * Values of a profile from one source, by group.
 *
 * @public
 */
export type ProfileValues = { [G in FieldGroup]?: FieldValues<G> };

/**
 * What the annotations of an entity declare.
 *
 * @public
 */
export interface DeclaredProfile {
  values: ProfileValues;
  errors: AnnotationError[];
}

const shorten = (text: string) =>
  text.length > 80 ? `${text.slice(0, 79)}…` : text;

const known = new Map(fieldList.map(field => [field.annotation, field]));
/** They are about documents, whether or not these are in scope. */
const ofDocuments: string[] = Object.values(documentAnnotations);

function nearestAnnotation(annotation: string): string | undefined {
  const [best] = [...known.keys()]
    .map(key => ({ key, edits: distance(annotation.slice(0, 100), key) }))
    .sort((a, b) => a.edits - b.edits);
  return best.edits <= 4 ? best.key : undefined;
}

/**
 * Reads the `compliance/…` annotations of an entity. Nothing is thrown: what
 * cannot be used is reported and counts as unset.
 *
 * @public
 */
export function readAnnotations(
  annotations: Record<string, string> | undefined,
  vocabulary: Vocabulary,
): DeclaredProfile {
  const values: Record<string, Record<string, unknown>> = {};
  const errors: AnnotationError[] = [];
  for (const [annotation, raw] of Object.entries(annotations ?? {})) {
    if (!annotation.startsWith(PREFIX) || ofDocuments.includes(annotation)) {
      continue;
    }
    const field = known.get(annotation);
    const text = String(raw).trim();
    const reject = (expected: string, nearest?: string) =>
      errors.push({
        field: field?.id,
        annotation,
        value: shorten(text),
        expected,
        nearest,
      });
    if (!field) {
      reject(
        'an annotation of the compliance vocabulary',
        nearestAnnotation(annotation),
      );
    } else if (text === '') {
      reject(field.type.describe(vocabulary));
    } else if (text.length > MAX_LENGTH) {
      reject(`at most ${MAX_LENGTH} characters`);
    } else {
      const parsed = field.type.parse(text, vocabulary);
      if ('value' in parsed) {
        (values[field.group] ??= {})[field.name] = parsed.value;
      } else {
        reject(parsed.expected, parsed.nearest);
      }
    }
  }
  return { values: values as ProfileValues, errors };
}

/**
 * The annotations that declare these values; the inverse of
 * {@link readAnnotations}.
 *
 * @public
 */
export function writeAnnotations(
  values: ProfileValues,
): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const field of fieldList) {
    const group = values[field.group] as Record<string, unknown> | undefined;
    const value = group?.[field.name];
    if (value !== undefined) {
      annotations[field.annotation] = field.type.format(value);
    }
  }
  return annotations;
}
