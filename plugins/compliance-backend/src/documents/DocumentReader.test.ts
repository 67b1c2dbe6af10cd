import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DocumentValues } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { DocumentControl } from '../permissions/DocumentControl';
import { DocumentReader } from './DocumentReader';
import { DocumentStore } from './DocumentStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const credentials = mockCredentials.user();
const declared = (title: string, values: Partial<DocumentValues> = {}) => ({
  id: `resource:default:${title}`,
  declaredBy: `resource:default/${title}`,
  values: { title, kind: 'policy' as const, clauses: [], ...values },
});
const visible: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'visible', namespace: 'default' },
  spec: { type: 'document' },
};

describe.each(databases.eachSupportedId())('DocumentReader, %p', databaseId => {
  let knex: Knex;
  let store: DocumentStore;
  let reader: DocumentReader;
  let now: Date;
  const permissions = mockServices.permissions.mock();
  const catalog = catalogServiceMock.mock();

  /** Decides about reading documents and about reading entities. */
  const decide = (
    documents: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
    entities: AuthorizeResult,
  ) => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: documents })),
    );
    permissions.authorizeConditional.mockResolvedValue([
      entities === AuthorizeResult.CONDITIONAL
        ? {
            result: entities,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: { rule: 'X', resourceType: 'catalog-entity' },
          }
        : { result: entities },
    ]);
  };

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init(databaseId);
    await migrate(knex);
    store = new DocumentStore(knex);
    now = new Date('2026-06-01T08:00:00Z');
    catalog.streamEntities.mockImplementation(request =>
      catalogServiceMock({ entities: [visible] }).streamEntities(request),
    );
    decide(AuthorizeResult.ALLOW, AuthorizeResult.ALLOW);
    reader = new DocumentReader({
      store,
      control: new DocumentControl({
        auth: mockServices.auth(),
        permissions,
        catalog,
      }),
      clock: () => now,
    });
  });

  const titles = async () =>
    (await reader.list(credentials)).map(({ title }) => title);

  it('lists by title, numbers by their size', async () => {
    await store.declare(
      'catalog',
      ['b 10', 'B 9', 'ä', 'a'].map(title => declared(title)),
    );
    expect(await titles()).toEqual(['a', 'ä', 'B 9', 'b 10']);
  });

  it('tells how documents stand on the day they are read', async () => {
    await store.declare('catalog', [
      declared('yearly', { approvedOn: '2025-06-01', reviewEvery: 'P1Y' }),
    ]);
    const [lastDay] = await reader.list(credentials);
    expect(lastDay).toMatchObject({
      state: 'current',
      nextReviewOn: '2026-06-01',
    });
    now = new Date('2026-06-02T00:00:00Z');
    const [after] = await reader.list(credentials);
    expect(after).toEqual({ ...lastDay, state: 'overdue' });
  });

  it('shows what the portal says instead of what is declared', async () => {
    await store.declare('catalog', [declared('old')]);
    const values = { title: 'new', kind: 'plan' as const, clauses: [] };
    await store.edit({ id: 'resource:default:old' }, values, {
      at: now.toISOString(),
      by: 'user:default/jo',
    });
    expect(await reader.list(credentials)).toEqual([
      {
        ...values,
        id: 'resource:default:old',
        state: 'draft',
        source: 'catalog',
        declaredBy: 'resource:default/old',
        declared: declared('old').values,
        etag: '2',
        changedAt: now.toISOString(),
        changedBy: 'user:default/jo',
      },
    ]);
  });

  it('asks once which entities are visible, and only where it matters', async () => {
    await store.declare('config', [
      { id: 'plan', values: { title: 'plan', kind: 'plan', clauses: [] } },
    ]);
    expect(await titles()).toEqual(['plan']);
    expect(permissions.authorizeConditional).not.toHaveBeenCalled();

    await store.declare('catalog', [declared('hidden'), declared('visible')]);
    expect(await titles()).toEqual(['hidden', 'plan', 'visible']);
    expect(catalog.streamEntities).not.toHaveBeenCalled();

    decide(AuthorizeResult.ALLOW, AuthorizeResult.DENY);
    expect(await titles()).toEqual(['plan']);
    expect(catalog.streamEntities).not.toHaveBeenCalled();

    decide(AuthorizeResult.ALLOW, AuthorizeResult.CONDITIONAL);
    expect(await titles()).toEqual(['plan', 'visible']);
    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
    expect(catalog.streamEntities).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });

    decide(AuthorizeResult.DENY, AuthorizeResult.ALLOW);
    expect(await titles()).toEqual([]);
  });

  it('needs one statement for many documents', async () => {
    await store.declare(
      'catalog',
      Array.from({ length: 500 }, (_, index) => declared(`document-${index}`)),
    );
    const statements = await statementsOf(knex, titles);
    expect(statements).toHaveLength(1);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });
});
