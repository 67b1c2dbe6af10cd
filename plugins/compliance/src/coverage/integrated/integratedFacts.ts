import {
  ClauseRef,
  CoverageResponse,
  CoverageUnit,
  Crosswalk,
  DocumentState,
  IntegratedArrangement,
  integratedArrangement,
  IntegratedClause,
  SharedEvidence,
  sharedEvidence,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Two standards that are shown together. */
export type StandardsPair = [StandardResponse, StandardResponse];

/** The first two standards that a crosswalk relates; maybe there are none. */
export function integratedPair(
  standards: readonly StandardResponse[],
): StandardsPair | undefined {
  const find = (id: string) => standards.find(standard => standard.id === id);
  for (const { source, target } of standards.flatMap(
    ({ crosswalks }) => crosswalks,
  )) {
    const pair = [find(source), find(target)];
    if (pair[0] && pair[1]) {
      return [pair[0], pair[1]];
    }
  }
  return undefined;
}

/** The documents that coverage names, each with the clauses it is for. */
function documentsOf(coverages: readonly CoverageResponse[]) {
  const documents = new Map<
    string,
    { state: DocumentState; clauses: ClauseRef[] }
  >();
  for (const { standard, clauses } of coverages) {
    for (const { clause, organisation } of clauses) {
      for (const { id, state } of organisation?.documents ?? []) {
        const document = documents.get(id) ?? { state, clauses: [] };
        document.clauses.push({ standard, clause });
        documents.set(id, document);
      }
    }
  }
  return [...documents.values()];
}

/** Two standards side by side, and how much evidence they share. */
export function integratedFacts(
  standards: StandardsPair,
  coverages: readonly CoverageResponse[],
): { arrangement: IntegratedArrangement; shared: SharedEvidence } {
  const units = coverages.flatMap(({ standard, clauses }) =>
    clauses.map(
      ({ clause, evidence, checks, indications }): CoverageUnit => ({
        standard,
        clause,
        evidence,
        checks,
        indications,
      }),
    ),
  );
  const crosswalks = [
    ...new Map(
      standards
        .flatMap((standard): Crosswalk[] => standard.crosswalks)
        .map(crosswalk => [crosswalk.id, crosswalk]),
    ).values(),
  ];
  return {
    arrangement: integratedArrangement({ standards, crosswalks, units }),
    shared: sharedEvidence({
      standards,
      units,
      documents: documentsOf(coverages),
      excluded: coverages.flatMap(({ standard, clauses }) =>
        clauses
          .filter(({ excluded }) => excluded !== undefined)
          .map(({ clause }) => ({ standard, clause })),
      ),
    }),
  };
}

/** A clause of one of two standards, and the parts of it that are named too. */
export interface SideClause extends IntegratedClause {
  details: string[];
}

/** Puts what is only a part of another clause below that. */
export function withDetails(clauses: IntegratedClause[]): SideClause[] {
  const isPart = ({ clause, units }: IntegratedClause) =>
    units.length === 1 &&
    units[0] !== clause &&
    clauses.some(other => other.clause === units[0]);
  return clauses
    .filter(entry => !isPart(entry))
    .map(entry => ({
      ...entry,
      details: clauses
        .filter(other => isPart(other) && other.units[0] === entry.clause)
        .map(({ clause }) => clause),
    }));
}
