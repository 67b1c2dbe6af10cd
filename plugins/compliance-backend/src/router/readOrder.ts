import { InputError } from '@backstage/errors';

/**
 * The order that a parameter such as `name,asc` stands for.
 *
 * @throws InputError when it is not an order by one of the fields.
 */
export function readOrder<Field extends string>(
  order: unknown,
  fields: readonly Field[],
): { field: Field; direction: 'asc' | 'desc' } | undefined {
  if (typeof order !== 'string') {
    return undefined;
  }
  const [name, direction, ...rest] = order.split(',');
  const field = fields.find(known => known === name);
  if (
    rest.length > 0 ||
    field === undefined ||
    (direction !== 'asc' && direction !== 'desc')
  ) {
    throw new InputError(
      `Invalid order '${order}', expected '<field>,<asc|desc>' with one of the fields ${fields.join(
        ', ',
      )}`,
    );
  }
  return { field, direction };
}
