import { z } from 'zod';
import { isDate } from '../dates';
import { readLink } from './scalars';
import { ValueType } from './types';

const MAX_ITEMS = 50;

/** Builds a type whose value is a list of strings with a separator. */
function listType(options: {
  input: ValueType<string[]>['input'];
  separator: RegExp;
  joiner: string;
  expected: string;
  read(item: string): string | undefined;
}): ValueType<string[]> {
  const { input, separator, joiner, expected, read } = options;
  const readAll = (items: string[]): string[] | undefined => {
    const values = items
      .map(item => item.trim())
      .filter(Boolean)
      .map(read);
    const distinct = [...new Set(values)];
    return distinct.length > 0 &&
      distinct.length <= MAX_ITEMS &&
      distinct.every(value => value !== undefined)
      ? (distinct as string[])
      : undefined;
  };
  return {
    input,
    parse(text) {
      const value = readAll(text.split(separator));
      return value ? { value } : { expected };
    },
    format: value => value.join(joiner),
    schema: () =>
      z.array(z.string()).transform((items, context) => {
        const value = readAll(items);
        if (!value) {
          context.addIssue({ code: 'custom', message: `expected ${expected}` });
          return z.NEVER;
        }
        return value;
      }),
    describe: () => expected,
  };
}

/** Web addresses separated by blanks. */
export const linksType = listType({
  input: 'links',
  separator: /\s+/,
  joiner: ' ',
  expected: 'http or https addresses separated by blanks',
  read: readLink,
});

/** Short texts separated by commas. */
export const textsType = listType({
  input: 'texts',
  separator: /,/,
  joiner: ', ',
  expected: 'texts of at most 100 characters separated by commas',
  read: item => (item.length <= 100 ? item : undefined),
});

/** ISO 3166-1 alpha-2 country codes, or EU, separated by commas or blanks. */
export const countriesType = listType({
  input: 'countries',
  separator: /[\s,]+/,
  joiner: ', ',
  expected:
    'ISO 3166 country codes of two capital letters separated by commas, such as DE, FR',
  read: item => (/^[A-Z]{2}$/.test(item) ? item : undefined),
});

/**
 * A certificate that a supplier holds.
 *
 * @public
 */
export interface Certification {
  /** Name of the scheme, e.g. `ISO 27001`. */
  scheme: string;
  /** Last day of validity, ISO 8601 date. */
  validUntil: string;
  /** What the certificate covers. */
  scope?: string;
}

const CERTIFICATIONS =
  'certificates separated by semicolons, each "<scheme> until <YYYY-MM-DD>" with an optional scope in brackets, such as ISO 27001 until 2027-03-31 (hosting)';

const certificationSchema = z.strictObject({
  scheme: z.string().trim().min(1).max(100),
  validUntil: z
    .string()
    .refine(isDate, { error: 'expected an existing date written YYYY-MM-DD' }),
  scope: z.string().trim().min(1).max(200).optional(),
});

/** Certificates with their validity. */
export const certificationsType: ValueType<Certification[]> = {
  input: 'certifications',
  parse(text) {
    const value: Certification[] = [];
    for (const item of text.split(';').filter(part => part.trim())) {
      const match = item
        .trim()
        .match(/^(.{1,100}?) until (\d{4}-\d{2}-\d{2})(?: \((.{1,200})\))?$/);
      if (!match || !isDate(match[2])) {
        return { expected: CERTIFICATIONS };
      }
      const [, scheme, validUntil, scope] = match;
      value.push({ scheme, validUntil, ...(scope && { scope }) });
    }
    return value.length > 0 && value.length <= MAX_ITEMS
      ? { value }
      : { expected: CERTIFICATIONS };
  },
  format: value =>
    value
      .map(
        ({ scheme, validUntil, scope }) =>
          `${scheme} until ${validUntil}${scope ? ` (${scope})` : ''}`,
      )
      .join('; '),
  schema: () => z.array(certificationSchema).min(1).max(MAX_ITEMS),
  describe: () => CERTIFICATIONS,
};
