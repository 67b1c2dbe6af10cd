import {
  EffectiveProfile,
  fieldList,
  notApplicableReason,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { CompiledCheck, isFacet } from './compileChecks';
import { outOfScope } from './outOfScope';

type ManagementSystem = Standard['managementSystem'];

const names: Record<ManagementSystem, string> = {
  sms: 'service management system',
  isms: 'information security management system',
};

const byAnnotation = new Map(fieldList.map(field => [field.annotation, field]));

/** Why a check has nothing to judge on an entity, and what is expected then. */
export interface Exclusion {
  /** Both are sentences. */
  finding: string;
  expected: string;
}

/**
 * Why a check has nothing to judge, by what was stated about the entity: it is
 * out of scope, or the facet or all of the fields that the check asks for do
 * not apply to it.
 *
 * @returns undefined when there is something to judge
 */
export function exclusionOf(
  profile: EffectiveProfile,
  { check, managementSystems }: CompiledCheck,
): Exclusion | undefined {
  const scopeReason = outOfScopeOf(profile, managementSystems);
  if (scopeReason !== undefined) {
    return {
      finding: scopeReason,
      expected: 'Nothing, as long as it is out of scope.',
    };
  }
  const reason =
    (isFacet(check.facet)
      ? notApplicableReason(profile, check.facet)
      : undefined) ?? reasonOf(profile, check.remediation.annotations ?? []);
  return reason === undefined
    ? undefined
    : {
        finding: `Not applicable: ${reason}.`,
        expected: 'Nothing, as long as it is stated not to apply.',
      };
}

/** It must be out of all the management systems whose clauses the check supports. */
function outOfScopeOf(
  profile: EffectiveProfile,
  managementSystems: readonly ManagementSystem[],
): string | undefined {
  const reasons: string[] = [];
  for (const system of managementSystems) {
    const out = outOfScope(profile, system);
    if (!out) {
      return undefined;
    }
    reasons.push(
      `It is out of scope of the ${names[system]}${
        out.reason ? `: ${out.reason}` : ''
      }.`,
    );
  }
  return reasons.length > 0 ? reasons.join(' ') : undefined;
}

/** Why none of the annotations can be set; undefined when one of them can. */
function reasonOf(
  profile: EffectiveProfile,
  annotations: readonly string[],
): string | undefined {
  const reasons = annotations.map(annotation => {
    const field = byAnnotation.get(annotation);
    return field && notApplicableReason(profile, field.group, field.name);
  });
  return reasons.length > 0 && reasons.every(reason => reason !== undefined)
    ? [...new Set(reasons)].join('; ')
    : undefined;
}
