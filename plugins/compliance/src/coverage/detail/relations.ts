import {
  ClauseRef,
  Crosswalk,
  Relationship,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

/** What a clause, or a part of it, has to do with one of another standard. */
export interface RelatedClause extends ClauseRef {
  /** From the clause to the related one. */
  relationship: Relationship;
  /** The part of the clause that the relation is about, if it is not all. */
  part?: string;
  status: Crosswalk['status'];
}

const inverse: Record<Relationship, Relationship> = {
  'equal-to': 'equal-to',
  'equivalent-to': 'equivalent-to',
  'subset-of': 'superset-of',
  'superset-of': 'subset-of',
  'intersects-with': 'intersects-with',
};

/** The ids of a clause and of everything that it consists of. */
function partsOf(standard: Pick<Standard, 'clauses'>, clause: string) {
  const parts = new Set([clause]);
  for (const { id, parent } of standard.clauses) {
    if (parent !== undefined && parts.has(parent)) {
      parts.add(id);
    }
  }
  return parts;
}

/** The clauses of other standards that a clause and its parts relate to. */
export function relatedClauses(
  { standard, clause }: ClauseRef,
  known: Pick<Standard, 'clauses'> & { crosswalks: Crosswalk[] },
): RelatedClause[] {
  const parts = partsOf(known, clause);
  const partOf = (id: string) => (id === clause ? undefined : id);
  return known.crosswalks.flatMap(({ source, target, status, relations }) =>
    relations.flatMap((relation): RelatedClause[] => {
      if (source === standard && parts.has(relation.source)) {
        return [
          {
            standard: target,
            clause: relation.target,
            relationship: relation.relationship,
            part: partOf(relation.source),
            status,
          },
        ];
      }
      if (target === standard && parts.has(relation.target)) {
        return [
          {
            standard: source,
            clause: relation.source,
            relationship: inverse[relation.relationship],
            part: partOf(relation.target),
            status,
          },
        ];
      }
      return [];
    }),
  );
}
