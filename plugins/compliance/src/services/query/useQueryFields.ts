import {
  QueryField,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { useChecks, useVocabulary } from '../../api';

/** What queries can compare; undefined until the backend has told it. */
export function useQueryFields(): {
  fields?: QueryField[];
  error?: Error;
  retry: () => void;
} {
  const vocabulary = useVocabulary();
  const checks = useChecks();
  const fields = useMemo(
    () =>
      vocabulary.value &&
      checks.value &&
      queryFields(vocabulary.value, checks.value.items),
    [vocabulary.value, checks.value],
  );
  return {
    fields,
    error: vocabulary.error ?? checks.error,
    retry() {
      [vocabulary, checks].forEach(({ error, retry }) => error && retry());
    },
  };
}
