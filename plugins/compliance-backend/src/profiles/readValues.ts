import {
  Field,
  FieldError,
  FieldGroup,
  fieldGroupSchema,
  fields,
  FieldValues,
  InvalidValuesError,
  nearestId,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';

/** The fields of a group by their names. */
export const fieldsOf = (group: FieldGroup) =>
  fields[group] as Record<string, Field>;

/** Refuses an edit because of some of its values, which are not repeated. */
export function invalidValues(errors: FieldError[]): InvalidValuesError {
  return new InvalidValuesError('Some values cannot be saved', errors);
}

/**
 * The values of a group as somebody sent them, in their stored form.
 *
 * @throws InvalidValuesError when one of them is not allowed or not known.
 */
export function readValues(
  group: FieldGroup,
  values: unknown,
  vocabulary: Vocabulary,
): FieldValues {
  const parsed = fieldGroupSchema(group, vocabulary).safeParse(values);
  if (!parsed.success) {
    throw invalidValues(
      parsed.error.issues.flatMap(issue =>
        toFieldErrors(issue, group, vocabulary),
      ),
    );
  }
  return parsed.data;
}

function toFieldErrors(
  issue: z.core.$ZodIssue,
  group: FieldGroup,
  vocabulary: Vocabulary,
): FieldError[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      ...placeOf([...path, key]),
      message: path.length === 0 ? unknownField(group, key) : 'unknown field',
    }));
  }
  // What zod says by itself is "Invalid input: expected …" and the like.
  const message = issue.message.replace(/^[^:]*: (?=expected )/, '');
  const field = path.length === 1 ? fieldsOf(group)[path[0]] : undefined;
  return [
    {
      ...placeOf(path),
      message:
        field && issue.code !== 'custom'
          ? `expected ${field.type.describe(vocabulary)}`
          : message,
    },
  ];
}

function placeOf([name = '', ...path]: (string | number)[]) {
  return { field: String(name), path };
}

function unknownField(group: FieldGroup, name: string): string {
  const nearest = nearestId(name, Object.keys(fieldsOf(group)));
  return nearest ? `unknown field, did you mean ${nearest}?` : 'unknown field';
}
