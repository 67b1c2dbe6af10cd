import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleCompliance from '@service-compliance/backstage-plugin-search-backend-module-compliance';
import request from 'supertest';
import { testScheduler } from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(60_000);

const component = (
  name: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
});

const entities = [
  component('payments', {
    'compliance/service-tier': 'tier-1',
    'compliance/information-classification': 'confidential',
    'compliance/continuity-tier': 'tier-1',
    'compliance/continuity-last-tested': '2019-01-01',
  }),
  component('payroll', {
    'compliance/service-tier': 'tier-3',
    'compliance/information-classification': 'confidential',
  }),
  component('intranet', {
    'compliance/information-classification': 'internal',
  }),
];

/**
 * Services see everything. The auditor does too, while everybody else sees what
 * is named after them; what is asked for is kept.
 */
function policy() {
  const permissions = new Set<string>();
  const service: PermissionsService = {
    async authorizeConditional(requests, options) {
      const { principal } = options!.credentials as {
        principal: { type: string; userEntityRef?: string };
      };
      requests.forEach(({ permission }) => permissions.add(permission.name));
      const seesAll =
        principal.type === 'service' ||
        principal.userEntityRef === 'user:default/auditor';
      return requests.map(() =>
        seesAll
          ? { result: AuthorizeResult.ALLOW }
          : {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'NAMED',
                resourceType: 'catalog-entity',
              },
            },
      );
    },
    async authorize(requests, options) {
      const { principal } = options!.credentials as {
        principal: { userEntityRef: string };
      };
      const [, name] = principal.userEntityRef.split('/');
      return requests.map(({ resourceRef }) => ({
        result: resourceRef?.endsWith(`/${name}`)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      }));
    },
  };
  return { service, permissions };
}

describe('the search finds what the compliance backend knows', () => {
  const { service, permissions } = policy();
  let backend: TestBackend;

  const search = async (term: string, reader: string, query = '') => {
    const { status, body } = await request(backend.server)
      .get(
        `/api/search/query?term=${encodeURIComponent(
          term,
        )}&types[0]=compliance${query}`,
      )
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${reader}`),
      );
    expect(status).toBe(200);
    return body.results;
  };
  const titles = async (...args: Parameters<typeof search>) =>
    (await search(...args))
      .map(({ document }: { document: { title: string } }) => document.title)
      .sort();

  beforeAll(async () => {
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        scheduler.factory,
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => service,
        }),
        catalogServiceMock.factory({ entities }),
        compliancePlugin,
        searchPlugin,
        searchModuleCompliance,
      ],
    });
    await scheduler.runCycle();
    await scheduler.run('search_index_compliance');
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('finds services by what is known of them', async () => {
    await expect(titles('confidential', 'auditor')).resolves.toEqual([
      'payments',
      'payroll',
    ]);
    await expect(
      titles('', 'auditor', '&filters[classification]=internal'),
    ).resolves.toEqual(['intranet']);
    await expect(
      titles('', 'auditor', '&filters[serviceTier]=unset'),
    ).resolves.toEqual(['intranet']);
  });

  it('says why, and leads to the tab', async () => {
    const [{ type, document, highlight }] = await search(
      'tested',
      'auditor',
      '&filters[serviceTier]=tier-1',
    );
    expect(type).toBe('compliance');
    expect(document).toMatchObject({
      title: 'payments',
      location: '/catalog/default/component/payments/compliance',
      text: expect.stringMatching(
        /^Service tier: Tier 1\. Information classification: Confidential\. Continuity tier: Tier 1\. Level: .*, score .* of 100\. Profile: started\. Failing checks: .*Continuity tested/,
      ),
    });
    expect(highlight.fields.text).toContain('tested');
    expect(document).not.toHaveProperty('authorization');
  });

  it('finds for somebody what the catalog shows them, and nothing else', async () => {
    await expect(titles('confidential', 'payroll')).resolves.toEqual([
      'payroll',
    ]);
    await expect(titles('confidential', 'intranet')).resolves.toEqual([]);
    expect([...permissions]).toContain('catalog.entity.read');
  });
});
