import { InputError } from '@backstage/errors';

/** Tells how messages call the place of a value, by its path. */
export type Place = (path: readonly PropertyKey[]) => string;

/** A path as it is written in code, e.g. `levels[0].minScore`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number'
        ? `[${key}]`
        : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
}

/** A value as it is shown in a message, cut where it gets long. */
export function quote(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `'${value.replace(/\p{Cc}+/gu, ' ')}'`
      : JSON.stringify(value);
  if (text === undefined) {
    return 'nothing';
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Says in one line what is wrong somewhere and what would be right. */
export function problem(options: {
  /** Where, e.g. `compliance.levels[0].minScore`. */
  path: string;
  /** What stands there, in words or as {@link quote} writes it. */
  found: string;
  expected: string;
  /** The nearest right value, when one can be told. */
  nearest?: string;
}): string {
  const { path, found, expected, nearest } = options;
  const hint = nearest === undefined ? '' : `; the nearest is '${nearest}'`;
  return `${path}: found ${found}, expected ${expected}${hint}`;
}

/**
 * Reports everything that is wrong at once, so that nobody has to start the
 * backend again for each mistake.
 *
 * @throws InputError when there is a problem, with one line for each.
 */
export function throwProblems(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
}
