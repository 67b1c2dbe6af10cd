import { CheckStatus } from '../checks';
import { isOpen } from './isOpen';
import { LevelRule, NO_LEVEL, Score } from './types';

/**
 * What scoring needs to know about a result.
 *
 * @public
 */
export interface ScoredResult {
  checkId: string;
  status: CheckStatus;
  weight: number;
  /** An upcoming finding does not score. */
  upcoming?: boolean;
}

function percentage(results: ScoredResult[], counted: CheckStatus[]) {
  let passed = 0;
  let total = 0;
  for (const { status, weight, upcoming } of results) {
    if (!counted.includes(status) || (upcoming && status !== 'pass')) {
      continue;
    }
    total += weight;
    passed += status === 'pass' ? weight : 0;
  }
  return total === 0 ? undefined : Math.round((passed / total) * 1000) / 10;
}

/**
 * Score of a set of results: the weight of passes as a share of the weight of
 * passes, fails and unknowns. The strict score counts waivers as fails.
 *
 * @param levels - in ascending order of their minimum score
 * @public
 */
export function scoreOf(results: ScoredResult[], levels: LevelRule[]): Score {
  const score = percentage(results, ['pass', 'fail', 'unknown']);
  const strictScore = percentage(results, [
    'pass',
    'fail',
    'unknown',
    'waived',
  ]);
  if (score === undefined) {
    return { strictScore };
  }
  const open = new Set(results.filter(isOpen).map(({ checkId }) => checkId));
  const reached = levels.filter(
    ({ minScore, requiredChecks }) =>
      score >= minScore && !requiredChecks.some(checkId => open.has(checkId)),
  );
  return { score, strictScore, level: reached.at(-1)?.id ?? NO_LEVEL };
}
