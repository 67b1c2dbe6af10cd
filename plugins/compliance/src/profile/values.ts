import {
  EffectiveProfile,
  FieldGroup,
  ProfileValues,
  SourcedValue,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Where a value is in a profile. */
interface FieldPlace {
  group: FieldGroup;
  name: string;
}

/** The value of a field in a profile, with its source. */
export function sourcedIn(
  profile: EffectiveProfile,
  { group, name }: FieldPlace,
): SourcedValue | undefined {
  return (profile[group] as Record<string, SourcedValue> | undefined)?.[name];
}

/** The value of a field among those of Git, or among those of the portal. */
export function valueIn(
  values: ProfileValues,
  { group, name }: FieldPlace,
): unknown {
  return (values[group] as Record<string, unknown> | undefined)?.[name];
}

/**
 * Whether somebody stated a value of a field, in Git or in the portal. What
 * only tiers or configuration imply is not stated.
 */
export function isStated(
  profile: EffectiveProfile,
  place: FieldPlace,
): boolean {
  const { source = 'default' } = sourcedIn(profile, place) ?? {};
  return source !== 'default';
}
