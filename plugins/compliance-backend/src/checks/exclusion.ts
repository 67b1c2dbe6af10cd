import {
  EffectiveProfile,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

type ManagementSystem = Standard['managementSystem'];

const names: Record<ManagementSystem, string> = {
  sms: 'service management system',
  isms: 'information security management system',
};

/**
 * Why a check that supports only clauses of these management systems has
 * nothing to judge, as a sentence: none of them covers the entity. An entity
 * that is taken out of scope without a reason stays in.
 *
 * @returns undefined when there is something to judge
 */
export function exclusionOf(
  { scope }: EffectiveProfile,
  managementSystems: readonly ManagementSystem[],
): string | undefined {
  const reasons: string[] = [];
  for (const system of managementSystems) {
    const reason = scope[`${system}Reason`]?.value;
    const isOut =
      scope[system]?.value === 'out' &&
      (reason !== undefined || scope[system].source === 'default');
    if (!isOut) {
      return undefined;
    }
    reasons.push(
      `It is out of scope of the ${names[system]}${
        reason ? `: ${reason}` : ''
      }.`,
    );
  }
  return reasons.length > 0 ? reasons.join(' ') : undefined;
}
