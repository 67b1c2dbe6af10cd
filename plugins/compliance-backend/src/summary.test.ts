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
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  SummaryResponse,
  TrendsResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(60_000);

const HIDDEN = 120;

const service = (name: string, own: boolean): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    labels: { area: own ? 'ours' : 'theirs' },
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      ...(own && { 'compliance/information-classification': 'internal' }),
    },
  },
  spec: {
    type: 'service',
    lifecycle: own ? 'production' : 'secret',
    owner: own ? 'group:default/ours' : 'group:default/theirs',
    system: own ? 'shop' : 'secret',
  },
});

const entities = [
  ...['a', 'b', 'c'].map(name => service(name, true)),
  ...Array.from({ length: HIDDEN }, (_, index) =>
    service(`hidden-${index}`, false),
  ),
];

const conditional = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions,
});

const decisions: Record<string, PolicyDecision> = {
  auditor: { result: AuthorizeResult.ALLOW },
  stranger: { result: AuthorizeResult.DENY },
  owner: conditional(
    catalogConditions.isEntityOwner({ claims: ['group:default/ours'] }),
  ),
  labelled: conditional({
    not: catalogConditions.hasLabel({ label: 'area', value: 'theirs' }),
  }),
  // Only the catalog can answer this one.
  asked: conditional(
    catalogConditions.hasSpec({ key: 'owner', value: 'group:default/ours' }),
  ),
};

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async (_, user) =>
            decisions[user?.info.userEntityRef.split('/')[1] ?? ''],
        });
      },
    });
  },
});

