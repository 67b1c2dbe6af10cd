import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  BulkResult,
  FieldGroup,
  InvalidValuesError,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { complianceApiRef, useForgetEntities } from '../api';
import { VocabularyField } from '../components';
import { Draft, draftOf } from '../edit';
import { assignErrors, BulkField, readFields } from './fields';
import { isFailure, mergeResults } from './results';

/**
 * The fields to set on many entities, the attempts to do so and what became of
 * them. An attempt leaves what was entered, and later ones are only for those
 * entities that do not have the values yet.
 */
export function useBulkEdit(options: {
  entityRefs: string[];
  vocabulary?: VocabularyResponse;
}) {
  const { entityRefs, vocabulary } = options;
  const api = useApi(complianceApiRef);
  const forgetEntities = useForgetEntities();
  const [group, setGroup] = useState<FieldGroup>('serviceLevel');
  const [fields, setFields] = useState<BulkField[]>([]);
  const [results, setResults] = useState<BulkResult[]>([]);
  /** Why the last attempt failed as a whole. */
  const [failures, setFailures] = useState<string[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(0);

  const pending =
    results.length === 0
      ? entityRefs
      : results.filter(isFailure).map(({ entityRef }) => entityRef);

  // Fields of other groups wait until their group is chosen again.
  const isChosen = ({ field }: BulkField) => field.group === group;
  const chosen = fields.filter(isChosen);
  const setChosen = (next: BulkField[]) =>
    setFields([...fields.filter(entry => !isChosen(entry)), ...next]);

  /** Resolves to whether there are results to be read. */
  async function save(): Promise<boolean> {
    const read = vocabulary && readFields(chosen, vocabulary);
    setFailures([]);
    if (!read?.values) {
      setChosen(read?.fields ?? chosen);
      return false;
    }
    setSaving(true);
    setAttempts(attempts + 1);
    try {
      const { values } = read;
      const answer = await api.bulkEdit({ entityRefs: pending, group, values });
      forgetEntities(pending);
      setChosen(read.fields);
      setResults(mergeResults(results, answer.results));
      return true;
    } catch (error) {
      const refused = error instanceof InvalidValuesError ? error.fields : [];
      const assigned = assignErrors(read.fields, refused);
      setChosen(assigned.fields);
      setFailures(
        refused.length > 0 ? assigned.others : [toError(error).message],
      );
      return false;
    } finally {
      setSaving(false);
    }
  }

  return {
    group,
    setGroup,
    fields: chosen,
    addField: (field: VocabularyField) =>
      setFields([...fields, { field, draft: draftOf(field, undefined) }]),
    changeField: (id: string, draft: Draft) =>
      setFields(
        fields.map(entry =>
          entry.field.id === id ? { field: entry.field, draft } : entry,
        ),
      ),
    removeField: (id: string) =>
      setFields(fields.filter(({ field }) => field.id !== id)),
    /** Refs of the entities that the next attempt is for. */
    pending,
    save,
    isSaving,
    /** Number of times that something may have been saved. */
    attempts,
    failures,
    results,
  };
}

/** A bulk edit on its way. */
export type BulkEditState = ReturnType<typeof useBulkEdit>;
