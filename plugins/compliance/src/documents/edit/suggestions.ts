import {
  ClauseRef,
  Relationship,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { relatedClauses } from '../../coverage/detail/relations';
import { clauseText } from '../documentsQuery';

/** A clause that what is chosen relates to. */
export interface Suggestion extends ClauseRef {
  /** What the crosswalk relates it to, and how, from the chosen clause. */
  relatedTo: { clause: ClauseRef; relationship: Relationship }[];
  /** Whether all relations are only proposed. */
  isDraft: boolean;
}

/** The headings above a clause, and itself. */
function withHeadings(
  { standard, clause }: ClauseRef,
  standards: readonly StandardResponse[],
): string[] {
  const known = standards.find(({ id }) => id === standard)?.clauses ?? [];
  const found: string[] = [];
  for (
    let id: string | undefined = clause;
    id !== undefined;
    id = known.find(entry => entry.id === id)?.parent
  ) {
    found.push(clauseText({ standard, clause: id }));
  }
  return found;
}

/**
 * The clauses that the crosswalk relates to what is chosen and that are not
 * chosen, be it through a heading; those with most relations first.
 */
export function suggestClauses(
  chosen: readonly ClauseRef[],
  standards: readonly StandardResponse[],
): Suggestion[] {
  const taken = new Set(chosen.map(clauseText));
  const found = new Map<string, Suggestion>();
  for (const clause of chosen) {
    const standard = standards.find(({ id }) => id === clause.standard);
    const related = standard ? relatedClauses(clause, standard) : [];
    for (const relation of related) {
      const ref = { standard: relation.standard, clause: relation.clause };
      if (withHeadings(ref, standards).some(text => taken.has(text))) {
        continue;
      }
      const key = clauseText(ref);
      const known = found.get(key) ?? { ...ref, relatedTo: [], isDraft: true };
      found.set(key, {
        ...known,
        isDraft: known.isDraft && relation.status === 'draft',
        relatedTo: [
          ...known.relatedTo,
          {
            clause: {
              standard: clause.standard,
              clause: relation.part ?? clause.clause,
            },
            relationship: relation.relationship,
          },
        ],
      });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.relatedTo.length - a.relatedTo.length,
  );
}
