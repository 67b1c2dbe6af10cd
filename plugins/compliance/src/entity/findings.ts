import {
  CheckFacet,
  checkFacets,
  CheckResult,
  CheckStatus,
} from '@service-compliance/backstage-plugin-compliance-common';

/** The results of one facet. */
export interface ResultGroup {
  facet: CheckFacet;
  results: CheckResult[];
}

/** What is to be done comes first. */
const statusOrder: CheckStatus[] = ['fail', 'unknown', 'waived', 'pass'];

/**
 * Results that apply, by facet in the order scorecards show them; within a
 * facet the open ones come first.
 */
export function groupResults(results: CheckResult[]): ResultGroup[] {
  return checkFacets
    .map(facet => ({
      facet,
      results: statusOrder.flatMap(status =>
        results.filter(
          result => result.facet === facet && result.status === status,
        ),
      ),
    }))
    .filter(group => group.results.length > 0);
}
