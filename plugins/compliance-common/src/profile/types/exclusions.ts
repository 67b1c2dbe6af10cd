import { z } from 'zod';
import { ValueType } from './types';

const NAME = /^[a-z][A-Za-z]{0,62}$/;
const MAX_REASON = 200;

/** As long as the reason is one line that can stand in a list. */
const isReason = (text: string) =>
  text.length > 0 && text.length <= MAX_REASON && !/[\r\n;]/.test(text);

/**
 * Why fields do not apply, by the names of the fields, written
 * `rpo: Stores no data; backupRestoredOn: Stores no data`.
 *
 * @param names - tells the fields that can be named
 */
export function exclusionsType(
  names: () => readonly string[],
): ValueType<Record<string, string>> {
  const expected = () =>
    `reasons of at most ${MAX_REASON} characters by field, separated by semicolons, such as "${
      names()[0]
    }: Reason"; fields are ${names().join(', ')}`;
  const isValid = (entries: (readonly [string, string])[]) =>
    entries.length > 0 &&
    new Set(entries.map(([name]) => name)).size === entries.length &&
    entries.every(
      ([name, reason]) => names().includes(name) && isReason(reason),
    );
  return {
    input: 'exclusions',
    parse(text) {
      const entries = text
        .split(';')
        .filter(part => part.trim())
        .map(part => {
          const [name, ...reason] = part.split(':');
          return [name.trim(), reason.join(':').trim()] as const;
        });
      return isValid(entries)
        ? { value: Object.fromEntries(entries) }
        : { expected: expected() };
    },
    format: value =>
      Object.entries(value)
        .map(([name, reason]) => `${name}: ${reason}`)
        .join('; '),
    schema: () =>
      z
        .record(z.string().regex(NAME), z.string().trim())
        .superRefine((value, context) => {
          const entries = Object.entries(value);
          if (entries.length === 0) {
            context.addIssue({
              code: 'custom',
              message: `expected ${expected()}`,
            });
          }
          for (const [name, reason] of entries) {
            if (!names().includes(name)) {
              context.addIssue({
                code: 'custom',
                path: [name],
                message: `expected one of ${names().join(', ')}`,
              });
            } else if (!isReason(reason)) {
              context.addIssue({
                code: 'custom',
                path: [name],
                message: `expected a reason of at most ${MAX_REASON} characters in one line without semicolons`,
              });
            }
          }
        }),
    describe: expected,
  };
}
