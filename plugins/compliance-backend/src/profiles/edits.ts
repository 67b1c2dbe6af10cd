import {
  compareValues,
  EditedProfile,
  FieldChange,
  FieldError,
  FieldGroup,
  FieldValues,
  ProfileValues,
  readAnnotations,
  readEdited,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StoredProfile } from './ProfileStore';
import { fieldsOf, invalidValues, readValues } from './readValues';

/** What an edit makes of a profile; without changes it is so already. */
export interface EditedResult {
  edited: EditedProfile;
  changes: FieldChange[];
}

/**
 * An edit of a profile. It throws an InvalidValuesError or a ConflictError when
 * it cannot be applied to this one.
 */
export type Edit = (profile: StoredProfile) => EditedResult;

/** What Git declares. */
export const declaredIn = ({ entity }: StoredProfile, vocabulary: Vocabulary) =>
  readAnnotations(entity.annotations, vocabulary).values;

/** The value of a field, if it is set. */
export const valueIn = (
  values: ProfileValues,
  group: FieldGroup,
  name: string,
) => (values[group] as Record<string, unknown> | undefined)?.[name];

/** Replaces a group of what was entered in the portal. */
export function replaceGroup(
  group: FieldGroup,
  values: unknown,
  vocabulary: Vocabulary,
): Edit {
  return profile => {
    const read = readValues(group, values, vocabulary);
    assertNotInGit(group, read, declaredIn(profile, vocabulary));
    return withGroup(profile, group, read);
  };
}

/** Removes a group of what was entered in the portal. */
export function withdrawGroup(group: FieldGroup): Edit {
  return profile => withGroup(profile, group, {});
}

/**
 * Sets some values of a group and leaves the others as they are.
 *
 * @throws InvalidValuesError when the values are not even allowed by themselves.
 */
export function mergeIntoGroup(
  group: FieldGroup,
  values: unknown,
  vocabulary: Vocabulary,
): Edit {
  const given = readValues(group, values, vocabulary);
  return profile => {
    // Older values that are not allowed any more count as unset. They stay.
    const allowed = readEdited(profile.edited.values, vocabulary).values;
    const merged = { ...allowed[group], ...given };
    readValues(group, merged, vocabulary);
    assertNotInGit(group, given, declaredIn(profile, vocabulary));
    return withGroup(profile, group, {
      ...profile.edited.values[group],
      ...given,
    });
  };
}

/**
 * The profile with these values of a group. What was accepted of fields that
 * are unset by now is forgotten.
 */
export function withGroup(
  { edited }: StoredProfile,
  group: FieldGroup,
  groupValues: FieldValues,
): EditedResult {
  const { [group]: _, ...others } = edited.values;
  const set = Object.entries(groupValues).filter(
    ([, value]) => value !== undefined,
  );
  const values: ProfileValues = {
    ...others,
    ...(set.length > 0 && { [group]: Object.fromEntries(set) }),
  };
  const accepted = Object.entries(edited.accepted ?? {}).filter(
    ([id]) =>
      !id.startsWith(`${group}.`) ||
      set.some(([name]) => id === `${group}.${name}`),
  );
  return {
    edited: {
      values,
      ...(accepted.length > 0 && { accepted: Object.fromEntries(accepted) }),
    },
    changes: compareValues(edited.values, values),
  };
}

/** A mark that something does not apply would have no effect beside a value. */
function assertNotInGit(
  group: FieldGroup,
  values: FieldValues,
  declared: ProfileValues,
): void {
  const { notApplicable, notApplicableFields = {} } = values as {
    notApplicable?: string;
    notApplicableFields?: Record<string, string>;
  };
  const inGit = Object.entries(fieldsOf(group)).filter(
    ([name, { excludes }]) =>
      !excludes && valueIn(declared, group, name) !== undefined,
  );
  const errors: FieldError[] = [];
  if (notApplicable !== undefined && inGit.length > 0) {
    errors.push({
      field: 'notApplicable',
      path: [],
      message: `expected no mark, because Git declares ${inGit
        .map(([, { annotation }]) => annotation)
        .join(', ')}, and what Git declares wins`,
    });
  }
  for (const [name, { annotation }] of inGit) {
    if (Object.hasOwn(notApplicableFields, name)) {
      errors.push({
        field: name,
        path: [],
        message: `expected no mark, because Git declares ${annotation}, and what Git declares wins`,
      });
    }
  }
  if (errors.length > 0) {
    throw invalidValues(errors);
  }
}
