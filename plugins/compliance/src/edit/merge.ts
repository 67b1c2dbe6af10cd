import { isSameValue } from '@service-compliance/backstage-plugin-compliance-common';
import { WHOLE_GROUP } from './facetDrafts';

/** What is said about one field: a value, that there can be none, or nothing. */
export interface Statement {
  value?: unknown;
  /** Why it does not apply. */
  reason?: string;
}

/** Whose statement holds. */
export type Choice = 'mine' | 'theirs';

/** A field, or the group, about which two editors say different things. */
export interface Difference {
  /** Name of the field; {@link WHOLE_GROUP} for the group. */
  name: string;
  base: Statement;
  mine: Statement;
  theirs: Statement;
  /** Undefined when both changed it, so that somebody has to decide. */
  choice?: Choice;
}

const MARKS = 'notApplicableFields';

function statementIn(values: object, name: string): Statement {
  const named = values as Record<string, unknown>;
  const marks = (named[MARKS] ?? {}) as Record<string, string>;
  if (name === WHOLE_GROUP) {
    return named[name] === undefined ? {} : { reason: String(named[name]) };
  }
  if (named[name] !== undefined) {
    return { value: named[name] };
  }
  return Object.hasOwn(marks, name) ? { reason: marks[name] } : {};
}

/**
 * What is different between my values and those that somebody else saved
 * since, with the choice that follows where only one of us changed it.
 */
export function differencesOf(options: {
  fields: readonly { name: string }[];
  base: object;
  mine: object;
  theirs: object;
}): Difference[] {
  const { fields, base, mine, theirs } = options;
  const names = [WHOLE_GROUP, ...fields.map(({ name }) => name)];
  const differences = names
    .map((name): Difference => {
      const said = {
        base: statementIn(base, name),
        mine: statementIn(mine, name),
        theirs: statementIn(theirs, name),
      };
      if (isSameValue(said.base, said.mine)) {
        return { name, ...said, choice: 'theirs' };
      }
      return isSameValue(said.base, said.theirs)
        ? { name, ...said, choice: 'mine' }
        : { name, ...said };
    })
    .filter(difference => !isSameValue(difference.mine, difference.theirs));

  // That nothing applies leaves no room for what the other one said.
  const bothChanged =
    differences.some(({ choice }) => choice !== 'mine') &&
    differences.some(({ choice }) => choice !== 'theirs');
  return differences.map(difference =>
    difference.name === WHOLE_GROUP && bothChanged
      ? { ...difference, choice: undefined }
      : difference,
  );
}

/** My values with the choices carried out. */
export function mergeValues<T extends object>(
  mine: T,
  differences: Difference[],
): T {
  const merged = { ...mine } as Record<string, unknown>;
  const marks: Record<string, string> = {
    ...(merged[MARKS] as Record<string, string> | undefined),
  };
  for (const { name, choice, ...said } of differences) {
    const { value, reason } = choice === 'theirs' ? said.theirs : said.mine;
    delete merged[name];
    delete marks[name];
    if (name === WHOLE_GROUP) {
      merged[name] = reason;
    } else if (reason !== undefined) {
      marks[name] = reason;
    } else {
      merged[name] = value;
    }
  }
  delete merged[MARKS];
  if (Object.keys(marks).length > 0) {
    merged[MARKS] = marks;
  }
  return JSON.parse(JSON.stringify(merged));
}
