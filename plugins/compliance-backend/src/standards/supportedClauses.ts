import {
  CheckDefinition,
  Clause,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A clause with the ids of the checks that are evidence for it. */
export type SupportedClause = Clause & { checks: string[] };

/**
 * The clauses of a standard with the checks that support them. A clause that a
 * check supports is evidenced by services, with its parts and the headings above
 * it, whatever the standard says.
 */
export function supportedClauses(
  { id: standard, clauses }: Standard,
  checks: readonly Pick<CheckDefinition, 'id' | 'clauses'>[],
): SupportedClause[] {
  const supporting = new Map<string, Set<string>>();
  for (const check of checks) {
    for (const ref of check.clauses) {
      if (ref.standard === standard) {
        const ids = supporting.get(ref.clause) ?? new Set();
        supporting.set(ref.clause, ids.add(check.id));
      }
    }
  }
  // What is part of something comes after it.
  const shown = new Set<string>();
  for (const { id, parent = '' } of clauses) {
    if (supporting.has(id) || shown.has(parent)) {
      shown.add(id);
    }
  }
  const parents = new Map(clauses.map(({ id, parent }) => [id, parent]));
  for (const clause of [...shown]) {
    for (
      let above = parents.get(clause);
      above !== undefined && !shown.has(above);
      above = parents.get(above)
    ) {
      shown.add(above);
    }
  }
  return clauses.map(clause => ({
    ...clause,
    evidence: shown.has(clause.id) ? 'service' : clause.evidence,
    checks: [...(supporting.get(clause.id) ?? [])],
  }));
}
