import {
  ClauseRef,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

/** What is to be known of a standard to write its clauses. */
export type KnownStandard = Pick<Standard, 'id' | 'title' | 'clauses'>;

/** Clauses of one standard. */
export interface ClauseGroup {
  standard: string;
  title: string;
  /** In the order of the standard. */
  clauses: { id: string; title?: string }[];
}

/** Clauses by standard; those that no standard has come last. */
export function groupClauses(
  refs: readonly ClauseRef[],
  standards: readonly KnownStandard[],
): ClauseGroup[] {
  const named = new Set(refs.map(({ standard }) => standard));
  const known = standards.filter(({ id }) => named.delete(id));
  const unknown = [...named].map(id => ({ id, title: id, clauses: [] }));
  return [...known, ...unknown].map(({ id, title, clauses }) => {
    const numbers = new Set(
      refs.flatMap(ref => (ref.standard === id ? [ref.clause] : [])),
    );
    const found = clauses.filter(clause => numbers.delete(clause.id));
    return {
      standard: id,
      title,
      clauses: [
        ...found.map(clause => ({ id: clause.id, title: clause.title })),
        ...[...numbers].map(number => ({ id: number })),
      ],
    };
  });
}
