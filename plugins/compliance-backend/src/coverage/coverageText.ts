import {
  CheckResult,
  ClauseRef,
  clauseState,
  CoverageUnit,
  EvidenceState,
} from '@service-compliance/backstage-plugin-compliance-common';

/*
 * What checks say about clauses, a letter for each that checks are evidence
 * for, in the order of the rules: as text so short that coverage can go through
 * those of the whole estate.
 */

const letters: Record<EvidenceState, string> = {
  covered: 'c',
  partial: 'p',
  gap: 'g',
  unknown: 'u',
  waived: 'w',
  'not-applicable': 'n',
};

/** Where no check applies. */
export const NO_LETTER = '-';

/** The letter that stands for a state; nothing stands for other states. */
export const letterOf = (state: string): string | undefined =>
  letters[state as EvidenceState];

/** The states by their letters. */
export const stateByLetter: ReadonlyMap<string, EvidenceState> = new Map(
  Object.entries(letters).map(([state, letter]) => [
    letter,
    state as EvidenceState,
  ]),
);

/** The units that have a letter, in its order. */
export function lettered(units: readonly CoverageUnit[]): CoverageUnit[] {
  return units.filter(({ checks }) => checks.length > 0);
}

/** Finds the place of a clause's letter, from 0; undefined when it has none. */
export function letterFinder(
  units: readonly CoverageUnit[],
): (ref: ClauseRef) => number | undefined {
  const key = ({ standard, clause }: ClauseRef) => `${standard} ${clause}`;
  const places = new Map(
    lettered(units).map((unit, place) => [key(unit), place]),
  );
  return ref => places.get(key(ref));
}

/**
 * @param units - all units of the rules
 * @param results - what the checks that apply say about an entity
 */
export function writeCoverage(
  units: readonly CoverageUnit[],
  results: readonly Pick<CheckResult, 'checkId' | 'status' | 'upcoming'>[],
): string {
  const byCheck = new Map(results.map(result => [result.checkId, result]));
  return lettered(units)
    .map(({ checks }) => {
      const state = clauseState(checks.flatMap(id => byCheck.get(id) ?? []));
      return state ? letters[state] : NO_LETTER;
    })
    .join('');
}
