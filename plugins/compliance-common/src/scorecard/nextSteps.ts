import { CheckResult } from '../checks';
import { findingStatuses } from './isOpen';

/**
 * The findings whose removal raises the score most: the heaviest first, fails
 * before unknowns, those that score before those that are upcoming.
 *
 * @public
 */
export function nextSteps(results: CheckResult[], count = 3): CheckResult[] {
  const order = ({ upcoming, weight, status }: CheckResult) => [
    upcoming ? 1 : 0,
    -weight,
    status === 'fail' ? 0 : 1,
  ];
  return results
    .filter(({ status }) => findingStatuses.includes(status))
    .map(result => ({ result, key: order(result) }))
    .sort(
      (a, b) =>
        a.key
          .map((part, index) => part - b.key[index])
          .find(difference => difference !== 0) ?? 0,
    )
    .slice(0, count)
    .map(({ result }) => result);
}
