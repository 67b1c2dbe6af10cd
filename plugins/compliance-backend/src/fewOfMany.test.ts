import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleCompliance from '@service-compliance/backstage-plugin-search-backend-module-compliance';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(120_000);

/** More than a page of any list, export, index or mirror. */
const MANY = 600;

/** Names that sort last, so that no first page of all has them. */
const ours = ['xylophone', 'yesterday', 'zeppelin'];

const entity = (
  kind: string,
  name: string,
  spec: Record<string, string | string[]>,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      ...annotations,
    },
  },
  spec,
});

const acme = entity('Resource', 'acme', {
  type: 'supplier',
  owner: 'group:default/everybody',
});
const service = (name: string, owner: string) =>
  entity(
    'Component',
    name,
    {
      type: 'service',
      lifecycle: 'production',
      owner: `group:default/${owner}`,
      dependsOn: ['resource:acme'],
    },
    { 'compliance/information-classification': 'restricted' },
  );

const entities = [
  acme,
  ...Array.from({ length: MANY }, (_, index) =>
    service(`hidden-${index}`, 'theirs'),
  ),
  ...ours.map(name => service(name, 'ours')),
];

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }, user) =>
            user?.info.userEntityRef === 'user:default/reader' &&
            isResourcePermission(permission)
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: catalogConditions.isEntityOwner({
                    claims: ['group:default/ours', 'group:default/everybody'],
                  }),
                }
              : { result: AuthorizeResult.ALLOW },
        });
      },
    });
  },
});

describe('a reader who may see three of many services', () => {
  let backend: TestBackend;

  const get = async (path: string, name = 'reader') => {
    const { status, body, text } = await request(backend.server)
      .get(`/api${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${name}`))
      .buffer(true);
    expect(status).toBe(200);
    return { body, text };
  };

  beforeAll(async () => {
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            // The search would give up after a second, on a busy machine.
            search: { permissions: { queryLatencyBudgetMs: 120_000 } },
          },
        }),
        authFactory,
        httpAuthServiceFactory,
        scheduler.factory,
        catalogPlugin,
        testProvider(entities).feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
        searchPlugin,
        searchModuleCompliance,
      ],
    });
    for (let total = 0; total < entities.length; ) {
      await scheduler.runCycle();
      const { body } = await get('/compliance/entities?limit=1', 'auditor');
      total = body.totalItems;
    }
    await scheduler.run('search_index_compliance');
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('lists and counts three', async () => {
    const components = '/compliance/entities?kind=component';
    const { body } = await get(components);
    expect(body).toMatchObject({
      items: ours.map(name => ({ name })),
      totalItems: 3,
      pageInfo: {},
    });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await get(`${components}&limit=1${cursor}`);
      expect(page.body.totalItems).toBe(3);
      seen.push(page.body.items[0].name);
      const { nextCursor } = page.body.pageInfo;
      cursor = nextCursor && `&cursor=${nextCursor}`;
    } while (cursor);
    expect(seen).toEqual(ours);
  });

  it('has totals, trends and exports of three', async () => {
    const { body: summary } = await get('/compliance/summary?kind=component');
    expect(summary).toMatchObject({
      total: 3,
      groups: [{ key: 'group:default/ours', total: 3 }],
    });
    const { body: trends } = await get(
      '/compliance/trends?kind=component&days=1',
    );
    expect(trends.points).toMatchObject([{ total: 3 }]);

    const { body: json } = await get(
      '/compliance/exports/services.json?kind=component',
    );
    expect(json.map(({ name }: { name: string }) => name)).toEqual(ours);
    const csv = await get('/compliance/exports/services.csv?kind=component');
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(1 + 3);
  });

  it('covers clauses by three', async () => {
    const read = async (name?: string) => {
      const { body } = await get(
        '/compliance/coverage?standard=iso27001-2022&kind=component',
        name,
      );
      return body;
    };
    const coverage = await read();
    expect(coverage).toMatchObject({ services: 3, outOfScope: 0 });
    for (const { counts } of coverage.clauses) {
      const numbers: number[] = Object.values(counts);
      expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(3);
    }
    expect(await read('auditor')).toMatchObject({ services: MANY + 3 });

    const { clause, counts } = coverage.clauses.find(
      (of: { clause: string }) => of.clause === 'A.5.12',
    );
    const [state] = Object.keys(counts).filter(key => counts[key] === 3);
    const query = JSON.stringify({
      kind: 'component',
      [`clause.iso27001-2022.${clause}`]: state,
    });
    const behind = `/compliance/entities?query=${encodeURIComponent(query)}`;
    expect((await get(behind)).body.totalItems).toBe(3);
    expect((await get(behind, 'auditor')).body.totalItems).toBe(MANY + 3);

    expect(
      (
        await get(`/compliance/entities/component/default/${ours[0]}/coverage`)
      ).body.standards.map(({ inScope }: { inScope: boolean }) => inScope),
    ).toEqual([true, true]);
    const hidden = await request(backend.server)
      .get('/api/compliance/entities/component/default/hidden-1/coverage')
      .set('Authorization', mockCredentials.user.header('user:default/reader'));
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toContain('not visible to you');
  });

  it('finds three in the search, whatever is searched for', async () => {
    const search = async (query: string, name?: string) => {
      const { body } = await get(`/search/query?${query}`, name);
      // How many others there are is nobody's business either.
      expect(body.numberOfResults === undefined).toBe(name === undefined);
      return body.results
        .map(({ document }: { document: { title: string } }) => document.title)
        .sort();
    };
    for (const query of [
      'term=restricted',
      'filters[classification]=restricted',
      'term=restricted&filters[classification]=restricted',
    ]) {
      expect(await search(query)).toEqual(ours);
      expect(await search(query, 'auditor')).toHaveLength(25);
    }
    expect(await search('term=yesterday')).toEqual(['yesterday']);
    for (const query of [
      'term=hidden',
      'filters[owner]=group:default/theirs',
    ]) {
      expect(await search(query)).toEqual([]);
      expect(await search(query, 'auditor')).not.toEqual([]);
    }
  });

  it('learns of three services that need a supplier of all', async () => {
    const { body } = await get('/compliance/suppliers');
    expect(body).toMatchObject({
      items: [{ entityRef: 'resource:default/acme', dependents: 3 }],
      totalItems: 1,
    });
    const { body: tree } = await get(
      '/compliance/entities/resource/default/acme/dependencies?depth=1',
    );
    expect(tree.dependents.children).toHaveLength(3);
    expect(tree).not.toHaveProperty('truncated');
  });

  it('while somebody else sees all of them', async () => {
    const { body } = await get(
      '/compliance/entities?kind=component&limit=1',
      'auditor',
    );
    expect(body.totalItems).toBe(MANY + 3);
    const { body: suppliers } = await get('/compliance/suppliers', 'auditor');
    expect(suppliers.items[0].dependents).toBe(MANY + 3);
  });
});
