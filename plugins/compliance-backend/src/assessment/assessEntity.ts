import { CheckFacts } from '@service-compliance/backstage-plugin-compliance-common';
import { EvaluatedCheck, Rules } from '../checks/Rules';
import { AssessedEntity } from './types';

/** Applies the rules to an entity. */
export function assessEntity(
  rules: Rules,
  facts: CheckFacts,
): { assessed: AssessedEntity; results: EvaluatedCheck[] } {
  const { entityRef, facets, profile } = facts.entity;
  const results = rules.evaluate(facts);
  const score = rules.score(
    results.map(({ checkId, status, upcoming }) => ({
      checkId,
      status,
      upcoming,
      weight: rules.find(checkId)?.weight ?? 1,
    })),
  );
  const open = results.filter(
    ({ status, upcoming }) =>
      (status === 'fail' || status === 'unknown') && !upcoming,
  );
  const [dueOn] = results.flatMap(result => result.dueOn ?? []).sort();
  return {
    results,
    assessed: {
      entityRef,
      facets,
      serviceTier: profile.serviceLevel.tier?.value,
      classification: profile.information.classification?.value,
      continuityTier: profile.continuity.tier?.value,
      supplierRisk: profile.supplier.residualRisk?.value,
      ...score,
      openFindings: open.length,
      dueOn,
    },
  };
}
