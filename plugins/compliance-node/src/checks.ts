import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CheckDefinition,
  CheckFacts,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';

/**
 * A rule. `evaluate` is pure: it looks at the facts alone, and throwing makes
 * the result `unknown` with the error as its finding.
 *
 * @public
 */
export interface Check extends CheckDefinition {
  /**
   * The entities it applies to, over the same paths as the catalog's own
   * filters (`kind`, `spec.type`, `metadata.labels.…`); all by default. Others
   * get no result.
   */
  appliesTo?: FilterPredicate;
  evaluate(facts: CheckFacts): Verdict;
}

/**
 * Adds checks to those that are built in.
 *
 * @public
 */
export interface ComplianceChecksExtensionPoint {
  /**
   * @throws Error when a check with this id exists already.
   */
  addCheck(...checks: Check[]): void;
}

/** @public */
export const complianceChecksExtensionPoint =
  createExtensionPoint<ComplianceChecksExtensionPoint>({
    id: 'compliance.checks',
  });
