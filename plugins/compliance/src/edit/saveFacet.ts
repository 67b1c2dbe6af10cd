import {
  compareValues,
  ComplianceApi,
  EditConflictError,
  EntityResponse,
  FieldGroup,
  FieldValues,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Others may save other parts of the profile as fast as we do. */
const MAX_ATTEMPTS = 3;

function isSameGroup(
  group: FieldGroup,
  a: FieldValues | undefined,
  b: FieldValues | undefined,
): boolean {
  return compareValues({ [group]: a }, { [group]: b }).length === 0;
}

/**
 * Saves values on top of the entity as it was loaded. When only other parts of
 * its profile have changed since, nobody's change is lost and it is saved all
 * the same; so it is when the very values arrived already.
 *
 * @throws EditConflictError when the group was changed too, in Git or here.
 */
export async function saveFacet(options: {
  api: ComplianceApi;
  entity: EntityResponse;
  group: FieldGroup;
  values: FieldValues;
}): Promise<EntityResponse> {
  const { api, entity, group, values } = options;
  const { entityRef } = entity;
  let { version } = entity;
  for (let attempt = 1; ; attempt++) {
    try {
      return await api.saveFacet({ entityRef, group, values, version });
    } catch (error) {
      if (!(error instanceof EditConflictError)) {
        throw error;
      }
      const { current } = error;
      if (isSameGroup(group, current.edited[group], values)) {
        return current;
      }
      const isUntouched =
        isSameGroup(group, current.edited[group], entity.edited[group]) &&
        isSameGroup(group, current.declared[group], entity.declared[group]);
      if (!isUntouched || attempt === MAX_ATTEMPTS) {
        throw error;
      }
      version = current.version;
    }
  }
}
