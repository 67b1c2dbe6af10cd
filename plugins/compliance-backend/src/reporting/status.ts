import {
  RunStatus,
  StatusResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { LastRuns, Run, Task } from '../assessment/RunStore';

/**
 * How the last runs went and how old the data is.
 *
 * @param options - `details` tells whether the reader may see numbers and error
 * messages: only who may see all entities, as errors may quote any of them.
 */
export function statusOf(
  runs: Record<Task, LastRuns>,
  options: { details: boolean; now: Date },
): StatusResponse {
  const { details, now } = options;
  const statusOfTask = ({ last, lastSuccess }: LastRuns) => ({
    last: last && statusOfRun(last, details),
    lastSuccess: lastSuccess && statusOfRun(lastSuccess, details),
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

function statusOfRun(run: Run, details: boolean): RunStatus {
  const { startedAt, endedAt, outcome, error, brokenChecks } = run;
  return {
    startedAt,
    endedAt,
    durationMs: Date.parse(endedAt) - Date.parse(startedAt),
    outcome,
    error: details ? error : undefined,
    counts: details ? run.counts : undefined,
    brokenChecks: brokenChecks.map(broken => ({
      checkId: broken.checkId,
      error: details ? broken.error : undefined,
      entities: details ? broken.entities : undefined,
    })),
  };
}
