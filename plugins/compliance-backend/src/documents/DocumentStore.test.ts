import { TestDatabases } from '@backstage/backend-test-utils';
import { DocumentValues } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { DocumentStore } from './DocumentStore';
import { DeclaredDocument } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const values = (title: string): DocumentValues => ({
  title,
  kind: 'policy',
  clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
});
const declared = (id: string, title = id): DeclaredDocument => ({
  id,
  values: values(title),
});
const change = { at: '2026-06-01T08:00:00.000Z', by: 'user:default/jo' };

describe.each(databases.eachSupportedId())('DocumentStore, %p', databaseId => {
  let knex: Knex;
  let store: DocumentStore;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    store = new DocumentStore(knex);
  });

  const revisions = async () =>
    Object.fromEntries(
      (await store.list()).map(({ id, revision }) => [id, revision]),
    );

  it('keeps what is declared, with where and what is wrong with it', async () => {
    const policy = {
      ...declared('policy', "Grüße, 'quoted' 💳"),
      declaredBy: 'resource:default/policy',
      problems: ['no such date'],
    };
    await store.declare('catalog', [policy]);
    const { id, ...declaration } = policy;
    const stored = {
      id,
      declaration: { ...declaration, source: 'catalog' },
      revision: 1,
    };
    expect(await store.find('policy')).toEqual(stored);
    expect(await store.list()).toEqual([stored]);
    expect(await store.find('other')).toBeUndefined();
  });

  it('counts up only the revisions of declarations that changed', async () => {
    await store.declare('config', [declared('a'), declared('b')]);
    await store.declare('config', [declared('a'), declared('b', 'B')]);
    await store.declare('catalog', [declared('c')]);
    expect(await revisions()).toEqual({ a: 1, b: 2, c: 1 });
    expect((await store.find('b'))?.declaration?.values.title).toBe('B');
  });

  it('forgets what is declared no more, but not what the portal says', async () => {
    await store.declare('catalog', [declared('other')]);
    await store.declare(
      'config',
      ['a', 'b', 'c'].map(id => declared(id)),
    );
    await store.edit({ id: 'b' }, values('Edited'), change);
    await store.declare('config', [declared('c')]);
    expect(await revisions()).toEqual({ b: 3, c: 1, other: 1 });
    expect(await store.find('b')).toEqual({
      id: 'b',
      edited: values('Edited'),
      revision: 3,
      changedAt: change.at,
      changedBy: change.by,
    });

    await store.declare('config', [declared('b'), declared('c')]);
    expect(await store.find('b')).toMatchObject({
      declaration: { source: 'config', values: values('b') },
      edited: values('Edited'),
      revision: 4,
    });
    await store.declare('config', []);
    expect(await revisions()).toEqual({ b: 5, other: 1 });
  });

  it('adds, edits and removes what is declared nowhere', async () => {
    await store.add('new', values('New'), change);
    expect(await store.count()).toBe(1);
    expect(
      await store.edit({ id: 'new', revision: 1 }, values('Newer'), change),
    ).toBe(true);
    expect(
      await store.edit({ id: 'new', revision: 1 }, values('Old'), change),
    ).toBe(false);
    expect((await store.find('new'))?.edited).toEqual(values('Newer'));
    expect(await store.remove({ id: 'new', revision: 1 })).toBe(false);
    expect(await store.withdraw({ id: 'new', revision: 2 }, change)).toBe(
      false,
    );
    expect(await store.remove({ id: 'new', revision: 2 })).toBe(true);
    expect(await store.list()).toEqual([]);
  });

  it('withdraws an edit of what is declared, and never removes that', async () => {
    await store.declare('config', [declared('a')]);
    await store.edit({ id: 'a' }, values('Edited'), change);
    expect(await store.remove({ id: 'a' })).toBe(false);
    expect(await store.withdraw({ id: 'a', revision: 2 }, change)).toBe(true);
    expect(await store.find('a')).toMatchObject({ revision: 3 });
    expect((await store.find('a'))?.edited).toBeUndefined();
  });

  it('lets one of those win who edit the same revision at once', async () => {
    await store.add('new', values('New'), change);
    const edited = await Promise.all(
      ['A', 'B', 'C', 'D'].map(title =>
        store.edit({ id: 'new', revision: 1 }, values(title), change),
      ),
    );
    expect(edited.filter(Boolean)).toHaveLength(1);
    expect(await revisions()).toEqual({ new: 2 });
  });

  it('gives no revision twice when a declaration changes at the same time', async () => {
    await store.declare('config', [declared('a')]);
    await Promise.all([
      store.declare('config', [declared('a', 'A')]),
      ...['B', 'C', 'D'].map(title =>
        store.edit({ id: 'a' }, values(title), change),
      ),
    ]);
    expect(await revisions()).toEqual({ a: 5 });
  });

  it('lets replicas start at the same time', async () => {
    await Promise.all(
      [1, 2, 3].map(() => store.declare('config', [declared('a')])),
    );
    expect(await store.list()).toHaveLength(1);
  });

  it('needs the same statements for many documents as for one', async () => {
    const many = (count: number, title: string) =>
      Array.from({ length: count }, (_, index) =>
        declared(`document-${index}`, title),
      );
    const statements = async (count: number) => {
      const sent = await statementsOf(knex, async () => {
        await store.declare('config', many(count, 'A'));
        await store.declare('config', many(count, 'B'));
        await store.list();
        await store.declare('config', []);
      });
      return sent.length;
    };
    expect(await statements(2000)).toBe(await statements(1));
  });
});
