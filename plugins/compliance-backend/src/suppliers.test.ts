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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(60_000);

const entity = (
  kind: string,
  name: string,
  options: {
    type?: string;
    annotations?: Record<string, string>;
    spec?: Record<string, string[]>;
    isSecret?: boolean;
  } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    labels: options.isSecret ? { visibility: 'restricted' } : {},
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      ...options.annotations,
    },
  },
  spec: {
    type: options.type ?? 'service',
    lifecycle: 'production',
    owner: 'group:default/others',
    ...(kind === 'API' ? { definition: 'x' } : {}),
    ...options.spec,
  },
});

const supplier = (name: string, residualRisk: string, isSecret = false) =>
  entity('Resource', name, {
    type: 'supplier',
    annotations: { 'compliance/supplier-residual-risk': residualRisk },
    isSecret,
  });

const service = (name: string, spec: Record<string, string[]>, rto: string) =>
  entity('Component', name, {
    spec,
    annotations: {
      'compliance/service-tier': 'tier-1',
      'compliance/continuity-tier': 'tier-1',
      'compliance/rto': rto,
    },
  });

/** web → payments-api → gateway → acme, and app → hidden → shady. */
const estate = (acme: Entity[]) => [
  service('web', { consumesApis: ['payments-api'] }, 'PT1H'),
  entity('API', 'payments-api'),
  service(
    'gateway',
    {
      providesApis: ['payments-api'],
      dependsOn: ['resource:acme', 'component:app'],
    },
    'PT4H',
  ),
  service('app', { dependsOn: ['component:hidden'] }, 'PT1H'),
  entity('Component', 'hidden', {
    isSecret: true,
    spec: { dependsOn: ['resource:shady'] },
  }),
  supplier('shady', 'critical', true),
  ...acme,
];

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle(_, user) {
            return user?.info.userEntityRef === 'user:default/auditor'
              ? { result: AuthorizeResult.ALLOW }
              : {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: {
                    not: catalogConditions.hasLabel({
                      label: 'visibility',
                      value: 'restricted',
                    }),
                  },
                };
          },
        });
      },
    });
  },
});

/** `a(b() c)`: without brackets where the tree ends. */
const written = ({ entityRef, children }: DependencyNode): string =>
  entityRef.split('/')[1] +
  (children ? `(${children.map(written).join(' ')})` : '');

