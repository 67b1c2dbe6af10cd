import { EvaluatedCheck } from '../checks/Rules';
import { Differences, StoredResult } from './types';

const isSame = (a: StoredResult, b: StoredResult) =>
  a.status === b.status &&
  a.finding === b.finding &&
  a.expected === b.expected &&
  a.upcoming === b.upcoming &&
  a.about.join() === b.about.join() &&
  a.dueOn === b.dueOn;

/** Compares the results of an entity with those it had before. */
export function compareResults(options: {
  entityRef: string;
  previous: StoredResult[];
  current: EvaluatedCheck[];
  /** False when the entity was never assessed before. */
  assessedBefore: boolean;
  /** ISO 8601 timestamp. */
  now: string;
}): Differences {
  const { entityRef, previous, current, assessedBefore, now } = options;
  const before = new Map(previous.map(result => [result.checkId, result]));
  const differences: Differences = { written: [], obsolete: [], changes: [] };

  for (const { checkId, status, finding, ...rest } of current) {
    const old = before.get(checkId);
    before.delete(checkId);
    const result: StoredResult = {
      entityRef,
      checkId,
      status,
      finding,
      expected: rest.expected,
      upcoming: rest.upcoming,
      about: rest.about,
      dueOn: rest.dueOn,
      since: old?.status === status ? old.since : now,
    };
    if (!old || !isSame(old, result)) {
      differences.written.push(result);
    }
    if (assessedBefore && old?.status !== status) {
      const from = old?.status;
      differences.changes.push({
        entityRef,
        checkId,
        from,
        to: status,
        finding,
        about: rest.about,
      });
    }
  }

  for (const { checkId, status } of before.values()) {
    differences.obsolete.push({ entityRef, checkId });
    differences.changes.push({ entityRef, checkId, from: status });
  }
  return differences;
}
