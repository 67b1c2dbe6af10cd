import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogPermissionRule,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { complianceProfileReadPermission } from '@service-compliance/backstage-plugin-compliance-common';
import {
  Check,
  complianceChecksExtensionPoint,
  complianceStandardsExtensionPoint,
} from '@service-compliance/backstage-plugin-compliance-node';
import request from 'supertest';
import { z } from 'zod/v3';
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
  more: {
    owner?: string;
    labels?: Record<string, string>;
    continuityTier?: string;
    dependsOn?: string[];
  } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    labels: more.labels,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      'compliance/service-tier': 'tier-2',
      'compliance/continuity-tier': more.continuityTier ?? 'tier-1',
    },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: more.owner ?? 'group:default/others',
    dependsOn: more.dependsOn ?? [],
    ...(kind === 'API' ? { definition: 'x' } : {}),
    ...(kind === 'Group' ? { type: 'team', children: [] } : {}),
  },
});

const entities = [
  entity('Component', 'payments', {
    owner: 'group:default/payments',
    dependsOn: ['component:default/ledger'],
  }),
  entity('API', 'payments-api', { owner: 'group:default/payments' }),
  entity('Component', 'ledger', {
    labels: { domain: 'Core' },
    continuityTier: 'tier-3',
  }),
  entity('Component', 'intranet'),
  entity('Group', 'payments'),
];

/** A rule that nobody but the catalog knows. */
const nameStartsWith = createCatalogPermissionRule({
  name: 'NAME_STARTS_WITH',
  description: 'Allow entities whose name starts with a text',
  resourceType: 'catalog-entity',
  paramsSchema: z.object({ prefix: z.string() }),
  apply: (resource: Entity, { prefix }) =>
    resource.metadata.name.startsWith(prefix),
  toQuery: ({ prefix }) => ({
    key: 'metadata.name',
    values: entities
      .map(({ metadata }) => metadata.name)
      .filter(name => name.startsWith(prefix)),
  }),
});

const rulesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'rules',
  register(env) {
    env.registerInit({
      deps: { permissionsRegistry: coreServices.permissionsRegistry },
      async init({ permissionsRegistry }) {
        permissionsRegistry.addPermissionRules([nameStartsWith]);
      },
    });
  },
});

const conditional = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions,
});
const startsWith = (prefix: string): PermissionCondition => ({
  rule: 'NAME_STARTS_WITH',
  resourceType: 'catalog-entity',
  params: { prefix },
});
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** What the policy decides about `catalog.entity.read` and about profiles. */
const decisions: Record<string, [PolicyDecision, PolicyDecision]> = {
  auditor: [allow, allow],
  stranger: [deny, allow],
  curious: [allow, deny],
  owner: [
    conditional(
      catalogConditions.isEntityOwner({ claims: ['group:default/payments'] }),
    ),
    allow,
  ],
  core: [
    conditional(catalogConditions.hasLabel({ label: 'domain', value: 'core' })),
    allow,
  ],
  notCore: [
    conditional({
      allOf: [
        catalogConditions.isEntityKind({ kinds: ['Component'] }),
        { not: catalogConditions.hasLabel({ label: 'domain' }) },
      ],
    }),
    allow,
  ],
  custom: [conditional(startsWith('pay')), allow],
  customProfile: [
    allow,
    conditional({ anyOf: [startsWith('led'), startsWith('payments-')] }),
  ],
  unsupportedKey: [
    conditional(
      catalogConditions.hasMetadata({ key: 'description', value: 'x' }),
    ),
    allow,
  ],
};

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const name = user?.info.userEntityRef.split('/')[1] ?? '';
            const [entityRead, profileRead] = decisions[name];
            return permission.name === complianceProfileReadPermission.name
              ? profileRead
              : entityRead;
          },
        });
      },
    });
  },
});

