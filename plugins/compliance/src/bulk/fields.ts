import {
  FieldError,
  FieldValues,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { Draft, readDraft } from '../edit';
import { Problem } from '../edit/facetDrafts';

/** A field that is to be set. */
export interface BulkField {
  field: VocabularyField;
  draft: Draft;
  /** Why the draft cannot be saved. */
  problem?: Problem | { kind: 'empty' };
}

/** The values that were entered, each field noting its problem, if any. */
export function readFields(
  fields: BulkField[],
  vocabulary: VocabularyResponse,
): { fields: BulkField[]; values?: FieldValues } {
  const values: Record<string, unknown> = {};
  const read = fields.map(({ field, draft }): BulkField => {
    const reading = readDraft(field, draft, vocabulary);
    if (reading.error !== undefined) {
      return { field, draft, problem: { kind: 'draft', ...reading } };
    }
    if (reading.value === undefined) {
      return { field, draft, problem: { kind: 'empty' } };
    }
    values[field.name] = reading.value;
    return { field, draft };
  });
  const isValid = read.every(({ problem }) => !problem);
  return {
    fields: read,
    values: isValid ? (values as FieldValues) : undefined,
  };
}

/**
 * Takes the errors of the backend to the fields they are about.
 *
 * @returns with the messages that are about none of them
 */
export function assignErrors(
  fields: BulkField[],
  errors: FieldError[],
): { fields: BulkField[]; others: string[] } {
  const names = fields.map(({ field }) => field.name);
  return {
    fields: fields.map(entry => {
      const error = errors.find(({ field }) => field === entry.field.name);
      return error
        ? { ...entry, problem: { kind: 'rule', error: error.message } }
        : entry;
    }),
    others: errors
      .filter(({ field }) => !names.includes(field))
      .map(({ field, message }) => (field ? `${field}: ${message}` : message)),
  };
}
