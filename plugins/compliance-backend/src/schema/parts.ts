/*
 * What the descriptions of routes have in common.
 */

/** No database text can hold the character NUL. */
const TEXT = '^[^\\u0000]*$';

/** A short text. */
export const text = { type: 'string', maxLength: 255, pattern: TEXT } as const;

/** A part of a path. */
export const path = <Name extends string>(name: Name, description: string) =>
  ({
    name,
    in: 'path',
    description,
    required: true,
    schema: { ...text, minLength: 1 },
  } as const);

/** An answer of this schema, or an error. */
export const answers = <Name extends string>(
  schema: Name,
  description: string,
) =>
  ({
    200: {
      description,
      content: {
        'application/json': {
          schema: { $ref: `#/components/schemas/${schema}` },
        },
      },
    },
    default: {
      description:
        'What went wrong: 400 bad input, 401 no credentials, 403 not allowed, 404 not found or not visible to the caller.',
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Error' } },
      },
    },
  } as const);
