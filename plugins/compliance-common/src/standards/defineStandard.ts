import { Clause, Standard, Theme } from './types';

/**
 * A clause or control as it is written by hand.
 *
 * @public
 */
export interface ClauseDefinition {
  /** Number, unique in its standard. */
  id: string;
  title: string;
  /** `clause` by default. */
  kind?: Clause['kind'];
  /**
   * Number of the clause or theme that it is part of, which comes before it;
   * by default its own number up to the last dot.
   */
  parent?: string;
  /**
   * Marks what the metadata of services is evidence for, with all its parts and
   * with the headings above it; all else is left to the organisation.
   */
  evidence?: 'service';
}

/**
 * A standard as it is written by hand.
 *
 * @public
 */
export interface StandardDefinition {
  id: string;
  title: string;
  managementSystem: Standard['managementSystem'];
  themes?: Theme[];
  clauses: ClauseDefinition[];
}

/** Depth of the parts that coverage is reported for. */
const UNIT_DEPTH = 3;

const parentByNumber = (id: string) =>
  id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined;

/**
 * Completes a standard with what follows from its numbers and marks. What is
 * wrong with it is reported when the backend starts.
 *
 * @public
 */
export function defineStandard(definition: StandardDefinition): Standard {
  const { id, title, managementSystem, themes = [] } = definition;
  const clauses = definition.clauses.map(clause => ({
    ...clause,
    parent: clause.parent ?? parentByNumber(clause.id),
  }));
  const parents = new Map(clauses.map(clause => [clause.id, clause.parent]));
  const headings = new Set(parents.values());

  // What is part of something comes after it, so one pass is enough.
  const depths = new Map(themes.map(theme => [theme.id, 1]));
  const evidenced = new Set<string>();
  for (const { id: clauseId, parent = '', evidence } of clauses) {
    depths.set(clauseId, (depths.get(parent) ?? 0) + 1);
    if (evidence === 'service' || evidenced.has(parent)) {
      evidenced.add(clauseId);
    }
  }
  for (const { parent } of clauses.filter(({ id: own }) =>
    evidenced.has(own),
  )) {
    for (
      let above = parent;
      above !== undefined && !evidenced.has(above);
      above = parents.get(above)
    ) {
      evidenced.add(above);
    }
  }

  return {
    id,
    title,
    managementSystem,
    themes,
    clauses: clauses.map(clause => ({
      id: clause.id,
      title: clause.title,
      kind: clause.kind ?? 'clause',
      parent: clause.parent,
      evidence: evidenced.has(clause.id) ? 'service' : 'organisation',
      unit:
        depths.get(clause.id) === UNIT_DEPTH ||
        (depths.get(clause.id)! < UNIT_DEPTH && !headings.has(clause.id)),
    })),
  };
}
