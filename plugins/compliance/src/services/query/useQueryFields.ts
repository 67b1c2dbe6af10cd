import {
  QueryField,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { useAllStandards, useChecks, useVocabulary } from '../../api';

/** What queries can compare; undefined until the backend has told it. */
export function useQueryFields(): {
  fields?: QueryField[];
  error?: Error;
  retry: () => void;
} {
  const vocabulary = useVocabulary();
  const checks = useChecks();
  const standards = useAllStandards();
  const fields = useMemo(
    () =>
      vocabulary.value &&
      checks.value &&
      standards.value &&
      queryFields(vocabulary.value, checks.value.items, standards.value),
    [vocabulary.value, checks.value, standards.value],
  );
  return {
    fields,
    error: vocabulary.error ?? checks.error ?? standards.error,
    retry() {
      [vocabulary, checks, standards].forEach(
        ({ error, retry }) => error && retry(),
      );
    },
  };
}
