import {
  EntityResponse,
  FieldGroup,
  fieldList,
  isSameValue,
  ProfileValues,
  writeAnnotations,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Document } from 'yaml';
import { isStated, sourcedIn, valueIn } from '../profile';

function editsOf({ edited }: EntityResponse, group: FieldGroup) {
  return Object.entries(edited[group] ?? {}).filter(
    ([, value]) => value !== undefined,
  );
}

/** Whether anything about a group was entered in the portal. */
export function hasEdits(
  compliance: EntityResponse,
  group: FieldGroup,
): boolean {
  return editsOf(compliance, group).length > 0;
}

/** Whether Git declares all that was entered in the portal about a group. */
export function hasReachedGit(
  compliance: EntityResponse,
  group: FieldGroup,
): boolean {
  return (
    hasEdits(compliance, group) &&
    editsOf(compliance, group).every(([name, value]) =>
      isSameValue(value, valueIn(compliance.declared, { group, name })),
    )
  );
}

/**
 * The effective values that somebody stated: those that Git lacks or has
 * otherwise, or all of them. What tiers and configuration imply is left out.
 */
export function valuesForGit(
  compliance: EntityResponse,
  which: 'missing' | 'all',
): ProfileValues {
  const { profile, declared } = compliance;
  const values: Record<string, Record<string, unknown>> = {};
  for (const field of fieldList) {
    const value = sourcedIn(profile, field)?.value;
    if (
      isStated(profile, field) &&
      (which === 'all' || !isSameValue(value, valueIn(declared, field)))
    ) {
      (values[field.group] ??= {})[field.name] = value;
    }
  }
  return values as ProfileValues;
}

/**
 * Values as the part of `catalog-info.yaml` that declares them. Readers of
 * YAML 1.1 and 1.2 alike see strings, as annotations must be.
 */
export function yamlOf(values: ProfileValues): string {
  return new Document(
    { metadata: { annotations: writeAnnotations(values) } },
    { compat: 'yaml-1.1' },
  ).toString({ singleQuote: true, lineWidth: 0 });
}
