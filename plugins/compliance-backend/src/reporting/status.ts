import {
  RunStatus,
  StatusResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { LastRuns, Run, Task } from '../assessment/RunStore';

/**
 * How the last runs went and how old the data is.
 *
 * @param options - `counts` tells whether the reader may see how many entities
 * there are: only who may see them all.
 */
export function statusOf(
  runs: Record<Task, LastRuns>,
  options: { counts: boolean; now: Date },
): StatusResponse {
  const { counts, now } = options;
  const statusOfTask = ({ last, lastSuccess }: LastRuns) => ({
    last: last && statusOfRun(last, counts),
    lastSuccess: lastSuccess && statusOfRun(lastSuccess, counts),
  });
  const catalogReadAt = runs.mirror.lastSuccess?.startedAt;
  return {
    mirror: statusOfTask(runs.mirror),
    assessment: statusOfTask(runs.assessment),
    catalogReadAt,
    dataAgeSeconds:
      catalogReadAt === undefined
        ? undefined
        : Math.max(
            0,
            Math.round((now.getTime() - Date.parse(catalogReadAt)) / 1000),
          ),
  };
}

function statusOfRun(run: Run, counts: boolean): RunStatus {
  const { startedAt, endedAt, outcome, error, brokenChecks } = run;
  return {
    startedAt,
    endedAt,
    durationMs: Date.parse(endedAt) - Date.parse(startedAt),
    outcome,
    error,
    counts: counts ? run.counts : undefined,
    brokenChecks: brokenChecks.map(broken => ({
      checkId: broken.checkId,
      error: broken.error,
      entities: counts ? broken.entities : undefined,
    })),
  };
}
