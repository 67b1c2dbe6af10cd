import { TestDatabases } from '@backstage/backend-test-utils';
import {
  iso27001,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { DocumentEditor } from './DocumentEditor';
import { DocumentStore } from './DocumentStore';
import { toRegistered } from './registered';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const author = 'user:default/jo';
const values = { title: 'Policy', kind: 'policy' as const, clauses: [] };

describe.each(databases.eachSupportedId())('DocumentEditor, %p', databaseId => {
  let knex: Knex;
  let store: DocumentStore;
  let editor: DocumentEditor;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    store = new DocumentStore(knex);
    editor = new DocumentEditor({
      store,
      standards: [iso27001],
      clock: () => new Date('2026-06-01T08:00:00Z'),
    });
  });

  const read = async (id: string): Promise<RegisteredDocument> =>
    toRegistered((await store.find(id))!, '2026-06-01');
  const added = async () => read(await editor.add(values, author));

  it('adds documents that do not get in the way of each other', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => editor.add(values, author)),
    );
    expect(new Set(ids).size).toBe(3);
    expect(await read(ids[0])).toMatchObject({
      ...values,
      source: 'portal',
      etag: '1',
      changedAt: '2026-06-01T08:00:00.000Z',
      changedBy: author,
    });
  });

  it('adds none to a register that is full', async () => {
    await store.declare(
      'config',
      Array.from({ length: 2000 }, (_, index) => ({ id: `${index}`, values })),
    );
    await expect(editor.add(values, author)).rejects.toThrow(
      'The register has 2000 documents, which is the most it takes; remove one first',
    );
    expect(await store.count()).toBe(2000);
  });

  it('tells which fields a change is about, and writes none that is not one', async () => {
    const document = await added();
    const change = { document, version: document.etag, author };
    const input = { ...values, title: 'New', version: '2' };
    await expect(editor.save(change, input)).resolves.toEqual([
      'title',
      'version',
    ]);
    const now = { ...change, document: await read(document.id) };
    const statements = await statementsOf(knex, async () => {
      // It arrives a second time, on the version that it was based on.
      expect(await editor.save(now, input)).toEqual([]);
    });
    expect(statements).toEqual([]);
    expect((await read(document.id)).etag).toBe('2');
  });

  it.each([
    ['another version than the one', { ...values, title: 'New' }],
    ['another version, even if it is wrong', { kind: 'nonsense' }],
  ])('refuses a change that is based on %s', async (_, input) => {
    const document = await added();
    await expect(
      editor.save({ document, version: '7', author }, input),
    ).rejects.toThrow(
      'The document was changed in the meantime: it no longer has version 7, which the change is based on',
    );
    expect(await read(document.id)).toEqual(document);
  });

  it('saves one of two changes that are made at the same time', async () => {
    const document = await added();
    const results = await Promise.allSettled(
      ['A', 'B'].map(title =>
        editor.save(
          { document, version: document.etag, author },
          { ...values, title },
        ),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await read(document.id)).etag).toBe('2');
  });

  it('does not bring back what was removed in between', async () => {
    const document = await added();
    await editor.remove({ document, version: '*', author });
    await expect(
      editor.save(
        { document, version: '*', author },
        { ...values, title: 'X' },
      ),
    ).rejects.toThrow('changed in the meantime');
    expect(await store.count()).toBe(0);
  });

  it('tells removing from withdrawing', async () => {
    const document = await added();
    await store.declare('config', [{ id: 'declared', values }]);
    expect(await editor.removalOf(document.id)).toBe('remove');
    expect(await editor.removalOf('declared')).toBe('withdraw');
    expect(await editor.removalOf('nobody')).toBe('remove');
  });
});
