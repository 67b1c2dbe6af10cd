import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { setUp } from '../checks/__testUtils__/facts';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { Access, accessTo } from '../permissions/Access';
import { TodoReader } from './TodoReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const mine = 'group:default/mine';
const above = 'group:default/above';

describe.each(databases.eachSupportedId())('TodoReader (%s)', databaseId => {
  let knex: Knex;
  let reader: TodoReader;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    reader = new TodoReader({ knex, rules: setUp().rules });
    await insertEntities(knex, [
      {
        name: 'soon',
        title: 'Soon',
        owners: [mine, above],
        progress: 'started',
        results: {
          'continuity-tested': { status: 'pass', dueOn: '2026-06-20' },
          'continuity-reviewed': { status: 'fail', dueOn: '2026-06-02' },
          'information-reviewed': { status: 'pass', dueOn: '2026-07-02' },
          'retired-check': { status: 'pass', dueOn: '2026-06-02' },
          'catalogue-owner': 'pass',
        },
      },
      {
        name: 'next',
        owners: [above],
        progress: 'complete',
        results: {
          'service-level-reviewed': { status: 'pass', dueOn: '2026-06-02' },
          'catalogue-owner': { status: 'pass', dueOn: '2026-07-01' },
        },
      },
      { name: 'bare', owners: [above], progress: 'untouched' },
      { name: 'not-assessed', owners: [above] },
      {
        name: 'theirs',
        owners: ['group:default/theirs'],
        progress: 'complete',
        results: {
          'continuity-tested': { status: 'pass', dueOn: '2026-06-02' },
        },
      },
    ]);
  });

  const read = (
    ownerRefs: string[] = [mine, above],
    access: Access = accessTo([]),
  ) => reader.read({ ownerRefs, access, today: '2026-06-01' });

  it('tells what expires in the next 30 days, the next one first', async () => {
    await expect(read()).resolves.toMatchObject({
      ownerRefs: [mine, above],
      due: [
        {
          entityRef: 'component:default/next',
          title: undefined,
          checkId: 'service-level-reviewed',
          checkTitle: 'Service level reviewed',
          dueOn: '2026-06-02',
          fields: ['serviceLevel.reviewedOn'],
        },
        {
          entityRef: 'component:default/soon',
          title: 'Soon',
          checkId: 'continuity-tested',
          dueOn: '2026-06-20',
          fields: expect.arrayContaining(['continuity.lastTestedOn']),
        },
        {
          checkId: 'catalogue-owner',
          dueOn: '2026-07-01',
          fields: [],
        },
      ],
    });
  });

  it('tells how far the entities of each owner are', async () => {
    const { progress } = await read();
    expect(progress).toEqual([
      { owner: above, complete: 1, started: 1, untouched: 1 },
      { owner: mine, complete: 0, started: 1, untouched: 0 },
    ]);
  });

  it('tells nothing about what is hidden', async () => {
    const access = accessTo([knex.raw("entity.name <> 'soon'")]);
    await expect(read([mine, above], access)).resolves.toMatchObject({
      due: [
        { entityRef: 'component:default/next' },
        { entityRef: 'component:default/next' },
      ],
      progress: [{ owner: above, complete: 1, started: 0, untouched: 1 }],
    });
  });

  it('has nothing for who owns nothing', async () => {
    await expect(read([])).resolves.toEqual({
      ownerRefs: [],
      due: [],
      progress: [],
    });
  });

  it('tells at most 100, with two statements', async () => {
    await insertEntities(
      knex,
      Array.from({ length: 120 }, (_, index) => ({
        name: `service-${index}`,
        owners: [mine],
        progress: 'started' as const,
        results: {
          'continuity-tested': { status: 'pass' as const, dueOn: '2026-06-03' },
        },
      })),
    );
    let todo: Awaited<ReturnType<typeof read>>;
    const statements = await statementsOf(knex, async () => {
      todo = await read();
    });
    expect(statements).toHaveLength(2);
    expect(todo!.due).toHaveLength(100);
    expect(todo!.progress[1]).toMatchObject({ owner: mine, started: 121 });
  });
});
