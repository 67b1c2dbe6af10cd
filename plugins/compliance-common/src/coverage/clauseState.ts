import { CheckResult, CheckStatus } from '../checks';
import { CoverageState, EvidenceState } from './types';

/**
 * All states, in the order they are shown: from what is shown to what is not
 * looked at.
 *
 * @public
 */
export const coverageStates: readonly CoverageState[] = [
  'covered',
  'waived',
  'partial',
  'unknown',
  'gap',
  'indicated',
  'not-applicable',
  'not-assessed',
  'organisation',
];

/**
 * The states that count in the share of covered clauses.
 *
 * @public
 */
export const countedStates: readonly CoverageState[] = [
  'covered',
  'waived',
  'partial',
  'unknown',
  'gap',
];

/**
 * How a clause stands by the results of the checks that are evidence for it.
 * One more pass never makes it worse, and a waiver never makes it covered.
 * Findings that do not score yet are left out.
 *
 * @returns undefined when there is no result.
 * @public
 */
export function clauseState(
  results: readonly Pick<CheckResult, 'status' | 'upcoming'>[],
): EvidenceState | undefined {
  const has = new Set<CheckStatus>();
  for (const { status, upcoming } of results) {
    if (status === 'pass' || !upcoming) {
      has.add(status);
    }
  }
  const open = has.has('fail') || has.has('unknown');
  if (has.has('pass') && open) {
    return 'partial';
  }
  if (open) {
    return has.has('fail') ? 'gap' : 'unknown';
  }
  if (has.has('waived')) {
    return 'waived';
  }
  if (has.has('pass')) {
    return 'covered';
  }
  return has.has('not-applicable') ? 'not-applicable' : undefined;
}

/**
 * Share of the clauses that are covered, of those that checks judge.
 *
 * @param counts - number of clauses by state
 * @returns 0–100 with one decimal; undefined when there is none.
 * @public
 */
export function coveredPercent(
  counts: Partial<Record<CoverageState, number>>,
): number | undefined {
  const total = countedStates.reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  );
  return total === 0
    ? undefined
    : Math.round(((counts.covered ?? 0) / total) * 1000) / 10;
}
