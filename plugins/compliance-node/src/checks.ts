import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CheckDefinition,
  CheckFacts,
  Facet,
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
   * The entities it applies to; all by default. Others get no result. Paths
   * are those of the catalog's own filters, as far as compliance keeps them
   * (`kind`, `metadata.…`, `spec.type`, `spec.lifecycle`, and `spec.owner` and
   * `spec.system` as entity refs), and `profile.<group>.<field>`.
   */
  appliesTo?: FilterPredicate;
  /**
   * The facet that an entity must carry for the check to apply. By default the
   * check's own; checks of the catalogue and of operations need none.
   */
  appliesToFacet?: Facet;
  /**
   * To be changed whenever `evaluate` decides differently than before, so that
   * every entity is assessed again.
   */
  revision?: string;
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

/**
 * To add checks from a module of the compliance backend.
 *
 * @public
 */
export const complianceChecksExtensionPoint =
  createExtensionPoint<ComplianceChecksExtensionPoint>({
    id: 'compliance.checks',
  });
