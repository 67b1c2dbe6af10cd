import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { UNSET } from '../labels';
import { isDate, isDuration, nearestId } from '../profile';
import { QueryField } from './types';

const MAX_LENGTH = 1000;

/** A value as it is compared, or what is wrong with it. */
export type ReadValue = { value: string | number } | { problem: string };

const isPrimitive = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** A text that databases can take. */
function readText(value: unknown): string | undefined {
  return isPrimitive(value) &&
    String(value).length <= MAX_LENGTH &&
    !String(value).includes('\u0000')
    ? String(value)
    : undefined;
}

function readRef(text: string, defaultKind?: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind }));
  } catch {
    return undefined;
  }
}

function readLevel(text: string, values: readonly string[]): ReadValue {
  const level = text.toLowerCase();
  if (level === UNSET || values.includes(level)) {
    return { value: level };
  }
  const nearest = nearestId(level, values);
  return {
    problem: `unknown value '${text.slice(0, 80)}', ${
      nearest
        ? `did you mean ${nearest}?`
        : `expected one of ${[...values, UNSET].join(', ')}`
    }`,
  };
}

/** Reads a value that a field is compared with, in the form it is stored in. */
export function readValue(value: unknown, field: QueryField): ReadValue {
  const text = readText(value);
  const valueOr = (read: string | number | undefined, expected: string) =>
    read === undefined ? { problem: `expected ${expected}` } : { value: read };
  switch (field.type) {
    case 'level':
      return text === undefined
        ? { problem: `expected one of ${field.values?.join(', ')}` }
        : readLevel(text, field.values ?? []);
    case 'number': {
      const number = text?.trim() ? Number(text) : NaN;
      return valueOr(Number.isFinite(number) ? number : undefined, 'a number');
    }
    case 'date':
      return valueOr(
        text !== undefined && isDate(text) ? text : undefined,
        'an existing date written YYYY-MM-DD',
      );
    case 'duration': {
      const duration = text?.toUpperCase();
      return valueOr(
        duration !== undefined && isDuration(duration) ? duration : undefined,
        'an ISO 8601 duration, such as PT4H or P1D',
      );
    }
    case 'entity':
      return valueOr(
        text === UNSET ? text : readRef(text ?? '', field.defaultKind),
        `an entity ref such as ${field.defaultKind}:default/name, or ${UNSET}`,
      );
    default:
      return valueOr(text, `a text of at most ${MAX_LENGTH} characters`);
  }
}

/** Reads what the values of a field start with. */
export function readPrefix(value: unknown, field: QueryField): ReadValue {
  const text = typeof value === 'string' ? readText(value) : undefined;
  if (!['text', 'entity', 'date'].includes(field.type)) {
    return { problem: 'expected a field with a text, a date or an entity ref' };
  }
  return text === undefined
    ? { problem: `expected a text of at most ${MAX_LENGTH} characters` }
    : { value: text };
}
