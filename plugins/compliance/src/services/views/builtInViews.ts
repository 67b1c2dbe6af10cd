import {
  CheckDefinition,
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { stringify } from 'yaml';
import { informationApplies } from '../informationApplies';

/** Ids of the views that everybody has. */
export const builtInViewIds = [
  'unclassified',
  'untestedContinuity',
  'exposedSuppliers',
] as const;

/** A view that everybody has. */
export type BuiltInViewId = (typeof builtInViewIds)[number];

/** The check that every supplier of a service has a current assessment. */
const SUPPLIERS_ASSESSED = 'supplier-dependencies';
const CONTINUITY_TESTED = 'continuity-tested';

/**
 * The views that everybody has, in the words of the organisation, as the
 * addresses that they stand for. What a disabled check would tell is left out.
 */
export function builtInViews(
  { scales }: Pick<VocabularyResponse, 'scales'>,
  checks: Pick<CheckDefinition, 'id'>[],
): Record<BuiltInViewId, string> {
  const hasCheck = (id: string) => checks.some(check => check.id === id);
  const ids = (levels: { id: string }[]) => levels.map(({ id }) => id);

  const unclassified = new URLSearchParams({ classification: UNSET });
  const applies = informationApplies(checks);
  if (applies) {
    unclassified.set('query', stringify(applies).trim());
  }

  const { classification, serviceTier, risk } = scales;
  const sensitive = ids(
    classification.slice(Math.ceil(classification.length / 2)),
  );
  const untested = new URLSearchParams(
    sensitive.map(id => ['classification', id]),
  );
  if (hasCheck(CONTINUITY_TESTED)) {
    untested.set('check', CONTINUITY_TESTED);
  }

  const exposure = [
    { supplierRisk: { $in: ids(risk.slice(-2)) } },
    ...(hasCheck(SUPPLIERS_ASSESSED)
      ? [{ [`check.${SUPPLIERS_ASSESSED}`]: 'fail' }]
      : []),
  ];
  const exposed = new URLSearchParams(
    ids(serviceTier.slice(0, 2)).map(id => ['serviceTier', id]),
  );
  exposed.set('query', stringify({ $any: exposure }).trim());

  return {
    unclassified: String(unclassified),
    untestedContinuity: String(untested),
    exposedSuppliers: String(exposed),
  };
}
