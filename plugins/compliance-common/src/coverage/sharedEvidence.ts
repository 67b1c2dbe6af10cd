import { RegisteredDocument } from '../documents';
import { ClauseRef, Standard } from '../standards';
import { clauseKey } from './clauseKey';
import { CoverageUnit } from './types';
import { unitFinder } from './unitFinder';

/**
 * How many requirements of two standards need no evidence of their own. The
 * requirements are the clauses that coverage is told for, without excluded
 * controls; evidence is a check or a current document.
 *
 * @public
 */
export interface SharedEvidence {
  /** Number of requirements of both standards. */
  total: number;
  /** Number of those for which there is evidence. */
  evidenced: number;
  /** Number of those with evidence that also serves the other standard. */
  served: number;
  /** `served` of `total`, 0–100 with one decimal; absent when there are none. */
  percent?: number;
}

/**
 * Tells how many requirements of two standards one piece of evidence serves in
 * both. Whether the evidence is good does not matter here: a check may fail.
 *
 * @public
 */
export function sharedEvidence(options: {
  standards: readonly [Standard, Standard];
  units: readonly CoverageUnit[];
  documents: readonly Pick<RegisteredDocument, 'state' | 'clauses'>[];
  /** Controls that approved Statements of Applicability exclude. */
  excluded?: readonly ClauseRef[];
}): SharedEvidence {
  const { standards, documents, excluded = [] } = options;
  const unitsOf = unitFinder(standards);
  const excludedKeys = new Set(excluded.map(clauseKey));
  const units = options.units.filter(
    unit =>
      standards.some(({ id }) => id === unit.standard) &&
      !excludedKeys.has(clauseKey(unit)),
  );
  const required = new Set(units.map(clauseKey));

  /** What each piece of evidence is for. */
  const pieces: ClauseRef[][] = [
    ...new Set(units.flatMap(({ checks }) => checks)),
  ].map(id => units.filter(({ checks }) => checks.includes(id)));
  for (const { state, clauses } of documents) {
    if (state === 'current') {
      pieces.push(
        clauses.flatMap(unitsOf).filter(ref => required.has(clauseKey(ref))),
      );
    }
  }
  const isShared = (refs: ClauseRef[]) =>
    standards.every(({ id }) => refs.some(({ standard }) => standard === id));
  const numberOf = (refs: ClauseRef[][]) =>
    new Set(refs.flat().map(clauseKey)).size;

  const total = units.length;
  const served = numberOf(pieces.filter(isShared));
  return {
    total,
    evidenced: numberOf(pieces),
    served,
    ...(total > 0 && { percent: Math.round((served / total) * 1000) / 10 }),
  };
}
