import {
  ClauseCoverage,
  CoverageState,
  coverageStates,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A clause or theme with what is below it. */
export interface ClauseNode<T> {
  id: string;
  title: string;
  /** What is known of it, when coverage is told for it. */
  unit?: T;
  /** What it consists of, when coverage is told for it as a whole. */
  details: { id: string; title: string }[];
  children: ClauseNode<T>[];
}

/**
 * The clauses of a standard that something is known of, under their headings
 * and themes. What is not known is left out, with headings that become empty.
 */
export function clauseTree<T extends { clause: string }>(
  standard: Pick<StandardResponse, 'clauses' | 'themes'>,
  units: readonly T[],
): ClauseNode<T>[] {
  const unitsById = new Map(units.map(unit => [unit.clause, unit]));
  const nodes = new Map<string, ClauseNode<T>>();
  /** By the id of a detail, what it is part of. */
  const wholes = new Map<string, ClauseNode<T>>();
  const roots: ClauseNode<T>[] = [];

  function themeNode(id: string | undefined): ClauseNode<T> | undefined {
    const theme = standard.themes.find(entry => entry.id === id);
    if (!theme) {
      return undefined;
    }
    const node = { ...theme, details: [], children: [] };
    nodes.set(theme.id, node);
    roots.push(node);
    return node;
  }

  // Parents come before what is below them.
  for (const { id, title, parent = '', unit } of standard.clauses) {
    const above = nodes.get(parent);
    const whole = above?.unit ? above : wholes.get(parent);
    if (whole && !unit) {
      whole.details.push({ id, title });
      wholes.set(id, whole);
      continue;
    }
    const node = {
      id,
      title,
      unit: unit ? unitsById.get(id) : undefined,
      details: [],
      children: [],
    };
    nodes.set(id, node);
    ((above ?? themeNode(parent))?.children ?? roots).push(node);
  }
  return withUnits(roots);
}

function withUnits<T>(nodes: ClauseNode<T>[]): ClauseNode<T>[] {
  return nodes
    .map(node => ({ ...node, children: withUnits(node.children) }))
    .filter(({ unit, children }) => unit !== undefined || children.length > 0);
}

/** All that coverage is told for, from a node downwards. */
export function unitsOf<T>(node: ClauseNode<T>): T[] {
  const below = node.children.flatMap(unitsOf);
  return node.unit ? [node.unit, ...below] : below;
}

/** Number of clauses or services by state. */
export type StateCounts = Partial<Record<CoverageState, number>>;

/** The sum of several counts, with the states that there are. */
export function sumCounts(counts: readonly StateCounts[]): StateCounts {
  return Object.fromEntries(
    coverageStates
      .map(
        state =>
          [
            state,
            counts.reduce((sum, count) => sum + (count[state] ?? 0), 0),
          ] as const,
      )
      .filter(([, sum]) => sum > 0),
  );
}

/** What several clauses come to. */
export interface ClausesSum {
  clauses: number;
  counts: StateCounts;
  /** Number of clauses for the organisation to show, and of those shown. */
  organisation: number;
  documented: number;
}

/** What several clauses come to, over all services. */
export function sumOf(units: readonly ClauseCoverage[]): ClausesSum {
  const organisational = units.filter(
    ({ evidence, excluded }) =>
      evidence === 'organisation' && excluded === undefined,
  );
  return {
    clauses: units.length,
    counts: sumCounts(units.map(({ counts }) => counts)),
    organisation: organisational.length,
    documented: organisational.filter(
      ({ organisation }) => organisation?.state === 'covered',
    ).length,
  };
}
