import { BulkResult } from '@service-compliance/backstage-plugin-compliance-common';

/** What became of an entity that does not have the values now. */
export interface BulkFailure extends BulkResult {
  outcome: Exclude<BulkResult['outcome'], 'saved' | 'unchanged'>;
}

/** Whether the entity does not have the values now. */
export function isFailure(result: BulkResult): result is BulkFailure {
  return result.outcome !== 'saved' && result.outcome !== 'unchanged';
}

/** What is known when some were tried again; the order stays. */
export function mergeResults(
  known: BulkResult[],
  latest: BulkResult[],
): BulkResult[] {
  const byRef = new Map(
    [...known, ...latest].map(result => [result.entityRef, result]),
  );
  return [...byRef.values()];
}
