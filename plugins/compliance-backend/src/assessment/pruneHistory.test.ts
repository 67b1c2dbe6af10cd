import { TestDatabases } from '@backstage/backend-test-utils';
import { insertRows } from '../database/json';
import { migrate } from '../database/migrate';
import { pruneHistory } from './pruneHistory';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('pruneHistory, %p', databaseId => {
  it('forgets all that is before a date, in more than one batch', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await insertRows(knex, 'check_change', {
      columns: { entity_ref: 'text', check_id: 'text', changed_at: 'text' },
      rows: Array.from({ length: 10_002 }, (_, index) => ({
        entity_ref: 'component:default/a',
        check_id: 'c',
        changed_at: index < 10_001 ? '2026-05-31T23:59' : '2026-06-01T00:00',
      })),
    });
    await expect(pruneHistory(knex, '2026-06-01')).resolves.toBe(10_001);
    expect(await knex('check_change').pluck('changed_at')).toEqual([
      '2026-06-01T00:00',
    ]);
    await expect(pruneHistory(knex, '2026-06-01')).resolves.toBe(0);
  });

  it('forgets scores and days alike', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    for (const day of ['2026-05-30', '2026-05-31', '2026-06-01']) {
      await knex('assessed_day').insert({ day });
      await knex('score_change').insert(
        ['a', 'b'].map(name => ({
          changed_on: day,
          entity_ref: `component:default/${name}`,
          to_findings: 0,
          to_unclassified: 0,
        })),
      );
    }
    await expect(pruneHistory(knex, '2026-06-01')).resolves.toBe(6);
    expect(await knex('assessed_day').pluck('day')).toEqual(['2026-06-01']);
    expect(await knex('score_change').pluck('changed_on')).toEqual([
      '2026-06-01',
      '2026-06-01',
    ]);
  });
});
