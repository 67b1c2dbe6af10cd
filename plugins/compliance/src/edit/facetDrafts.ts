import {
  FieldGroup,
  fieldGroupSchema,
  FieldValues,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import {
  Draft,
  draftOf,
  DraftReading,
  isEmptyDraft,
  isKnownField,
  readDraft,
} from './drafts';

/** What is entered for one field. */
export interface FieldDraft {
  draft: Draft;
  /** Why the field does not apply; set, maybe empty, when it is marked so. */
  reason?: string;
}

/** What is entered for a group of fields. */
export interface FacetDrafts {
  /** By the names of the fields that hold values. */
  fields: Record<string, FieldDraft>;
  /** Why nothing of the group applies; set when it is marked so. */
  reason?: string;
}

/** Why something cannot be saved. */
export type Problem =
  /** The draft is no value of the field. */
  | ({ kind: 'draft' } & DraftReading)
  /** The reason why something does not apply is missing or too long. */
  | { kind: 'reason' }
  /** The value does not go with others, or the backend refused it. */
  | { kind: 'rule'; error: string };

/** Key of the problem of the group as a whole. */
export const WHOLE_GROUP = 'notApplicable';

const MARKS = 'notApplicableFields';

/** The fields of a group that hold values and can be entered here. */
export function valueFields(
  vocabulary: VocabularyResponse,
  group: FieldGroup,
): VocabularyField[] {
  return vocabulary.fields.filter(
    field => field.group === group && !field.excludes && isKnownField(field),
  );
}

/** Whether fields of the group, and the group, can be marked not applicable. */
export function isExcludable(
  vocabulary: VocabularyResponse,
  group: FieldGroup,
): boolean {
  return vocabulary.fields.some(
    field => field.group === group && field.excludes === 'fields',
  );
}

/** The drafts that a form starts from. */
export function facetDraftsOf(
  fields: VocabularyField[],
  values: FieldValues = {},
): FacetDrafts {
  const named = values as Record<string, unknown>;
  const marks = (named[MARKS] ?? {}) as Record<string, string>;
  return {
    fields: Object.fromEntries(
      fields.map(field => [
        field.name,
        {
          draft: draftOf(field, named[field.name]),
          ...(Object.hasOwn(marks, field.name) && {
            reason: marks[field.name],
          }),
        },
      ]),
    ),
    ...(named[WHOLE_GROUP] !== undefined && {
      reason: named[WHOLE_GROUP] as string,
    }),
  };
}

/** Whether something is entered for a field that would be saved. */
export function isFilled({ draft, reason }: FieldDraft): boolean {
  return reason !== undefined || !isEmptyDraft(draft);
}

/**
 * What the drafts say: all values that can be read, and what is wrong, by the
 * names of fields. A mark takes the place of what is typed beside it.
 */
export function readFacetDrafts(options: {
  drafts: FacetDrafts;
  fields: VocabularyField[];
  group: FieldGroup;
  vocabulary: VocabularyResponse;
}): { values: FieldValues; problems: Record<string, Problem> } {
  const { drafts, fields, group, vocabulary } = options;
  const values: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  const marks: Record<string, string> = {};

  if (drafts.reason !== undefined) {
    values[WHOLE_GROUP] = drafts.reason.trim();
  } else {
    for (const field of fields) {
      const { draft, reason } = drafts.fields[field.name];
      if (reason !== undefined) {
        marks[field.name] = reason.trim();
        continue;
      }
      const { value, ...reading } = readDraft(field, draft, vocabulary);
      if (value !== undefined) {
        values[field.name] = value;
      } else if (reading.error !== undefined) {
        problems[field.name] = { kind: 'draft', ...reading };
      }
    }
    if (Object.keys(marks).length > 0) {
      values[MARKS] = marks;
    }
  }

  const checked = fieldGroupSchema(group, vocabulary).safeParse(values);
  for (const { path, message } of checked.error?.issues ?? []) {
    const [name, mark] = path.map(String);
    if (name === WHOLE_GROUP) {
      problems[name] = { kind: 'reason' };
    } else if (name === MARKS) {
      problems[mark] = { kind: 'reason' };
    } else {
      problems[name] ??= { kind: 'rule', error: message };
    }
  }
  return { values: values as FieldValues, problems };
}

/** What the backend refused, by the names of fields. */
export function problemsOf(
  errors: { field: string; path: (string | number)[]; message: string }[],
): Record<string, Problem> {
  return Object.fromEntries(
    errors.map(({ field, path, message }) => [
      field === MARKS && path.length > 0 ? String(path[0]) : field,
      { kind: 'rule' as const, error: message },
    ]),
  );
}
