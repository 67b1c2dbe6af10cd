import {
  EffectiveProfile,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

/**
 * Whether an entity is out of scope of a management system, and why. One that
 * is taken out of it without a reason stays in.
 *
 * @returns undefined when it is in scope
 */
export function outOfScope(
  { scope }: Pick<EffectiveProfile, 'scope'>,
  system: Standard['managementSystem'],
): { reason?: string } | undefined {
  const reason = scope[`${system}Reason`]?.value;
  return scope[system]?.value === 'out' &&
    (reason !== undefined || scope[system].source === 'default')
    ? { reason }
    : undefined;
}
