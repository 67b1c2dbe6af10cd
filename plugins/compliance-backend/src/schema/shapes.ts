/*
 * What the schemas of answers consist of.
 */

export const text = { type: 'string' } as const;
export const texts = { type: 'array', items: text } as const;
export const flag = { type: 'boolean' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const score = { type: 'number', minimum: 0, maximum: 100 } as const;

export const ref = <Name extends string>(name: Name) =>
  ({ $ref: `#/components/schemas/${name}` } as const);
export const arrayOf = <const Items>(items: Items) =>
  ({ type: 'array', items } as const);

/** An object with these properties and no others. */
export const object = <const Properties extends object>(
  required: readonly string[],
  properties: Properties,
) =>
  ({
    type: 'object',
    required,
    properties,
    additionalProperties: false,
  } as const);
