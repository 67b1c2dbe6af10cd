import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import {
  ComplianceEntityFilters,
  LabelFilterName,
  labelFilters,
} from './labelFilters';

/**
 * How many entities have each value of a label, among those that the other
 * filters of the page leave. Undefined until the catalog has answered.
 */
export function useLabelTotals(
  name: LabelFilterName,
): Map<string, number> | undefined {
  const { filters } = useEntityList<ComplianceEntityFilters>();
  const catalogApi = useApi(catalogApiRef);
  const facet = `metadata.labels.${labelFilters[name].label}`;

  const others = Object.entries(filters)
    .filter(([key]) => key !== name)
    .map(([, filter]) => filter as EntityFilter | undefined);
  const filter = Object.assign(
    {},
    ...others.map(other => other?.getCatalogFilters?.() ?? {}),
  );

  const { value } = useAsync(async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [facet],
      filter,
    });
    return new Map(
      (facets[facet] ?? []).map(found => [found.value, found.count]),
    );
    // The filters are new objects each time; what they say counts.
  }, [
    catalogApi,
    facet,
    JSON.stringify(Object.entries(filter), replaceSymbols),
  ]);
  return value;
}

/** The catalog's "exists" is a symbol, which JSON would leave out. */
function replaceSymbols(_key: string, value: unknown): unknown {
  return typeof value === 'symbol' ? String(value) : value;
}
