import { FieldGroup } from '@service-compliance/backstage-plugin-compliance-common';

/** Fields of one facet that are still to be filled in. */
export interface MissingGroup<T> {
  group: FieldGroup;
  /** In the order of the form. */
  fields: T[];
}

/**
 * Missing fields by facet, in the order that facets and forms have.
 *
 * @param missing - ids
 * @param fields - all there are, in their order
 */
export function groupMissing<T extends { id: string; group: FieldGroup }>(
  missing: string[],
  fields: readonly T[],
): MissingGroup<T>[] {
  const groups = new Map<FieldGroup, T[]>();
  for (const field of fields) {
    if (missing.includes(field.id)) {
      groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
    }
  }
  return [...groups].map(([group, members]) => ({ group, fields: members }));
}
