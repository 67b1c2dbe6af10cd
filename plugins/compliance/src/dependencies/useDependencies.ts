import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { complianceApiRef } from '../api';

/**
 * What an entity depends on and what depends on it.
 *
 * @param version - of the profile; it is asked again for another one
 */
export function useDependencies(entityRef: string, version?: string) {
  const api = useApi(complianceApiRef);
  return useAsyncRetry(
    () => api.getDependencies({ entityRef }),
    [api, entityRef, version],
  );
}
