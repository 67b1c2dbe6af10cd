import { FilterPredicate } from '@backstage/filter-predicates';
import { CheckDefinition } from '@service-compliance/backstage-plugin-compliance-common';

/** The check that judges whatever the facet `information` applies to. */
const CLASSIFIED = 'information-classified';

/**
 * The query for what the facet `information` applies to; absent when the check
 * that tells is disabled.
 */
export function informationApplies(
  checks: Pick<CheckDefinition, 'id'>[],
): FilterPredicate | undefined {
  return checks.some(({ id }) => id === CLASSIFIED)
    ? { [`check.${CLASSIFIED}`]: { $exists: true } }
    : undefined;
}
