import {
  Crosswalk,
  nearestId,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { problem, quote } from '../config/problems';
import { Added } from './types';

/** By standard, the numbers of its clauses. */
type Numbers = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Ids that are taken and references that lead nowhere, in one line for each
 * problem.
 */
export function brokenReferences(options: {
  standards: readonly Added<Standard>[];
  crosswalks: readonly Added<Crosswalk>[];
  /** Otherwise, a standard that is missing is not to be wondered at. */
  isComplete: boolean;
}): string[] {
  const { standards, crosswalks, isComplete } = options;
  const taken = repeated(standards, ({ item }) => item.id);
  const numbers: Numbers = new Map(
    standards
      .filter(standard => !taken.includes(standard))
      .map(({ item: { id, clauses } }) => [
        id,
        new Set(clauses.map(clause => clause.id)),
      ]),
  );
  return [
    ...taken.map(({ item, at }) =>
      problem({
        path: at(['id']),
        found: quote(item.id),
        expected: 'an id that no other standard has',
      }),
    ),
    ...repeated(crosswalks, ({ item }) => item.id).map(({ item, at }) =>
      problem({
        path: at([]),
        found: `another crosswalk from ${item.source} to ${
          item.target
        } with the id ${quote(item.id)}`,
        expected: 'one',
      }),
    ),
    ...standards.flatMap(brokenClauses),
    ...crosswalks.flatMap(crosswalk => [
      ...unknownEnds(crosswalk, numbers, isComplete),
      ...brokenRelations(crosswalk, numbers),
    ]),
  ];
}

/** Items whose key one before them has. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter(item => {
    const key = keyOf(item);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
}

function brokenClauses({ item, at }: Added<Standard>): string[] {
  const parts = (['themes', 'clauses'] as const).flatMap(list =>
    item[list].map(({ id }, index) => ({ id, path: [list, index, 'id'] })),
  );
  const before = new Set(item.themes.map(({ id }) => id));
  return [
    ...repeated(parts, ({ id }) => id).map(({ id, path }) =>
      problem({
        path: at(path),
        found: quote(id),
        expected: 'a number that no other clause or theme has',
      }),
    ),
    ...item.clauses.flatMap(({ id, parent }, index) => {
      const isBroken = parent !== undefined && !before.has(parent);
      before.add(id);
      return isBroken
        ? problem({
            path: at(['clauses', index, 'parent']),
            found: `${quote(parent)} as the parent of ${quote(id)}`,
            expected: 'a theme or a clause that comes before it',
          })
        : [];
    }),
  ];
}

function unknownEnds(
  { item, at }: Added<Crosswalk>,
  numbers: Numbers,
  isComplete: boolean,
): string[] {
  const known = [...numbers.keys()];
  return [
    ...(['source', 'target'] as const)
      .filter(end => isComplete && !numbers.has(item[end]))
      .map(end =>
        problem({
          path: at([end]),
          found: quote(item[end]),
          expected: `one of ${known.join(', ')}`,
          nearest: nearestId(item[end], known),
        }),
      ),
    ...(item.source === item.target
      ? [
          problem({
            path: at(['target']),
            found: quote(item.target),
            expected: 'another standard',
          }),
        ]
      : []),
  ];
}

function brokenRelations(
  { item, at }: Added<Crosswalk>,
  numbers: Numbers,
): string[] {
  const relations = item.relations.map((relation, index) => ({
    ...relation,
    path: ['relations', index],
  }));
  return [
    ...relations.flatMap(({ path, ...relation }) =>
      (['source', 'target'] as const)
        .filter(end => numbers.get(item[end])?.has(relation[end]) === false)
        .map(end =>
          problem({
            path: at([...path, end]),
            found: quote(relation[end]),
            expected: `a clause of ${item[end]}`,
          }),
        ),
    ),
    ...repeated(relations, ({ source, target }) => `${source} ${target}`).map(
      ({ source, target, path }) =>
        problem({
          path: at(path),
          found: `a second relation from ${quote(source)} to ${quote(target)}`,
          expected: 'one',
        }),
    ),
  ];
}