describe('totals and trends with the catalog and a policy', () => {
  let backend: TestBackend;

  const get = (path: string, name: string) =>
    request(backend.server)
      .get(`/api/compliance${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${name}`),
      );
  const post = (path: string, name: string, body: object) =>
    request(backend.server)
      .post(`/api/compliance${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${name}`))
      .send(body);
  const summaryFor = async (
    name: string,
    query = '',
  ): Promise<SummaryResponse> => {
    const { status, body } = await get(`/summary${query}`, name);
    expect(status).toBe(200);
    return body;
  };

  beforeAll(async () => {
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        authFactory,
        httpAuthServiceFactory,
        scheduler.factory,
        catalogPlugin,
        testProvider(entities).feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
      ],
    });
    for (let total = 0; total < entities.length; ) {
      await scheduler.runCycle();
      ({ total } = await summaryFor('auditor'));
    }
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('counts everything for who may see everything', async () => {
    const summary = await summaryFor('auditor', '?groupBy=system');
    expect(summary).toMatchObject({
      total: HIDDEN + 3,
      facets: {
        information: { total: HIDDEN + 3, unknown: HIDDEN + 3 },
        supplier: { total: 0 },
      },
      hasMoreGroups: false,
    });
    expect(summary.groups.map(({ key, total }) => [key, total])).toEqual([
      ['system:default/secret', HIDDEN],
      ['system:default/shop', 3],
    ]);
    expect(summary.failing).toHaveLength(10);
    expect(summary.failing).toContainEqual({
      checkId: 'service-level-tier',
      title: 'Service tier',
      facet: 'serviceLevel',
      total: HIDDEN + 3,
      clauses: [
        { standard: 'iso20000-1-2018', clause: '8.3.3' },
        { standard: 'iso20000-1-2018', clause: '8.7.1' },
      ],
    });
  });

  it.each(['owner', 'labelled', 'asked'])(
    'counts for %s the three that they may see',
    async name => {
      for (const [groupBy, key] of [
        ['owner', 'group:default/ours'],
        ['system', 'system:default/shop'],
        ['domain', 'unset'],
        ['kind', 'Component'],
        ['lifecycle', 'production'],
      ]) {
        const summary = await summaryFor(name, `?groupBy=${groupBy}`);
        expect(summary.total).toBe(3);
        expect(summary.facets.information.total).toBe(3);
        expect(summary.groups.map(group => [group.key, group.total])).toEqual([
          [key, 3],
        ]);
        expect(
          Math.max(...summary.failing.map(({ total }) => total)),
        ).toBeLessThanOrEqual(3);
        expect(JSON.stringify(summary)).not.toMatch(/secret|theirs|hidden/);
      }
      const { body } = await get('/trends?days=2', name);
      expect((body as TrendsResponse).points[1]).toMatchObject({ total: 3 });
    },
  );

  it('counts nothing for who may see nothing', async () => {
    await expect(summaryFor('stranger')).resolves.toMatchObject({
      total: 0,
      groups: [],
      failing: [],
      expiring: [],
    });
    const { body } = await get('/trends?days=1', 'stranger');
    expect(body.points).toMatchObject([
      { total: 0, openFindings: 0, unclassified: 0 },
    ]);
  });

  it('takes the filters of the list', async () => {
    await expect(
      summaryFor('auditor', '?classification=internal&groupBy=kind'),
    ).resolves.toMatchObject({ total: 3 });
    await expect(summaryFor('auditor', '?lifecycle=')).resolves.toMatchObject({
      total: 0,
    });
    const query = encodeURIComponent('{"lifecycle":"production"}');
    await expect(
      summaryFor('auditor', `?query=${query}`),
    ).resolves.toMatchObject({ total: 3 });
    const { body } = await get('/trends?days=1&system=shop', 'auditor');
    expect(body.points).toMatchObject([{ total: 3 }]);
  });

  it('takes what no address can hold in a body', async () => {
    const names = Array.from({ length: 999 }, (_, number) => `none-${number}`);
    const query = { name: { $in: ['a', ...names] } };
    const summary = await post('/summary/query', 'owner', {
      query,
      groupBy: 'kind',
    });
    expect(summary.status).toBe(200);
    expect(summary.body).toMatchObject({
      total: 1,
      groups: [{ key: 'Component', total: 1 }],
    });
    const trends = await post('/trends/query', 'owner', { query, days: 1 });
    expect(trends.status).toBe(200);
    expect(trends.body.points).toMatchObject([{ total: 1 }]);
    const hidden = await post('/summary/query', 'owner', {
      filter: { lifecycle: ['secret'] },
    });
    expect(hidden.body).toMatchObject({ total: 0, groups: [] });
  });

  it('has the same defaults for a body', async () => {
    const { body } = await post('/summary/query', 'owner', {});
    expect(body.groups).toMatchObject([{ key: 'group:default/ours' }]);
    const trends = await post('/trends/query', 'owner', {});
    expect(trends.body.points).toHaveLength(90);
  });

  it.each([
    ['/summary/query', { groupBy: 'name' }, 'groupBy must be'],
    ['/summary/query', { limit: 5 }, 'additional properties'],
    ['/summary/query', { filter: { level: ['platinum'] } }, 'Invalid level'],
    ['/trends/query', { days: 367 }, 'days must be <= 366'],
    ['/trends/query', { days: '7 days' }, 'days must be'],
  ])('refuses the body of %s %j', async (path, body, message) => {
    const { status, body: refused } = await post(path, 'auditor', body);
    expect(status).toBe(400);
    expect(refused.error.message).toContain(message);
  });

  it('has a point for each day, with numbers from the first one on', async () => {
    const { status, body } = await get('/trends', 'auditor');
    expect(status).toBe(200);
    const { points }: TrendsResponse = body;
    expect(points).toHaveLength(90);
    expect(points[0]).toEqual({ date: expect.stringMatching(/^\d{4}-/) });
    expect(points[89]).toEqual({
      date: new Date().toISOString().slice(0, 10),
      total: HIDDEN + 3,
      averageScore: expect.any(Number),
      openFindings: expect.any(Number),
      unclassified: HIDDEN,
      levels: { none: HIDDEN + 3 },
    });
  });

  it.each([
    ['/summary?groupBy=name', 'Invalid groupBy'],
    ['/summary?owner=:', 'Invalid owner'],
    ['/summary?limit=5', 'limit'],
    ['/trends?days=0', 'Invalid days'],
    ['/trends?days=367', 'Invalid days'],
    ['/trends?level=platinum', 'Invalid level'],
  ])('refuses %s', async (path, message) => {
    const { status, body } = await get(path, 'auditor');
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });
});
