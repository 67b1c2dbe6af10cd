import {
  Clause,
  ClauseCoverage,
  ClauseRef,
  CoverageResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { createContext, useContext } from 'react';

/** What rows need to say and to link to, beside what is in them. */
export interface ClausesView {
  /** Title of a standard. */
  standardTitle(id: string): string;
  /** Title of a clause; empty when it is not known. */
  titleOf(ref: ClauseRef): string;
  /** Coverage of a clause, when it is loaded and told. */
  coverageOf(ref: ClauseRef): ClauseCoverage | undefined;
  /** Number of the approved Statement of Applicability of a standard. */
  versionOf(standard: string): number | undefined;
  /**
   * Where the details of a clause are open, or of what it is a part of; a
   * heading has none.
   */
  hrefOf(ref: ClauseRef): string | undefined;
  /** Where a document is shown. */
  documentLink(id: string): string;
}

const Context = createContext<ClausesView | undefined>(undefined);

/** Provides the {@link ClausesView}. */
export const ClausesViewProvider = Context.Provider;

/** The {@link ClausesView} that a row is in. */
export function useClausesView(): ClausesView {
  return useContext(Context)!;
}

/** Finds what coverage is told for: a clause, or what it is a part of. */
function unitOf(
  clauses: ReadonlyMap<string, Clause>,
  id: string | undefined,
): string | undefined {
  const clause = id === undefined ? undefined : clauses.get(id);
  return clause?.unit ? clause.id : clause && unitOf(clauses, clause.parent);
}

/** What is known about standards and loaded of them. */
export function clausesView(options: {
  standards: readonly StandardResponse[];
  coverages: readonly CoverageResponse[];
  /** Where the details of a clause that coverage is told for are open. */
  hrefOf: (ref: ClauseRef) => string;
  /** Where the documents are. */
  documentsPath: string;
}): ClausesView {
  const { standards, coverages, hrefOf, documentsPath } = options;
  const known = new Map(
    standards.map(({ id, clauses }) => [
      id,
      new Map(clauses.map((clause): [string, Clause] => [clause.id, clause])),
    ]),
  );
  const covered = new Map(
    coverages.map(({ standard, clauses }) => [
      standard,
      new Map(clauses.map(clause => [clause.clause, clause])),
    ]),
  );
  return {
    standardTitle: id =>
      standards.find(standard => standard.id === id)?.title ?? id,
    titleOf: ({ standard, clause }) =>
      known.get(standard)?.get(clause)?.title ?? '',
    coverageOf: ({ standard, clause }) => covered.get(standard)?.get(clause),
    versionOf: standard =>
      coverages.find(coverage => coverage.standard === standard)?.applicability
        ?.number,
    hrefOf({ standard, clause }) {
      const unit = unitOf(known.get(standard) ?? new Map(), clause);
      return unit && hrefOf({ standard, clause: unit });
    },
    documentLink: id =>
      `${documentsPath}?${new URLSearchParams({ document: id })}`,
  };
}
