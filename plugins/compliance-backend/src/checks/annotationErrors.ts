import {
  AnnotationError,
  EntityFacts,
  FieldEntry,
  fieldList,
  FieldGroup,
  fields,
  SourcedValue,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Id of a field, `<group>.<name>`. */
export type FieldId = {
  [G in FieldGroup]: `${G}.${keyof (typeof fields)[G] & string}`;
}[FieldGroup];

const entries = new Map<string, FieldEntry>(
  fieldList.map(field => [field.id, field]),
);

/** The entry of the field table. */
export function fieldEntry(id: FieldId): FieldEntry {
  return entries.get(id)!;
}

const upperFirst = (text: string) =>
  `${text.charAt(0).toLocaleUpperCase('en')}${text.slice(1)}`;

/** Whether somebody said what the value is, as opposed to a default. */
function isSet(entity: EntityFacts, { group, name }: FieldEntry): boolean {
  const values = entity.profile[group] as Record<string, SourcedValue>;
  return values[name] !== undefined && values[name].source !== 'default';
}

/** The error that keeps one of the fields from being set, if there is one. */
function errorOf(
  entity: EntityFacts,
  ids: readonly FieldId[],
): AnnotationError | undefined {
  return entity.errors.find(({ field }) =>
    ids.some(id => id === field && !isSet(entity, fieldEntry(id))),
  );
}

/**
 * The verdict on an entity whose value for one of the fields cannot be used, be
 * it an annotation or one of the portal that is older than the vocabulary:
 * somebody declared something, so it is not unknown, and it must not be taken
 * for the default either.
 */
export function annotationFailure(
  entity: EntityFacts,
  ids: readonly FieldId[],
): Verdict | undefined {
  const error = entity.errors.length > 0 ? errorOf(entity, ids) : undefined;
  if (!error) {
    return undefined;
  }
  const { field, annotation, value, expected, nearest, source } = error;
  const hint = nearest === undefined ? '.' : `; did you mean '${nearest}'?`;
  const subject =
    source === 'portal'
      ? `${entries.get(field!)!.title} has the value '${value}' in the portal`
      : `The annotation ${annotation} has the value '${value}'`;
  return {
    status: 'fail',
    finding: `${subject}, which cannot be used${hint}`,
    expected: `${upperFirst(expected)}.`,
  };
}