describe('compliancePlugin with the catalog and a policy', () => {
  let backend: TestBackend;

  const get = (path: string, name: string) =>
    request(backend.server)
      .get(`/api/compliance${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${name}`),
      );
  const namesFor = async (name: string, query = '') => {
    const { status, body } = await get(`/entities${query}`, name);
    expect(status).toBe(200);
    return {
      names: body.items.map((item: { name: string }) => item.name),
      totalItems: body.totalItems,
    };
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
        rulesModule,
        permissionPlugin,
        policyModule,
        compliancePlugin,
      ],
    });
    for (let total = 0; total < 4; ) {
      await scheduler.runCycle();
      ({ totalItems: total } = await namesFor('auditor'));
    }
  });

  afterAll(async () => {
    await backend.stop();
  });

  it.each([
    ['auditor', ['intranet', 'ledger', 'payments', 'payments-api']],
    ['stranger', []],
    ['curious', []],
    ['owner', ['payments', 'payments-api']],
    ['core', ['ledger']],
    ['notCore', ['intranet', 'payments']],
    ['custom', ['payments', 'payments-api']],
    ['customProfile', ['ledger', 'payments-api']],
    ['unsupportedKey', []],
  ])('shows %s what the policy lets them see', async (name, expected) => {
    await expect(namesFor(name)).resolves.toEqual({
      names: expected,
      totalItems: expected.length,
    });

    const found: string[] = [];
    const messages = new Set<string>();
    for (const { kind, metadata } of entities) {
      const { name: entityName } = metadata;
      const { status, body } = await get(
        `/entities/${kind}/default/${entityName}`,
        name,
      );
      if (status === 200) {
        found.push(entityName);
      } else {
        messages.add(`${status} ${body.error.message.replace(/'.*'/, '…')}`);
      }
    }
    expect(found.sort()).toEqual(expected);
    expect([...messages]).toEqual([
      '404 No profile of …: it is not in scope, was not read from the catalog yet, or is not visible to you',
    ]);
  });

  it('does not tell about a dependency that is hidden from the reader', async () => {
    const findingFor = async (name: string) => {
      const { body } = await get('/entities/component/default/payments', name);
      return body.scorecard.results.find(
        ({ checkId }: { checkId: string }) =>
          checkId === 'continuity-dependencies',
      );
    };
    await expect(findingFor('auditor')).resolves.toMatchObject({
      status: 'fail',
      finding: 'ledger recovers in 1 day, later than 1 hour.',
    });
    await expect(findingFor('owner')).resolves.toMatchObject({
      status: 'fail',
      finding:
        'This result is about another entity that you are not allowed to see.',
    });
  });

  it('filters, sorts and pages within what a reader may see', async () => {
    await expect(namesFor('owner', '?kind=component')).resolves.toEqual({
      names: ['payments'],
      totalItems: 1,
    });
    await expect(namesFor('custom', '?fullText=led')).resolves.toEqual({
      names: [],
      totalItems: 0,
    });
    const { body } = await get('/entities?limit=1', 'custom');
    expect(body.totalItems).toBe(2);
    const { nextCursor } = body.pageInfo;
    await expect(
      namesFor('custom', `?limit=1&cursor=${nextCursor}`),
    ).resolves.toEqual({ names: ['payments-api'], totalItems: 2 });
  });

  it('assesses what the catalog has', async () => {
    const { body } = await get(
      '/entities/component/default/payments',
      'auditor',
    );
    expect(body.profile.serviceLevel.tier).toEqual({
      value: 'tier-2',
      source: 'git',
    });
    expect(body.scorecard.results).toContainEqual(
      expect.objectContaining({ checkId: 'catalogue-owner', status: 'pass' }),
    );
  });

  it('lists its permissions', async () => {
    const { body } = await get(
      '/.well-known/backstage/permissions/metadata',
      'stranger',
    );
    expect(body.permissions).toEqual([
      expect.objectContaining({
        name: 'compliance.profile.read',
        resourceType: 'catalog-entity',
      }),
      expect.objectContaining({
        name: 'compliance.profile.update',
        resourceType: 'catalog-entity',
      }),
      ...[
        'compliance.export',
        'compliance.applicability.read',
        'compliance.applicability.update',
        'compliance.applicability.approve',
        'compliance.document.read',
        'compliance.document.update',
      ].map(name => expect.objectContaining({ name, type: 'basic' })),
    ]);
  });

  it('lets nobody in without credentials', async () => {
    const { status } = await request(backend.server).get(
      '/api/compliance/entities',
    );
    expect(status).toBe(401);
  });
});

