import {
  EntityResponse,
  FieldGroup,
} from '@service-compliance/backstage-plugin-compliance-common';

/** The groups of a profile in the order they are shown. */
export const groups: readonly FieldGroup[] = [
  'serviceLevel',
  'information',
  'continuity',
  'supplier',
  'scope',
  'operations',
];

/** Groups that are no facets concern every entity. */
const alwaysApply: FieldGroup[] = ['scope', 'operations'];

/** The groups that concern an entity, or that something is said about. */
export function groupsOf(compliance: EntityResponse): FieldGroup[] {
  const { facets, profile } = compliance;
  return groups.filter(
    group =>
      alwaysApply.includes(group) ||
      facets.includes(group) ||
      Object.keys(profile[group] ?? {}).length > 0,
  );
}
