import { z } from 'zod';
import { Vocabulary } from '../vocabulary';
import { AnnotationError, DeclaredProfile, ProfileValues } from './declared';
import { FieldEntry, fieldList } from './fields';

/**
 * What was entered in the portal about an entity.
 *
 * @public
 */
export interface EditedProfile {
  values: ProfileValues;
  /**
   * Values of Git, by id of the field, over which the value of the portal was
   * accepted. It holds until Git says something else.
   */
  accepted?: Record<string, unknown>;
}

const schemas = new WeakMap<Vocabulary, Map<string, z.ZodType>>();

/** Building a schema costs far more than using it. */
function schemaOf({ id, type }: FieldEntry, vocabulary: Vocabulary) {
  let known = schemas.get(vocabulary);
  if (!known) {
    known = new Map();
    schemas.set(vocabulary, known);
  }
  let schema = known.get(id);
  if (!schema) {
    schema = type.schema(vocabulary) as z.ZodType;
    known.set(id, schema);
  }
  return schema;
}

/**
 * Reads values that were entered in the portal, which may be older than the
 * vocabulary: what is not allowed any more is reported and counts as unset.
 *
 * @public
 */
export function readEdited(
  edited: ProfileValues,
  vocabulary: Vocabulary,
): DeclaredProfile {
  const values: Record<string, Record<string, unknown>> = {};
  const errors: AnnotationError[] = [];
  for (const field of fieldList) {
    const { id, group, name, annotation, type } = field;
    const value = (edited[group] as Record<string, unknown> | undefined)?.[
      name
    ];
    if (value === undefined) {
      continue;
    }
    const parsed = schemaOf(field, vocabulary).safeParse(value);
    if (parsed.success) {
      (values[group] ??= {})[name] = parsed.data;
    } else {
      errors.push({
        field: id,
        annotation,
        value: String(
          typeof value === 'object' ? JSON.stringify(value) : value,
        ).slice(0, 80),
        expected: type.describe(vocabulary),
        source: 'portal',
      });
    }
  }
  return { values: values as ProfileValues, errors };
}
