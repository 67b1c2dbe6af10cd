import { z } from 'zod';

/*
 * Parts of schemas for what is written by hand. Their messages say what would
 * be right, as the end of the sentence "found …, expected …".
 */

/** A section of known keys; for an unknown one the message lists them. */
export function section<S extends z.ZodRawShape>(shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? keys : `a section with ${keys}`,
  });
}

export const list = <T extends z.ZodType>(item: T) => z.array(item, 'a list');

export const text = z.string('a text').trim().min(1, 'a text');

/** Ids end up in labels, columns and URLs. */
export const slug = z
  .string('a slug of lower-case letters, digits and dashes')
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'a slug of at most 63 lower-case letters, digits and dashes',
  );
