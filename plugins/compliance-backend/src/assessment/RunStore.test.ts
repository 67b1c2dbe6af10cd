import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { Run, RunStore } from './RunStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const run = (overrides: Partial<Run> = {}): Run => ({
  startedAt: '2026-06-01T08:00:00.000Z',
  endedAt: '2026-06-01T08:00:01.500Z',
  outcome: 'success',
  counts: {},
  brokenChecks: [],
  ...overrides,
});
const failed = (error: string) => run({ outcome: 'failure', error });

describe.each(databases.eachSupportedId())('RunStore, %p', databaseId => {
  let knex: Knex;
  let runs: RunStore;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    runs = new RunStore(knex);
  });

  it('knows nothing at first', async () => {
    await expect(runs.lastRuns()).resolves.toEqual({
      mirror: {},
      assessment: {},
    });
  });

  it('knows the last run of each task, and the last one that succeeded', async () => {
    const mirrored = run({ counts: { read: 60, changed: 2 } });
    const assessed = run({
      brokenChecks: [{ checkId: 'c', error: 'it threw', entities: 3 }],
    });
    await runs.record('mirror', run());
    await runs.record('mirror', mirrored);
    await runs.record('assessment', assessed);
    await runs.record('mirror', failed('first'));
    await runs.record('mirror', failed('second'));
    await expect(runs.lastRuns()).resolves.toEqual({
      mirror: { last: failed('second'), lastSuccess: mirrored },
      assessment: { last: assessed, lastSuccess: assessed },
    });
  });

  it('knows of no success when there was none', async () => {
    await runs.record('mirror', failed('down'));
    await expect(runs.lastRuns()).resolves.toEqual({
      mirror: { last: failed('down') },
      assessment: {},
    });
  });

  it('keeps 100 runs of each task, and the last success besides', async () => {
    const success = run({ counts: { read: 7 } });
    await runs.record('assessment', run());
    await runs.record('mirror', run());
    await runs.record('mirror', success);
    for (let index = 0; index < 110; index++) {
      await runs.record('mirror', failed(`${index}`));
    }
    const lastRuns = await runs.lastRuns();
    expect(lastRuns.mirror).toEqual({
      last: failed('109'),
      lastSuccess: success,
    });
    expect(lastRuns.assessment.last).toEqual(run());
    expect(await knex('run').where({ task: 'mirror' })).toHaveLength(101);
  });

  it('answers with one statement', async () => {
    await runs.record('mirror', run());
    expect(await statementsOf(knex, () => runs.lastRuns())).toHaveLength(1);
  });
});
