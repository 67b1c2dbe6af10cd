import {
  CheckFacts,
  completionOf,
  isOpen,
  labelsOf,
} from '@service-compliance/backstage-plugin-compliance-common';
import { outOfScope } from '../checks/outOfScope';
import { EvaluatedCheck, Rules } from '../checks/Rules';
import { writeCoverage } from '../coverage/coverageText';
import { supplierValuesOf } from '../dependencies/supplierValues';
import { facetStates } from './facetStates';
import { comparedValues } from './FieldStore';
import { writeOpenChecks } from './openChecks';
import { AssessedEntity } from './types';

/**
 * Applies the rules to an entity.
 *
 * @param options - `supplierRisk` is the effective one as it is known so far
 */
export function assessEntity(
  rules: Rules,
  facts: CheckFacts,
  options: { supplierRisk?: string } = {},
): { assessed: AssessedEntity; results: EvaluatedCheck[] } {
  const { entityRef, facets, profile } = facts.entity;
  const results = rules.evaluate(facts);
  const scored = results.map(({ checkId, status, upcoming }) => {
    const check = rules.find(checkId);
    return {
      checkId,
      status,
      upcoming,
      facet: check?.facet,
      weight: check?.weight ?? 1,
      annotations: check?.remediation.annotations,
    };
  });
  const score = rules.score(scored);
  const open = results.filter(isOpen);
  const openIds = new Set(open.map(({ checkId }) => checkId));
  const states = facetStates({ facets, results: scored });
  const classification = profile.information.classification?.value;
  const [dueOn] = results.flatMap(result => result.dueOn ?? []).sort();
  return {
    results,
    assessed: {
      entityRef,
      facets,
      serviceTier: profile.serviceLevel.tier?.value,
      classification,
      unclassified:
        states.information !== undefined && classification === undefined,
      continuityTier: profile.continuity.tier?.value,
      supplier: facts.entity.isSupplier
        ? supplierValuesOf(profile, facts.vocabulary)
        : undefined,
      ...score,
      ...completionOf({ profile, results: scored }),
      openFindings: open.length,
      openChecks: writeOpenChecks(rules.checks, id => openIds.has(id)),
      coverage: writeCoverage(rules.units, results),
      inScope: {
        sms: outOfScope(profile, 'sms') === undefined,
        isms: outOfScope(profile, 'isms') === undefined,
      },
      facetStates: states,
      dueOn,
      labels: labelsOf(profile, {
        level: score.level,
        supplierRisk: options.supplierRisk,
      }),
      fields: comparedValues(entityRef, profile),
    },
  };
}
