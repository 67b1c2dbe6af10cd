import { Knex } from 'knex';
import { BrokenCheck } from './types';

/** How many runs of a task are kept. */
const KEPT_RUNS = 100;

export type Task = 'mirror' | 'assessment';

/** A run of the mirror or of the assessment. */
export interface Run {
  /** ISO 8601 timestamps. */
  startedAt: string;
  endedAt: string;
  outcome: 'success' | 'failure';
  error?: string;
  /** What was done, e.g. the number of `changed` entities. */
  counts: Record<string, number>;
  brokenChecks: BrokenCheck[];
}

/** The last run of a task, and the last one that succeeded. */
export interface LastRuns {
  last?: Run;
  lastSuccess?: Run;
}

interface RunRow {
  id: number;
  task: Task;
  started_at: string;
  ended_at: string;
  outcome: Run['outcome'];
  error: string | null;
  counts: string;
  broken_checks: string;
}

/** Remembers how the mirror and the assessment went. */
export class RunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Remembers a run, and forgets old ones but for the last success. */
  async record(task: Task, run: Run): Promise<void> {
    await this.#knex('run').insert({
      task,
      started_at: run.startedAt,
      ended_at: run.endedAt,
      outcome: run.outcome,
      error: run.error ?? null,
      counts: JSON.stringify(run.counts),
      broken_checks: JSON.stringify(run.brokenChecks),
    });
    const runs = () => this.#knex('run').where({ task });
    await runs()
      .whereNotIn(
        'id',
        runs().select('id').orderBy('id', 'desc').limit(KEPT_RUNS),
      )
      .whereNotIn('id', runs().max('id').where({ outcome: 'success' }))
      .delete();
  }

  async lastRuns(): Promise<Record<Task, LastRuns>> {
    const newest = () => this.#knex('run').max('id').groupBy('task');
    const rows: RunRow[] = await this.#knex('run')
      .whereIn('id', newest())
      .orWhereIn('id', newest().where({ outcome: 'success' }))
      .orderBy('id');
    const runs: Record<Task, LastRuns> = { mirror: {}, assessment: {} };
    for (const row of rows) {
      const run = toRun(row);
      runs[row.task].last = run;
      if (run.outcome === 'success') {
        runs[row.task].lastSuccess = run;
      }
    }
    return runs;
  }
}

function toRun(row: RunRow): Run {
  return {
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    error: row.error ?? undefined,
    counts: JSON.parse(row.counts),
    brokenChecks: JSON.parse(row.broken_checks),
  };
}
