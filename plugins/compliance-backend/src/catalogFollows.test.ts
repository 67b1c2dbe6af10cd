import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  BackendFeature,
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
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import catalogModuleCompliance from '@service-compliance/backstage-plugin-catalog-backend-module-compliance';
import { complianceProfileUpdatePermission } from '@service-compliance/backstage-plugin-compliance-common';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(120_000);

const owner = 'user:default/olga';
const ledger = 'component/default/ledger';

const entities: Entity[] = ['ledger', 'payments'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner },
}));

/** Owners edit profiles; everybody sees everything. */
const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            return permission.name === complianceProfileUpdatePermission.name
              ? createCatalogConditionalDecision(
                  complianceProfileUpdatePermission,
                  catalogConditions.isEntityOwner({
                    claims: user?.info.ownershipEntityRefs ?? [],
                  }),
                )
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

const events = mockServices.events();
const sharedEvents = createServiceFactory({
  service: eventsServiceRef,
  deps: {},
  factory: () => events,
});

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await sleep(50);
    }
  }
}

describe.each<[string, BackendFeature[], number]>([
  ['with events', [sharedEvents], 5_000],
  // Without a common events service those of one plugin reach no other one.
  ['with events that never arrive', [], 15_000],
])('the catalog follows an edit, %s', (_, features, limit) => {
  let backend: TestBackend;
  const scheduler = testScheduler();

  const asUser = (user: string) => mockCredentials.user.header(user);
  const get = async (path: string) => {
    const { body } = await request(backend.server)
      .get(`/api${path}`)
      .set('Authorization', asUser(owner))
      .expect(200);
    return body;
  };
  const put = (path: string, body: object, options: { user: string }) =>
    request(backend.server)
      .put(`/api/compliance${path}`)
      .set('Authorization', asUser(options.user))
      .set('If-Match', '*')
      .send(body);
  const namesFor = async (filter: string) => {
    const query = new URLSearchParams({ filter: `metadata.labels.${filter}` });
    const { items } = await get(`/catalog/entities/by-query?${query}`);
    return items.map(({ metadata }: Entity) => metadata.name);
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            // Nothing is processed again but what is refreshed.
            catalog: { processingInterval: { hours: 10 } },
          },
        }),
        authFactory,
        httpAuthServiceFactory,
        scheduler.factory,
        catalogPlugin,
        catalogModuleCompliance,
        testProvider(entities).feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
        ...features,
      ],
    });
    await eventually(async () => {
      const { totalItems } = await get('/catalog/entities/by-query?limit=0');
      if (totalItems < entities.length) {
        throw new Error(`Only ${totalItems} entities were processed`);
      }
    });
    await eventually(async () => {
      await scheduler.runCycle();
      await get(`/compliance/entities/${ledger}`);
    });
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('of an owner, and finds the entity by its labels', async () => {
    expect(await namesFor('compliance/service-tier=tier-1')).toEqual([]);
    const { body } = await put(
      `/entities/${ledger}/profile/serviceLevel`,
      { tier: 'tier-1' },
      { user: owner },
    ).expect(200);
    const savedAt = Date.now();
    await eventually(async () =>
      expect(await namesFor('compliance/service-tier=tier-1')).toEqual([
        'ledger',
      ]),
    );
    expect(Date.now() - savedAt).toBeLessThan(limit);
    const { metadata } = await get(`/catalog/entities/by-name/${ledger}`);
    expect(metadata.labels['compliance/level']).toBe(body.scorecard.level);
    expect(metadata.labels['compliance/level']).not.toBe('unset');
  });

  it('and not one that was refused', async () => {
    await put(
      `/entities/${ledger}/profile/information`,
      { classification: 'internal' },
      { user: 'user:default/stranger' },
    ).expect(403);
    await put(
      `/entities/${ledger}/profile/information`,
      { classification: 'confidential' },
      { user: owner },
    ).expect(200);
    const label = 'compliance/information-classification';
    await eventually(async () =>
      expect(await namesFor(`${label}=confidential`)).toEqual(['ledger']),
    );
    expect(await namesFor(`${label}=internal`)).toEqual([]);
  });
});
