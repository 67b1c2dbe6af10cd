import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { iso27001 } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { DocumentMirror } from './DocumentMirror';
import { DocumentStore } from './DocumentStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const document = (name: string, version?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    annotations: {
      'compliance/document-kind': 'plan',
      ...(version && { 'compliance/document-version': version }),
    },
  },
  spec: { type: 'document' },
});

describe('DocumentMirror', () => {
  let knex: Knex;
  let store: DocumentStore;
  let mirror: DocumentMirror;
  let pages: (Entity[] | 'down')[];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    store = new DocumentStore(knex);
    mirror = new DocumentMirror({
      store,
      catalog: catalogServiceMock.mock({
        streamEntities: async function* stream() {
          for (const page of pages) {
            if (page === 'down') {
              throw new Error('connect ECONNREFUSED');
            }
            yield page;
          }
        },
      }),
      auth: mockServices.auth(),
      standards: [iso27001],
      logger,
    });
  });

  const ids = async () => (await store.list()).map(({ id }) => id).sort();

  it('writes only what changed', async () => {
    pages = [[document('a'), document('b')]];
    await mirror.run();
    const unchanged = await statementsOf(knex, () => mirror.run());
    expect(
      unchanged.filter(sql => /^(insert|update|delete)/i.test(sql)),
    ).toEqual([]);
    pages = [[document('a', '2')]];
    await mirror.run();
    expect(await store.list()).toMatchObject([
      { declaration: { values: { version: '2' } }, revision: 2 },
    ]);
  });

  it('changes nothing when the catalog cannot be read to its end', async () => {
    pages = [[document('a'), document('b')]];
    await mirror.run();
    pages = [[document('a')], 'down'];
    await expect(mirror.run()).rejects.toThrow('ECONNREFUSED');
    expect(await ids()).toEqual(['resource:default:a', 'resource:default:b']);
  });

  it('reports a problem when it appears, and not in every cycle', async () => {
    pages = [[document('a', 'x'.repeat(51)), document('b')]];
    const counts = { documents: 2, documentProblems: 1 };
    await expect(mirror.run()).resolves.toEqual(counts);
    await expect(mirror.run()).resolves.toEqual(counts);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^A document is declared wrongly: resource:default\/a, compliance\/document-version: found 'x+', expected one line of at most 50 characters$/,
        ),
      ],
    ]);
    pages = [[document('a')]];
    await mirror.run();
    pages = [[document('a', 'x'.repeat(51))]];
    await mirror.run();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('takes one that comes twice once', async () => {
    pages = [[document('a')], [document('a', '2')]];
    await expect(mirror.run()).resolves.toMatchObject({ documents: 1 });
  });

  it('leaves out what is more than a register can have', async () => {
    pages = [
      Array.from({ length: 2001 }, (_, index) => document(`d-${index}`)),
    ];
    await expect(mirror.run()).resolves.toEqual({
      documents: 2000,
      documentProblems: 1,
    });
    expect(await store.count()).toBe(2000);
    expect(logger.warn).toHaveBeenCalledWith(
      'The catalog declares 2001 documents, expected at most 2000; the last ones by their refs are left out',
    );
  });
});
