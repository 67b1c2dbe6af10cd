import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { isDate, suggestDate } from '../dates';
import { isDuration, suggestDuration } from '../duration';
import { Parsed, ValueType } from './types';

/**
 * Builds a type whose value is a string that is written as it is stored.
 * `read` returns the stored form, or undefined when the text is no such value.
 */
function stringType(options: {
  input: ValueType<string>['input'];
  expected: string;
  read(text: string): string | undefined;
  nearest?(text: string): string | undefined;
}): ValueType<string> {
  const { input, expected, read, nearest } = options;
  return {
    input,
    parse(text) {
      const value = read(text);
      return value === undefined
        ? { expected, nearest: read(nearest?.(text) ?? '') }
        : { value };
    },
    format: value => value,
    schema: () =>
      z.string().transform((text, context) => {
        const value = read(text.trim());
        if (value === undefined) {
          context.addIssue({ code: 'custom', message: `expected ${expected}` });
          return z.NEVER;
        }
        return value;
      }),
    describe: () => expected,
  };
}

/** An ISO 8601 duration of whole units; zero is one, as in "no data lost". */
export const durationType = stringType({
  input: 'duration',
  expected: 'an ISO 8601 duration, such as PT4H or P1D',
  read: text => (isDuration(text) ? text : undefined),
  nearest: suggestDuration,
});

/** An ISO 8601 calendar date. */
export const dateType = stringType({
  input: 'date',
  expected: 'an existing date written YYYY-MM-DD',
  read: text => (isDate(text) ? text : undefined),
  nearest: suggestDate,
});

/** Absolute http or https address; anything else must never become an href. */
export function readLink(text: string): string | undefined {
  try {
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) && text.length <= 1000
      ? text
      : undefined;
  } catch {
    return undefined;
  }
}

const LINK = 'an http or https address';

/** A web address. */
export const linkType = stringType({
  input: 'link',
  expected: LINK,
  read: readLink,
  nearest: text =>
    /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : undefined,
});

/** A short text of one line. */
export const textType = stringType({
  input: 'text',
  expected: 'one line of at most 200 characters',
  read: text =>
    text.length > 0 && text.length <= 200 && !/[\r\n]/.test(text)
      ? text
      : undefined,
});

/** The ref of a user or group; `team-a` means `group:default/team-a`. */
export function readOwner(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const valid =
      ['user', 'group'].includes(ref.kind.toLocaleLowerCase('en')) &&
      /^[\w.-]{1,63}$/.test(ref.namespace) &&
      /^[\w.-]{1,63}$/.test(ref.name);
    return valid ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}

/** A user or group of the catalog. */
export const entityType = stringType({
  input: 'entity',
  expected:
    'a user or group, such as group:default/payments or user:default/jo',
  read: readOwner,
});

const PERCENT = 'a percentage above 0 and up to 100, such as 99.95';

/** A percentage, 0–100. */
export const percentType: ValueType<number> = {
  input: 'percent',
  parse(text): Parsed<number> {
    const read = (digits: string | undefined) => {
      const number = Number(digits);
      return number > 0 && number <= 100 ? number : undefined;
    };
    const value = /^\d+(\.\d+)?$/.test(text) ? read(text) : undefined;
    if (value !== undefined) {
      return { value };
    }
    const meant = text.replace(',', '.').match(/^(\d+(\.\d+)?)\s*%?$/)?.[1];
    return { expected: PERCENT, nearest: read(meant)?.toString() };
  },
  format: String,
  schema: () =>
    z
      .number({ error: `expected ${PERCENT}` })
      .positive({ error: `expected ${PERCENT}` })
      .max(100, { error: `expected ${PERCENT}` }),
  describe: () => PERCENT,
};