describe('suppliers and dependencies, with the catalog and a policy', () => {
  let backend: TestBackend;
  const scheduler = testScheduler();
  const provider = testProvider(estate([supplier('acme', 'high')]));

  const get = (path: string, name = 'auditor') =>
    request(backend.server)
      .get(`/api/compliance${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${name}`),
      );
  const web = '/entities/component/default/web';
  const app = '/entities/component/default/app';

  /** Runs cycles until the answer about an entity is as expected. */
  async function eventually(
    path: string,
    isAsExpected: (body: any) => boolean,
  ) {
    let body;
    do {
      await scheduler.runCycle();
      ({ body } = await get(path));
    } while (!isAsExpected(body));
    return body;
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        authFactory,
        httpAuthServiceFactory,
        scheduler.factory,
        catalogPlugin,
        provider.feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
      ],
    });
    await eventually(
      `${web}/dependencies?depth=5`,
      ({ dependencies }) =>
        dependencies &&
        written(dependencies) ===
          'web(payments-api(gateway(app(hidden(shady)) acme())))',
    );
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('tells the risk that a service inherits, and the chain', async () => {
    const { body } = await get(web);
    expect(body.supplierRisk).toEqual({
      risk: 'high',
      path: [
        'component:default/web',
        'api:default/payments-api',
        'component:default/gateway',
        'resource:default/acme',
      ],
    });
    const { body: list } = await get('/entities?supplierRisk=high');
    expect(list.items.map(({ name }: { name: string }) => name)).toEqual([
      'acme',
      'payments-api',
      'web',
    ]);
  });

  it('keeps a chain to itself of which the reader may not see everything', async () => {
    const { body: seen } = await get(app, 'reader');
    expect(seen.supplierRisk).toEqual({ risk: 'critical' });
    const { body: all } = await get(app);
    expect(all.supplierRisk.path).toHaveLength(3);

    const { body: gateway } = await get(
      '/entities/component/default/gateway/dependencies',
      'reader',
    );
    expect(written(gateway.dependencies)).toBe('gateway(app() acme())');
    expect(gateway.supplierRisk).toEqual({
      risk: 'high',
      path: ['component:default/gateway', 'resource:default/acme'],
    });
    expect(JSON.stringify(gateway)).not.toMatch(/hidden|shady/);
    const hidden = '/entities/component/default/hidden/dependencies';
    expect((await get(hidden, 'reader')).status).toBe(404);
    expect((await get(hidden)).status).toBe(200);
  });

  it('tells which chain breaks the recovery time', async () => {
    const { body } = await get(`${web}/dependencies`);
    expect(body.recovery).toEqual([
      {
        rto: 'PT4H',
        path: [
          'component:default/web',
          'api:default/payments-api',
          'component:default/gateway',
        ],
      },
    ]);
    const one = await get(`${web}/dependencies?depth=1`);
    expect(one.body).toMatchObject({ recovery: [] });
    expect(one.body).not.toHaveProperty('supplierRisk');
  });

  it('lists the suppliers that the reader may see, with what needs them', async () => {
    const { body: all } = await get('/suppliers?order=residualRisk,desc');
    expect(all).toMatchObject({
      totalItems: 2,
      items: [
        { entityRef: 'resource:default/shady', dependents: 3 },
        {
          entityRef: 'resource:default/acme',
          dependents: 3,
          dependentsByTier: { 'tier-1': 2, unset: 1 },
        },
      ],
    });
    const { body: seen } = await get('/suppliers', 'reader');
    expect(seen).toMatchObject({
      totalItems: 1,
      items: [{ entityRef: 'resource:default/acme' }],
      pageInfo: {},
    });
    const { body: first } = await get('/suppliers?limit=1');
    const { body: second } = await get(
      `/suppliers?limit=1&cursor=${first.pageInfo.nextCursor}`,
    );
    expect([...first.items, ...second.items]).toHaveLength(2);
    expect(
      (
        await get(
          `/suppliers?limit=1&order=score,asc&cursor=${first.pageInfo.nextCursor}`,
        )
      ).status,
    ).toBe(400);
    expect((await get('/suppliers?fullText=SHAD')).body.totalItems).toBe(1);
  });

  it.each([
    [`${web}/dependencies?depth=6`, 400, "Invalid depth '6', must be <= 5"],
    [
      `${web}/dependencies?depth=two`,
      400,
      "Invalid depth 'two', must be integer",
    ],
    [
      '/suppliers?order=size,asc',
      400,
      "Invalid order 'size,asc', expected '<field>,<asc|desc>' with one of the fields name, criticality, residualRisk, nextAssessmentOn, contractEndsOn, score",
    ],
    [
      '/entities/component/default/nobody/dependencies',
      404,
      "No profile of 'component:default/nobody': it is not in scope, was not read from the catalog yet, or is not visible to you",
    ],
  ])('refuses %s', async (path, status, message) => {
    const response = await get(path);
    expect([response.status, response.body.error.message]).toEqual([
      status,
      message,
    ]);
  });

  it('follows the catalog, up to a supplier that is removed from it', async () => {
    await provider.replace(estate([supplier('acme', 'low')]));
    await eventually(web, ({ supplierRisk }) => supplierRisk?.risk === 'low');
    await provider.replace(estate([]));
    const body = await eventually(
      web,
      ({ supplierRisk }) => supplierRisk === undefined,
    );
    expect(body.entityRef).toBe('component:default/web');
    const { body: suppliers } = await get('/suppliers');
    expect(suppliers.totalItems).toBe(1);
  });
});
