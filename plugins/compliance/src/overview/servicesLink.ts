import {
  FilterPredicate,
  FilterPredicateExpression,
} from '@backstage/filter-predicates';
import {
  CheckDefinition,
  Facet,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useTabLink } from '../components';
import { writeQuery } from '../services/address';
import {
  defaultQuery,
  openStatuses,
  ServicesQuery,
} from '../services/servicesQuery';

/** Where the Services tab lists a selection; everything when it is empty. */
export function useServicesLink(): (
  selection: Partial<ServicesQuery>,
) => string {
  const tabLink = useTabLink();
  return selection => {
    const query = { ...defaultQuery, ...selection };
    const search = writeQuery(query, new URLSearchParams()).toString();
    return `${tabLink('services')}${search && `?${search}`}`;
  };
}

/**
 * The query for what has an open finding in each facet: one of its checks fails
 * or is unknown. Checks that do not count before a later date open nothing.
 *
 * @param today - ISO 8601 date
 */
export function openInFacets(
  checks: CheckDefinition[],
  today: string,
): Record<Facet, string> {
  const counting = checks.filter(
    ({ enforcedFrom }) => !enforcedFrom || enforcedFrom <= today,
  );
  const openIn = (facet: Facet) => {
    const query: FilterPredicate = {
      $any: counting
        .filter(check => check.facet === facet)
        .map(
          ({ id }) =>
            ({
              [`check.${id}`]: { $in: openStatuses },
            } as FilterPredicateExpression),
        ),
    };
    return JSON.stringify(query);
  };
  return {
    serviceLevel: openIn('serviceLevel'),
    information: openIn('information'),
    continuity: openIn('continuity'),
    supplier: openIn('supplier'),
  };
}
