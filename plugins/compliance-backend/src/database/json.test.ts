import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { insertRows, rowsOf, valuesOf } from './json';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('lists as JSON, %p', databaseId => {
  let knex: Knex;

  const columns = {
    id: 'text',
    amount: 'integer',
    ratio: 'float',
    open: 'boolean',
  } as const;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.schema.createTable('thing', table => {
      table.string('id').primary();
      table.integer('amount').nullable();
      table.double('ratio').nullable();
      table.boolean('open').nullable();
    });
  });

  beforeEach(async () => {
    await knex('thing').delete();
  });

  const things = async () => {
    const rows = await knex('thing').select().orderBy('id');
    return rows.map(row => ({
      ...row,
      open: row.open === null ? null : Boolean(row.open),
    }));
  };

  it('keeps every type of value, and null', async () => {
    await insertRows(knex, 'thing', {
      columns,
      rows: [
        { id: 'a', amount: 7, ratio: 66.7, open: true },
        { id: 'b', amount: 0, ratio: 0, open: false },
        { id: 'c' },
      ],
    });
    expect(await things()).toEqual([
      { id: 'a', amount: 7, ratio: 66.7, open: true },
      { id: 'b', amount: 0, ratio: 0, open: false },
      { id: 'c', amount: null, ratio: null, open: null },
    ]);
  });

  it.each([
    ['quotes', `it's "quoted"; drop table thing; --`],
    ['placeholders', 'what? ?? :name $1 \\?'],
    ['backslashes', 'C:\\temp\\u0000 \\\\'],
    ['control characters', 'tab\tline\nbell\u0007'],
    ['all of Unicode', 'Zürich 東京 🚀 e\u0301 \u202e'],
  ])('keeps %s', async (_, id) => {
    await insertRows(knex, 'thing', { columns, rows: [{ id }] });
    expect(await things()).toEqual([expect.objectContaining({ id })]);
    await expect(
      knex('thing').whereRaw('id in ?', [valuesOf(knex, ['x', id])]),
    ).resolves.toHaveLength(1);
  });

  it.each([
    ['the character zero', 'a\u0000b', 'a\ufffdb'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('replaces %s', async (_, id, stored) => {
    await insertRows(knex, 'thing', { columns, rows: [{ id }] });
    expect(await things()).toEqual([expect.objectContaining({ id: stored })]);
  });

  it('overwrites rows with the same key when it is named', async () => {
    await insertRows(knex, 'thing', {
      columns,
      rows: [{ id: 'a', amount: 1 }],
    });
    await expect(
      insertRows(knex, 'thing', { columns, rows: [{ id: 'a', amount: 2 }] }),
    ).rejects.toThrow();
    await insertRows(knex, 'thing', {
      columns: { id: 'text', amount: 'integer' },
      rows: [
        { id: 'a', amount: 3 },
        { id: 'b', amount: 4 },
      ],
      conflict: ['id'],
    });
    expect(await things()).toMatchObject([
      { id: 'a', amount: 3 },
      { id: 'b', amount: 4 },
    ]);
  });

  it('keeps columns of rows that exist when it is told to', async () => {
    const write = (amount: number) =>
      insertRows(knex, 'thing', {
        columns: { id: 'text', amount: 'integer' },
        rows: [{ id: 'a', amount }],
        conflict: ['id'],
        keep: ['amount'],
      });
    await write(1);
    await write(2);
    expect(await things()).toMatchObject([{ id: 'a', amount: 1 }]);
  });

  it('leaves rows alone that exist when the key is all there is', async () => {
    const options = { columns: { id: 'text' }, conflict: ['id'] } as const;
    await insertRows(knex, 'thing', {
      columns,
      rows: [{ id: 'a', amount: 1 }],
    });
    await insertRows(knex, 'thing', {
      columns: options.columns,
      conflict: [...options.conflict],
      rows: [{ id: 'a' }, { id: 'b' }],
    });
    expect(await things()).toMatchObject([
      { id: 'a', amount: 1 },
      { id: 'b', amount: null },
    ]);
  });

  it('selects by lists, where an empty one selects nothing', async () => {
    await insertRows(knex, 'thing', {
      columns,
      rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    });
    const select = (ids: string[]) =>
      knex('thing')
        .whereRaw('id in ?', [valuesOf(knex, ids)])
        .orderBy('id')
        .pluck('id');
    expect(await select(['c', 'a', 'a', 'z'])).toEqual(['a', 'c']);
    expect(await select([])).toEqual([]);
  });

  it('deletes by rows', async () => {
    await insertRows(knex, 'thing', {
      columns,
      rows: [
        { id: 'a', amount: 1 },
        { id: 'b', amount: 2 },
      ],
    });
    await knex('thing')
      .whereRaw('(id, amount) in (select id, amount from ?)', [
        rowsOf(knex, { id: 'text', amount: 'integer' }, [
          { id: 'a', amount: 2 },
          { id: 'b', amount: 2 },
        ]),
      ])
      .delete();
    expect(await things()).toMatchObject([{ id: 'a' }]);
  });

  it('sends one statement for many rows and none for no rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      id: `thing-${index}`,
    }));
    const many = await statementsOf(knex, () =>
      insertRows(knex, 'thing', { columns, rows }),
    );
    expect(many).toHaveLength(1);
    const none = await statementsOf(knex, () =>
      insertRows(knex, 'thing', { columns, rows: [] }),
    );
    expect(none).toEqual([]);
  });
});
