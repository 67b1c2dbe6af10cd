import { DocumentState, RegisteredDocument } from '../documents';
import { ClauseRef, Standard } from '../standards';
import { append } from './append';
import { clauseKey } from './clauseKey';
import { CoverageState } from './types';
import { unitFinder } from './unitFinder';

/**
 * How a clause stands by the documents of the organisation: `covered` while one
 * is approved and not overdue, `gap` when there are only others, `unknown` when
 * there is none.
 *
 * @public
 */
export interface OrganisationCoverage {
  state: Extract<CoverageState, 'covered' | 'gap' | 'unknown'>;
  documents: { id: string; title: string; state: DocumentState }[];
}

/**
 * Tells how clauses stand by documents. One that names a heading counts for
 * each clause below it, one that names a detail for the clause it is part of.
 *
 * @public
 */
export function organisationCoverage(options: {
  standards: readonly Pick<Standard, 'id' | 'clauses'>[];
  documents: readonly Pick<
    RegisteredDocument,
    'id' | 'title' | 'state' | 'clauses'
  >[];
}): (ref: ClauseRef) => OrganisationCoverage {
  const unitsOf = unitFinder(options.standards);
  const found = new Map<string, OrganisationCoverage['documents']>();
  for (const { id, title, state, clauses } of options.documents) {
    for (const key of new Set(clauses.flatMap(unitsOf).map(clauseKey))) {
      append(found, key, { id, title, state });
    }
  }
  return ref => {
    const documents = found.get(clauseKey(ref)) ?? [];
    const isCovered = documents.some(({ state }) => state === 'current');
    const open = documents.length > 0 ? 'gap' : 'unknown';
    return { state: isCovered ? 'covered' : open, documents };
  };
}
