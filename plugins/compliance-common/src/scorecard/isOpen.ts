import { CheckStatus } from '../checks';

/**
 * Statuses of what is not shown to be right.
 *
 * @public
 */
export const findingStatuses: readonly CheckStatus[] = ['fail', 'unknown'];

/**
 * Whether a result is an open finding: one that scores already.
 *
 * @public
 */
export function isOpen(result: {
  status: CheckStatus;
  upcoming?: boolean;
}): boolean {
  return findingStatuses.includes(result.status) && !result.upcoming;
}
