import { addDuration } from '../profile';
import { DocumentState, DocumentValues } from './types';

/**
 * The last day on which a document is evidence unless it is reviewed.
 *
 * @returns an ISO 8601 date; undefined when it does not expire or was never
 * approved.
 * @public
 */
export function nextReviewOn({
  approvedOn,
  reviewEvery,
}: Pick<DocumentValues, 'approvedOn' | 'reviewEvery'>): string | undefined {
  return approvedOn === undefined || reviewEvery === undefined
    ? undefined
    : addDuration(approvedOn, reviewEvery);
}

/**
 * How a document stands on a day. One that is approved for a later day is a
 * draft until then.
 *
 * @param today - ISO 8601 date
 * @public
 */
export function documentState(
  document: Pick<DocumentValues, 'approvedOn' | 'reviewEvery'>,
  today: string,
): DocumentState {
  const { approvedOn } = document;
  if (approvedOn === undefined || approvedOn > today) {
    return 'draft';
  }
  const lastDay = nextReviewOn(document);
  return lastDay !== undefined && lastDay < today ? 'overdue' : 'current';
}
