import {
  CheckFacts,
  completionOf,
  labelsOf,
} from '@service-compliance/backstage-plugin-compliance-common';
import { EvaluatedCheck, Rules } from '../checks/Rules';
import { AssessedEntity } from './types';

/** Applies the rules to an entity. */
export function assessEntity(
  rules: Rules,
  facts: CheckFacts,
): { assessed: AssessedEntity; results: EvaluatedCheck[] } {
  const { entityRef, facets, profile } = facts.entity;
  const results = rules.evaluate(facts);
  const scored = results.map(({ checkId, status, upcoming }) => {
    const check = rules.find(checkId);
    return {
      checkId,
      status,
      upcoming,
      weight: check?.weight ?? 1,
      annotations: check?.remediation.annotations,
    };
  });
  const score = rules.score(scored);
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
      ...completionOf({ profile, results: scored }),
      openFindings: open.length,
      dueOn,
      labels: labelsOf(profile, score.level),
    },
  };
}
