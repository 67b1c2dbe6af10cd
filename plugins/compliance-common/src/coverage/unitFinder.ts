import { ClauseRef, Standard } from '../standards';
import { append } from './append';
import { clauseKey } from './clauseKey';

/**
 * Finds the clauses that coverage is told for by what is said about a clause:
 * itself, all that is below a heading, or what a detail is part of. There are
 * none of a clause that no standard has.
 *
 * @public
 */
export function unitFinder(
  standards: readonly Pick<Standard, 'id' | 'clauses'>[],
): (ref: ClauseRef) => readonly ClauseRef[] {
  const found = new Map<string, ClauseRef[]>();
  for (const { id: standard, clauses } of standards) {
    const byId = new Map(clauses.map(clause => [clause.id, clause]));
    for (const { id } of clauses.filter(({ unit }) => unit)) {
      // The headings above it, to which it belongs.
      for (
        let above: string | undefined = id;
        above !== undefined;
        above = byId.get(above)?.parent
      ) {
        append(found, clauseKey({ standard, clause: above }), {
          standard,
          clause: id,
        });
      }
    }
    for (const { id, parent, unit } of clauses) {
      const key = clauseKey({ standard, clause: id });
      if (!unit && !found.has(key) && parent !== undefined) {
        // A detail counts for what it is part of; parents come first.
        found.set(
          key,
          found.get(clauseKey({ standard, clause: parent })) ?? [],
        );
      }
    }
  }
  return ref => found.get(clauseKey(ref)) ?? [];
}
