import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { sharedAnswer } from '../api';
import {
  ComplianceEntityFilters,
  LabelFilterName,
  labelFilters,
} from './labelFilters';

const facetOf = (label: string) => `metadata.labels.${label}`;
const allFacets = Object.values(labelFilters).map(({ label }) =>
  facetOf(label),
);

/** Long enough for all pickers, short enough for what changed meanwhile. */
const MAX_AGE = 10_000;

/**
 * How many entities have each value of a label, among those that the other
 * filters of the page leave. Undefined until the catalog has answered.
 *
 * A picker leaves out its own filter, so those in which something is chosen
 * ask for different entities each, and those in which nothing is chosen all
 * for the same. Every question is for all five labels and its answer shared:
 * a choice in one picker then costs one call, as its own counts stay and the
 * others change alike, and n pickers with a choice cost n + 1 at most.
 */
export function useLabelTotals(
  name: LabelFilterName,
): Map<string, number> | undefined {
  const { filters } = useEntityList<ComplianceEntityFilters>();
  const catalogApi = useApi(catalogApiRef);

  const others = Object.entries(filters)
    .filter(([key]) => key !== name)
    .map(([, filter]) => filter as EntityFilter | undefined);
  const filter = Object.assign(
    {},
    ...others.map(other => other?.getCatalogFilters?.() ?? {}),
  );
  // The filters are new objects each time; what they say counts.
  const asked = JSON.stringify(Object.entries(filter), replaceSymbols);

  const { value } = useAsync(
    () =>
      sharedAnswer({
        api: catalogApi,
        key: `labelTotals:${asked}`,
        maxAge: MAX_AGE,
        load: api => api.getEntityFacets({ facets: allFacets, filter }),
      }),
    [catalogApi, asked],
  );

  return useMemo(() => {
    const found = value?.facets[facetOf(labelFilters[name].label)] ?? [];
    return value && new Map(found.map(facet => [facet.value, facet.count]));
  }, [value, name]);
}

/** The catalog's "exists" is a symbol, which JSON would leave out. */
function replaceSymbols(_key: string, value: unknown): unknown {
  return typeof value === 'symbol' ? String(value) : value;
}
