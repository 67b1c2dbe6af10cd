import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EditConflictError,
  EntityResponse,
  FieldGroup,
  FieldValues,
  InvalidValuesError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef, useState } from 'react';
import { complianceApiRef } from '../api';
import { saveFacet } from './saveFacet';

/** What became of an attempt to save. */
export type SaveOutcome =
  | { saved: EntityResponse }
  | { conflict: EntityResponse }
  | { invalid: InvalidValuesError }
  /** Failed for a reason that is shown, or is still under way. */
  | undefined;

/** Saves a group of values, one attempt at a time. */
export function useFacetSaving(group: FieldGroup) {
  const api = useApi(complianceApiRef);
  const isUnderWay = useRef(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Error>();

  async function attempt(
    entity: EntityResponse,
    values: FieldValues,
  ): Promise<SaveOutcome> {
    try {
      return { saved: await saveFacet({ api, entity, group, values }) };
    } catch (error) {
      if (error instanceof EditConflictError) {
        return { conflict: error.current };
      }
      if (error instanceof InvalidValuesError) {
        return { invalid: error };
      }
      setFailure(toError(error));
      return undefined;
    }
  }

  return {
    isSaving,
    failure,
    async save(
      entity: EntityResponse,
      values: FieldValues,
    ): Promise<SaveOutcome> {
      if (isUnderWay.current) {
        return undefined;
      }
      isUnderWay.current = true;
      setSaving(true);
      setFailure(undefined);
      const outcome = await attempt(entity, values);
      isUnderWay.current = false;
      setSaving(false);
      return outcome;
    },
  };
}
