import { ProfileValues } from './declared';
import { fieldList } from './fields';

/**
 * What became of one field.
 *
 * @public
 */
export interface FieldChange {
  /** Id of the field, `<group>.<name>`. */
  field: string;
  /** Absent when it was unset. */
  before?: unknown;
  /** Absent when it is unset. */
  after?: unknown;
}

/** The order in which an object got its keys says nothing. */
const sortKeys = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;

/**
 * Whether two values of a field are the same.
 *
 * @public
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, sortKeys) === JSON.stringify(b, sortKeys);
}

/**
 * What is different between the values of one source, in the order of the
 * field table.
 *
 * @public
 */
export function compareValues(
  before: ProfileValues,
  after: ProfileValues,
): FieldChange[] {
  return fieldList.flatMap(({ id, group, name }) => {
    const valueIn = (values: ProfileValues) =>
      (values[group] as Record<string, unknown> | undefined)?.[name];
    const [old, current] = [valueIn(before), valueIn(after)];
    return isSameValue(old, current)
      ? []
      : [
          {
            field: id,
            ...(old !== undefined && { before: old }),
            ...(current !== undefined && { after: current }),
          },
        ];
  });
}
