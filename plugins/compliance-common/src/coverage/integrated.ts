import { Crosswalk, Standard } from '../standards';
import { append } from './append';
import { CoverageUnit } from './types';
import { unitFinder } from './unitFinder';

/**
 * Theme of the relations between the parts that management systems have in
 * common.
 *
 * @public
 */
export const SHARED_MANAGEMENT_SYSTEM = 'shared-management-system';

/** As services go through them; others follow in the order of the crosswalks. */
const themeOrder = [
  'incident',
  'problem',
  'request',
  'change',
  'release',
  'design-transition',
  'supplier',
  'continuity',
  'availability',
  'capacity',
  'asset',
  'configuration',
  'information-security',
  'service-level',
  'service-planning',
  'relationship',
  'knowledge',
  'reporting',
];

/**
 * A clause in the integrated view, as crosswalks name it: it can be a heading
 * or a detail.
 *
 * @public
 */
export interface IntegratedClause {
  clause: string;
  /** Numbers of the clauses that coverage is told for: its own, by default. */
  units: string[];
}

/**
 * Clauses of two standards that are related, be it through others of them.
 *
 * @public
 */
export interface IntegratedRow {
  /** Of the first and of the second standard, in their order. */
  clauses: [IntegratedClause[], IntegratedClause[]];
  /** Ids of the checks that are evidence on both sides. */
  checks: string[];
}

/**
 * Clauses of two standards that are about the same.
 *
 * @public
 */
export interface IntegratedTheme extends IntegratedRow {
  /** As the crosswalks call it, e.g. `incident`. */
  theme: string;
}

/**
 * Two standards side by side.
 *
 * @public
 */
export interface IntegratedArrangement {
  /** What both management systems have, in the order of the first standard. */
  shared: IntegratedRow[];
  /** What they do, a group for each theme. */
  themes: IntegratedTheme[];
  /** Numbers of the clauses of each standard that nothing is related to. */
  unrelated: [string[], string[]];
}

type Pair = [source: string, target: string];

/**
 * Arranges two standards side by side, as the crosswalks between them relate
 * them.
 *
 * @param options - `units` are those of both standards, maybe of others too
 * @public
 */
export function integratedArrangement(options: {
  standards: readonly [Standard, Standard];
  crosswalks: readonly Crosswalk[];
  units: readonly CoverageUnit[];
}): IntegratedArrangement {
  const { standards, crosswalks, units } = options;
  const unitsOf = unitFinder(standards);
  const byTheme = pairsByTheme(standards, crosswalks);
  const side = (index: 0 | 1, numbers: ReadonlySet<string>) => {
    const { id: standard, clauses } = standards[index];
    return clauses
      .filter(({ id }) => numbers.has(id))
      .map(({ id: clause }) => ({
        clause,
        units: unitsOf({ standard, clause }).map(unit => unit.clause),
      }));
  };
  const checksOf = (index: 0 | 1, clauses: IntegratedClause[]) => {
    const numbers = new Set(clauses.flatMap(clause => clause.units));
    return units
      .filter(
        ({ standard, clause }) =>
          standard === standards[index].id && numbers.has(clause),
      )
      .flatMap(({ checks }) => checks);
  };
  const rowOf = (pairs: readonly Pair[]): IntegratedRow => {
    const left = side(0, new Set(pairs.map(([source]) => source)));
    const right = side(1, new Set(pairs.map(([, target]) => target)));
    const onTheRight = new Set(checksOf(1, right));
    return {
      clauses: [left, right],
      checks: [...new Set(checksOf(0, left))].filter(id => onTheRight.has(id)),
    };
  };
  const positions = new Map(
    standards[0].clauses.map(({ id }, index) => [id, index]),
  );
  const positionOf = ({ clauses: [[first]] }: IntegratedRow) =>
    positions.get(first.clause)!;

  const related = [...byTheme.values()].flat();
  const unrelatedOf = (index: 0 | 1) => {
    const numbers = new Set(related.map(pair => pair[index]));
    const found = new Set(side(index, numbers).flatMap(clause => clause.units));
    return standards[index].clauses
      .filter(({ id, unit }) => unit && !found.has(id))
      .map(({ id }) => id);
  };
  return {
    shared: connected(byTheme.get(SHARED_MANAGEMENT_SYSTEM) ?? [])
      .map(rowOf)
      .sort((a, b) => positionOf(a) - positionOf(b)),
    themes: [...new Set([...themeOrder, ...byTheme.keys()])]
      .filter(theme => theme !== SHARED_MANAGEMENT_SYSTEM && byTheme.has(theme))
      .map(theme => ({ theme, ...rowOf(byTheme.get(theme)!) })),
    unrelated: [unrelatedOf(0), unrelatedOf(1)],
  };
}

/** The relations from the first to the second standard, however written. */
function pairsByTheme(
  [{ id: first }, { id: second }]: readonly [Standard, Standard],
  crosswalks: readonly Crosswalk[],
): Map<string, Pair[]> {
  const pairs = new Map<string, Pair[]>();
  for (const { source: from, target: to, relations } of crosswalks) {
    for (const { source, target, theme } of relations) {
      if (from === first && to === second) {
        append(pairs, theme, [source, target]);
      } else if (from === second && to === first) {
        append(pairs, theme, [target, source]);
      }
    }
  }
  return pairs;
}

/** Puts together the pairs that have an end in common, directly or not. */
function connected(pairs: readonly Pair[]): Pair[][] {
  return pairs.reduce<Pair[][]>((groups, pair) => {
    const touches = (group: Pair[]) =>
      group.some(
        ([source, target]) => source === pair[0] || target === pair[1],
      );
    return [
      ...groups.filter(group => !touches(group)),
      [...groups.filter(touches).flat(), pair],
    ];
  }, []);
}
