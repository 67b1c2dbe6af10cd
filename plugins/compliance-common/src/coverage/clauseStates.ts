import { ClauseRef } from '../standards';
import { clauseKey } from './clauseKey';
import { CoverageState, CoverageUnit, EvidenceState, Indicated } from './types';

/**
 * How a clause stands for one service.
 *
 * @public
 */
export interface ClauseStanding {
  state: CoverageState;
  /** What a related clause indicates, when the state is `indicated`. */
  indicated?: { state: Indicated; path: ClauseRef[] };
}

/**
 * How each of the units stands for one service.
 *
 * @param options - `direct` tells what checks say about a clause, undefined
 * when none applies; `excluded` are controls that an approved Statement of
 * Applicability excludes: they are not applicable and indicate nothing
 * @public
 */
export function clauseStates(options: {
  units: readonly CoverageUnit[];
  direct: (ref: ClauseRef) => EvidenceState | undefined;
  excluded?: readonly ClauseRef[];
}): ClauseStanding[] {
  const { units, direct, excluded = [] } = options;
  return withoutExcluded(units, excluded).map(unit => {
    if (unit.isExcluded) {
      return { state: 'not-applicable' };
    }
    const state = direct(unit);
    if (state !== undefined) {
      return { state };
    }
    const indicated = unit.indications
      .flatMap(({ path, atMost }) => {
        const end = indicatedBy(direct(path[path.length - 1]), atMost);
        return end ? [{ state: end, path }] : [];
      })
      // The strongest; among equals the shortest, which comes first.
      .reduce<ClauseStanding['indicated']>(
        (best, next) =>
          !best || (best.state === 'partial' && next.state === 'covered')
            ? next
            : best,
        undefined,
      );
    return indicated
      ? { state: 'indicated', indicated }
      : { state: stateWithoutEvidence(unit) };
  });
}

/**
 * The units with what may still show them: excluded controls indicate nothing,
 * and nothing is to be shown of them.
 *
 * @public
 */
export function withoutExcluded(
  units: readonly CoverageUnit[],
  excluded: readonly ClauseRef[],
): (CoverageUnit & { isExcluded: boolean })[] {
  const keys = new Set(excluded.map(clauseKey));
  return units.map(unit => {
    const isExcluded = keys.has(clauseKey(unit));
    return {
      ...unit,
      isExcluded,
      indications: isExcluded
        ? []
        : unit.indications.filter(
            ({ path }) => !path.some(ref => keys.has(clauseKey(ref))),
          ),
    };
  });
}

/**
 * How a clause stands that no check says anything about, be it of a related
 * one.
 *
 * @public
 */
export function stateWithoutEvidence({
  evidence,
}: Pick<CoverageUnit, 'evidence'>): CoverageState {
  return evidence === 'service' ? 'not-assessed' : 'organisation';
}

/**
 * States of a clause that make it indicate something for related ones.
 *
 * @public
 */
export const indicatingStates: readonly EvidenceState[] = [
  'covered',
  'partial',
  'waived',
];

/** The weakest link decides: what is evidenced there, or the way to it. */
function indicatedBy(
  state: EvidenceState | undefined,
  atMost: Indicated,
): Indicated | undefined {
  if (state === undefined || !indicatingStates.includes(state)) {
    return undefined;
  }
  return state === 'covered' ? atMost : 'partial';
}
