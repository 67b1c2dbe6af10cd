import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { lockNeighbourhood } from './lockNeighbourhood';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())(
  'lockNeighbourhood, %p',
  databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      await insertEntities(
        knex,
        ['app', 'web', 'api', 'db', 'disk', 'other'].map(name => ({ name })),
      );
      const depends = (source: string, target: string) => ({
        source_ref: ref(source),
        target_ref: ref(target),
        type: 'dependsOn',
      });
      await knex('entity_dependency').insert([
        depends('app', 'web'),
        depends('web', 'api'),
        depends('api', 'db'),
        depends('api', 'gone'),
        depends('db', 'disk'),
      ]);
    });

    const lock = (...refs: Parameters<typeof lockNeighbourhood>[1][]) =>
      knex.transaction(tx => lockNeighbourhood(tx, refs[0], refs[1]));

    it('tells entities and direct neighbours that are known, in order', async () => {
      await expect(lock([ref('api')])).resolves.toEqual(
        ['api', 'db', 'web'].map(ref),
      );
      await expect(lock([ref('gone'), ref('app')])).resolves.toEqual(
        ['api', 'app', 'web'].map(ref),
      );
      await expect(lock([ref('other')], [ref('api')])).resolves.toEqual(
        ['api', 'other'].map(ref),
      );
      await expect(lock([])).resolves.toEqual([]);
    });

    if (databaseId.startsWith('POSTGRES')) {
      it('holds up others until the end of the transaction', async () => {
        const tx = await knex.transaction();
        await lockNeighbourhood(tx, [ref('api')]);
        const free = () =>
          knex('entity').forUpdate().skipLocked().pluck('name');
        expect((await free()).sort()).toEqual(['app', 'disk', 'other']);
        await tx.commit();
        expect(await free()).toHaveLength(6);
      });

      it('never ends in a deadlock', async () => {
        const names = ['app', 'web', 'api', 'db', 'disk'];
        const edits = Array.from({ length: 60 }, (_, index) =>
          knex.transaction(async tx => {
            const edited = [ref(names[(index * 3) % names.length])];
            const refs = await lockNeighbourhood(tx, edited);
            // In an order that would end in one without the locks.
            for (const entity_ref of index % 2 ? refs : refs.reverse()) {
              await tx('entity').where({ entity_ref }).update({ dirty: true });
            }
          }),
        );
        await expect(Promise.all(edits)).resolves.toHaveLength(60);
      });
    }
  },
);