describe('compliancePlugin', () => {
  const check: Check = {
    id: 'named-well',
    title: 'Named well',
    description: 'Passes when the name is short.',
    facet: 'catalogue',
    weight: 1,
    clauses: [{ standard: 'house-rules', clause: '1' }],
    remediation: { text: 'Find a shorter name.' },
    evaluate: ({ entity: { name } }) => ({
      status: name.length < 10 ? 'pass' : 'fail',
      finding: `The name has ${name.length} letters.`,
      expected: 'Less than 10.',
    }),
  };
  const moduleThatAdds = (...checks: Check[]) =>
    createBackendModule({
      pluginId: 'compliance',
      moduleId: 'house-rules',
      register(env) {
        env.registerInit({
          deps: {
            checks: complianceChecksExtensionPoint,
            standards: complianceStandardsExtensionPoint,
          },
          async init(points) {
            points.checks.addCheck(...checks);
            points.standards.addStandard({
              id: 'house-rules',
              title: 'House rules',
              managementSystem: 'sms',
              themes: [],
              clauses: [
                {
                  id: '1',
                  title: 'Names',
                  kind: 'clause',
                  evidence: 'service',
                  unit: true,
                },
              ],
            });
          },
        });
      },
    });

  it('takes checks and standards from modules', async () => {
    const scheduler = testScheduler();
    const { server } = await startTestBackend({
      features: [
        scheduler.factory,
        catalogServiceMock.factory({ entities }),
        compliancePlugin,
        moduleThatAdds(check),
      ],
    });
    await scheduler.runCycle();

    const { body } = await request(server).get(
      '/api/compliance/entities/api/default/payments-api',
    );
    expect(body.scorecard.results).toContainEqual(
      expect.objectContaining({
        checkId: 'named-well',
        status: 'fail',
        finding: 'The name has 12 letters.',
      }),
    );
    const standard = await request(server).get(
      '/api/compliance/standards/house-rules',
    );
    expect(standard.body.clauses[0].checks).toEqual(['named-well']);
  });

  it.each([
    ['twice', moduleThatAdds(check, check), /'named-well' was added already/],
    [
      'with the id of a built-in one',
      moduleThatAdds({ ...check, id: 'catalogue-owner' }),
      /catalogue-owner.*an id that is not taken/s,
    ],
  ])('does not start with a check %s', async (_, module, message) => {
    await expect(
      startTestBackend({
        features: [
          catalogServiceMock.factory({ entities }),
          compliancePlugin,
          module,
        ],
      }),
    ).rejects.toThrow(message);
  });

  it('does not start with a wrong configuration, and says why', async () => {
    await expect(
      startTestBackend({
        features: [
          mockServices.rootConfig.factory({
            data: {
              compliance: {
                levels: [{ id: 'good', title: 'Good', minScore: 'plenty' }],
              },
            },
          }),
          catalogServiceMock.factory({ entities }),
          compliancePlugin,
        ],
      }),
    ).rejects.toThrow(/compliance\.levels\[0\]\.minScore.*plenty/s);
  });

  it('keeps the data and tells its age when the catalog is down', async () => {
    const scheduler = testScheduler();
    const catalog = catalogServiceMock({ entities });
    let down = false;
    const { server } = await startTestBackend({
      features: [
        scheduler.factory,
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => ({
            ...catalogServiceMock.mock(),
            getEntitiesByRefs: catalog.getEntitiesByRefs.bind(catalog),
            async *streamEntities(...args) {
              if (down) {
                throw new Error('connect ECONNREFUSED');
              }
              yield* catalog.streamEntities(...args);
            },
          }),
        }),
        compliancePlugin,
      ],
    });
    await scheduler.runCycle();
    const { body: before } = await request(server).get(
      '/api/compliance/entities',
    );
    expect(before.totalItems).toBe(4);

    down = true;
    await scheduler.runCycle();
    const { body: after } = await request(server).get(
      '/api/compliance/entities',
    );
    expect(after).toEqual(before);
    const { body: status } = await request(server).get(
      '/api/compliance/status',
    );
    expect(status.mirror.last).toMatchObject({
      outcome: 'failure',
      error: expect.stringContaining('connect ECONNREFUSED'),
    });
    expect(status.mirror.lastSuccess).toMatchObject({
      outcome: 'success',
      counts: { added: 4 },
    });
    expect(status.catalogReadAt).toBe(status.mirror.lastSuccess.startedAt);
    expect(status.dataAgeSeconds).toEqual(expect.any(Number));
  });
});
