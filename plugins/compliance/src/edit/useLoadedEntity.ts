import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { complianceApiRef, useVocabulary } from '../api';

/**
 * The entity as it is right now, which edits must be based on, and the words
 * it is edited with.
 */
export function useLoadedEntity(entityRef: string) {
  const api = useApi(complianceApiRef);
  const vocabulary = useVocabulary();
  const entity = useAsyncRetry(
    () => api.getEntity(entityRef),
    [api, entityRef],
  );
  return {
    // Asking again is for what failed; what was loaded stays as it is.
    entity: entity.loading ? undefined : entity.value,
    vocabulary: vocabulary.value,
    error: entity.error ?? vocabulary.error,
    isLoading: entity.loading || vocabulary.loading,
    retry() {
      if (entity.error) {
        entity.retry();
      }
      if (vocabulary.error) {
        vocabulary.retry();
      }
    },
  };
}
