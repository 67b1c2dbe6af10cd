import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { LabelReader } from './LabelReader';
import { LabelStore } from './LabelStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('LabelStore, %p', databaseId => {
  let knex: Knex;
  let reader: LabelReader;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    reader = new LabelReader(knex);
  });

  const store = () => new LabelStore(knex);
  const change = (name: string, level?: string) => ({
    entityRef: `component:default/${name}`,
    labels: level === undefined ? undefined : { 'compliance/level': level },
  });
  const read = async (after: number, limit = 500) => {
    const { items, hasMore } = await reader.read({ after, limit });
    return {
      items: items.map(({ entityRef, labels, revision }) => [
        revision,
        entityRef.split('/')[1],
        labels?.['compliance/level'] ?? null,
      ]),
      hasMore,
    };
  };

  it('is empty at first', async () => {
    await expect(reader.read({ after: 0, limit: 10 })).resolves.toEqual({
      feed: expect.stringMatching(/^[0-9a-f-]{36}$/),
      items: [],
      hasMore: false,
    });
  });

  it('tells the last state of each entity, by revision', async () => {
    await store().publish([change('a', 'gold'), change('b', 'silver')]);
    await store().publish([change('c', 'none'), change('a', 'bronze')]);
    await expect(read(0)).resolves.toEqual({
      items: [
        [2, 'b', 'silver'],
        [3, 'c', 'none'],
        [4, 'a', 'bronze'],
      ],
      hasMore: false,
    });
    await expect(read(3)).resolves.toEqual({
      items: [[4, 'a', 'bronze']],
      hasMore: false,
    });
  });

  it('is read page by page', async () => {
    await store().publish(
      ['a', 'b', 'c', 'd'].map(name => change(name, 'gold')),
    );
    await expect(read(0, 2)).resolves.toMatchObject({
      items: [
        [1, 'a', 'gold'],
        [2, 'b', 'gold'],
      ],
      hasMore: true,
    });
    await expect(read(2, 2)).resolves.toMatchObject({ hasMore: false });
  });

  it('tells what is gone, once, and what had labels alone', async () => {
    await store().publish([change('a', 'gold'), change('b', 'gold')]);
    const refs = ['a', 'never-seen'].map(name => change(name).entityRef);
    await expect(store().retract(refs)).resolves.toBe(1);
    await expect(store().retract(refs)).resolves.toBe(0);
    await expect(read(2)).resolves.toMatchObject({ items: [[3, 'a', null]] });

    await store().publish([change('a', 'none')]);
    await expect(read(3)).resolves.toMatchObject({ items: [[4, 'a', 'none']] });
  });

  it('is another feed for who knows what a restored backup has not', async () => {
    await store().publish([change('a', 'gold'), change('b', 'gold')]);
    const { feed } = await reader.read({ after: 2, limit: 10 });
    const ahead = await reader.read({ after: 3, limit: 10 });
    expect(ahead).toEqual({
      feed: expect.any(String),
      items: [],
      hasMore: false,
    });
    expect(ahead.feed).not.toBe(feed);
    await expect(reader.read({ after: 0, limit: 10 })).resolves.toMatchObject({
      feed,
      items: [{ revision: 1 }, { revision: 2 }],
    });
  });

  it('goes on after more revisions than fit into 32 bits', async () => {
    await knex('label_feed').update({ revision: 2 ** 31 });
    await store().publish([change('a', 'gold')]);
    await expect(read(2 ** 31)).resolves.toMatchObject({
      items: [[2 ** 31 + 1, 'a', 'gold']],
    });
  });

  it('sends two statements for any number of changes, none for none', async () => {
    const count = async (size: number) =>
      (
        await statementsOf(knex, () =>
          store().publish(
            Array.from({ length: size }, (_, index) =>
              change(`c${index}`, 'gold'),
            ),
          ),
        )
      ).length;
    expect([await count(0), await count(5), await count(500)]).toEqual([
      0, 2, 2,
    ]);
  });

  if (databaseId.startsWith('POSTGRES')) {
    it('shows revisions in the order in which they are committed', async () => {
      const first = await knex.transaction();
      const second = await knex.transaction();
      await new LabelStore(first).publish([change('a', 'gold')]);
      const waiting = new LabelStore(second)
        .publish([change('b', 'gold')])
        .then(() => second.commit());
      // Time to commit the second one, if it did not wait for the first.
      await setTimeout(200);
      await expect(read(0)).resolves.toMatchObject({ items: [] });

      await first.commit();
      await waiting;
      await expect(read(0)).resolves.toMatchObject({
        items: [
          [1, 'a', 'gold'],
          [2, 'b', 'gold'],
        ],
      });
    });
  }
});
