import { ConflictError } from '@backstage/errors';
import {
  FieldGroup,
  isSameValue,
  readEdited,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { declaredIn, Edit, valueIn, withGroup } from './edits';
import { fieldsOf, invalidValues } from './readValues';

/**
 * Settles a conflict between Git and the portal about a field: the value of
 * Git by removing that of the portal, the value of the portal by remembering
 * over which value of Git it was accepted.
 *
 * @throws InvalidValuesError when the group has no such field.
 */
export function acceptValue(options: {
  group: FieldGroup;
  /** Name of the field. */
  field: string;
  /** Whose value holds from now on. */
  source: 'git' | 'portal';
  vocabulary: Vocabulary;
}): Edit {
  const { group, field, source, vocabulary } = options;
  if (!Object.hasOwn(fieldsOf(group), field)) {
    throw invalidValues([
      { field: 'field', path: [], message: `expected a field of ${group}` },
    ]);
  }
  const id = `${group}.${field}`;

  return profile => {
    const { edited } = profile;
    const allowed = readEdited(edited.values, vocabulary).values;
    const inGit = valueIn(declaredIn(profile, vocabulary), group, field);
    const inPortal = valueIn(allowed, group, field);
    const isWithdrawn = valueIn(edited.values, group, field) === undefined;
    if (source === 'git' && inGit !== undefined && isWithdrawn) {
      return { edited, changes: [] };
    }
    if (
      inGit === undefined ||
      inPortal === undefined ||
      isSameValue(inGit, inPortal)
    ) {
      throw new ConflictError(
        `There is nothing to accept: Git and the portal do not disagree about '${
          fieldsOf(group)[field].title
        }'`,
      );
    }
    if (source === 'git') {
      return withGroup(profile, group, {
        ...edited.values[group],
        [field]: undefined,
      });
    }
    return {
      edited: { ...edited, accepted: { ...edited.accepted, [id]: inGit } },
      changes: isSameValue(edited.accepted?.[id], inGit)
        ? []
        : [{ field: id, before: inGit, after: inPortal }],
    };
  };
}
