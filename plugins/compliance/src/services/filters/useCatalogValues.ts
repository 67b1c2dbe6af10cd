import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

const kinds = ['component', 'api', 'resource', 'system', 'domain'];

/**
 * The types and lifecycles that entities have, as far as the reader may see
 * them. Without an answer of the catalog there are none to choose.
 */
export function useCatalogValues(): { type: string[]; lifecycle: string[] } {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(
    () =>
      catalogApi.getEntityFacets({
        facets: ['spec.type', 'spec.lifecycle'],
        filter: { kind: kinds },
      }),
    [catalogApi],
  );
  const valuesOf = (facet: string) =>
    (value?.facets[facet] ?? []).map(found => found.value).sort();
  return {
    type: valuesOf('spec.type'),
    lifecycle: valuesOf('spec.lifecycle'),
  };
}
