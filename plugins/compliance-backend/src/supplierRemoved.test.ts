import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  mockCredentials,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import searchPlugin from '@backstage/plugin-search-backend';
import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';
import searchModuleCompliance from '@service-compliance/backstage-plugin-search-backend-module-compliance';
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
  options: { type?: string; risk?: string; dependsOn?: string[] } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      ...(options.risk && {
        'compliance/supplier-residual-risk': options.risk,
      }),
    },
  },
  spec: {
    type: options.type ?? 'service',
    lifecycle: 'production',
    owner: 'group:default/others',
    dependsOn: options.dependsOn ?? [],
  },
});

const supplier = (name: string, risk: string) =>
  entity('Resource', name, { type: 'supplier', risk });

/** web → gateway → ledger → web, in a circle; acme and mild deliver to it. */
const estate = (gatewayNeeds: string[], ...suppliers: Entity[]) => [
  entity('Component', 'web', { dependsOn: ['component:gateway'] }),
  entity('Component', 'gateway', {
    dependsOn: ['component:ledger', ...gatewayNeeds],
  }),
  entity('Component', 'ledger', {
    dependsOn: ['component:web', 'resource:mild'],
  }),
  ...suppliers,
];
const mild = supplier('mild', 'low');
const withAcme = estate(['resource:acme'], mild, supplier('acme', 'critical'));

const circle = ['gateway', 'ledger', 'web'];

/** `a(b() c)`: without brackets where the tree ends. */
const written = ({ entityRef, children }: DependencyNode): string =>
  entityRef.split('/')[1] +
  (children ? `(${children.map(written).join(' ')})` : '');

describe('a circle of services and their suppliers', () => {
  let backend: TestBackend;
  const scheduler = testScheduler();
  const provider = testProvider(withAcme);

  const get = (path: string, header = mockCredentials.user.header()) =>
    request(backend.server).get(`/api${path}`).set('Authorization', header);
  const compliance = async (path: string) =>
    (await get(`/compliance${path}`).expect(200)).body;
  const namesWith = async (query: string): Promise<string[]> =>
    (await compliance(`/entities?${query}`)).items.map(
      ({ name }: { name: string }) => name,
    );
  const search = async (query: string): Promise<string[]> =>
    (
      await get(`/search/query?types[0]=compliance&${query}`).expect(200)
    ).body.results
      .map(({ document }: { document: { title: string } }) => document.title)
      .sort();
  const labels = async (): Promise<Record<string, string | undefined>> => {
    const { body } = await get(
      '/compliance/labels',
      mockCredentials.service.header(),
    ).expect(200);
    return Object.fromEntries(
      body.items.map(
        (item: {
          entityRef: string;
          labels: Record<string, string> | null;
        }) => [
          item.entityRef.split('/')[1],
          item.labels?.['compliance/supplier-risk'],
        ],
      ),
    );
  };

  /** Runs cycles until the list of suppliers is as expected. */
  async function untilSuppliersAre(...names: string[]) {
    const refs = names.map(name => `resource:default/${name}`);
    const isDone = async () =>
      JSON.stringify(
        (await compliance('/suppliers')).items.map(
          (item: { entityRef: string }) => item.entityRef,
        ),
      ) === JSON.stringify(refs);
    do {
      await scheduler.runCycle();
    } while (!(await isDone()));
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        authFactory,
        httpAuthServiceFactory,
        scheduler.factory,
        catalogPlugin,
        provider.feature,
        compliancePlugin,
        searchPlugin,
        searchModuleCompliance,
      ],
    });
  });

  beforeEach(async () => {
    await provider.replace(withAcme);
    await untilSuppliersAre('acme', 'mild');
    while ((await namesWith('supplierRisk=critical')).length < 4) {
      await scheduler.runCycle();
    }
    await scheduler.run('search_index_compliance');
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('goes round it once', async () => {
    const treesOf = async (name: string) => {
      const { dependencies, dependents } = await compliance(
        `/entities/component/default/${name}/dependencies?depth=5`,
      );
      return [written(dependencies), written(dependents)];
    };
    expect(await treesOf('web')).toEqual([
      'web(gateway(ledger(web mild()) acme()))',
      'web(ledger(gateway(web)))',
    ]);
    expect(await treesOf('gateway')).toEqual([
      'gateway(ledger(web(gateway) mild()) acme())',
      'gateway(web(ledger(gateway)))',
    ]);
    const { supplierRisk } = await compliance(
      '/entities/component/default/ledger',
    );
    expect(supplierRisk).toEqual({
      risk: 'critical',
      path: [
        'component:default/ledger',
        'component:default/web',
        'component:default/gateway',
        'resource:default/acme',
      ],
    });
    const { items } = await compliance('/suppliers');
    expect(
      items.map((item: { dependents: number }) => item.dependents),
    ).toEqual([3, 3]);
    expect((await compliance('/summary')).total).toBe(5);
  });

  it.each([
    ['and from what needs it', estate([], mild)],
    ['though a service still names it', estate(['resource:acme'], mild)],
  ])('forgets a supplier that is removed, %s', async (_, remaining) => {
    expect(await search('filters[supplierRisk]=critical')).toEqual([
      'acme',
      ...circle,
    ]);

    await provider.replace(remaining);
    await untilSuppliersAre('mild');
    await scheduler.run('search_index_compliance');

    expect(await namesWith('supplierRisk=critical')).toEqual([]);
    expect(await namesWith('supplierRisk=low')).toEqual([
      'gateway',
      'ledger',
      'mild',
      'web',
    ]);
    const { supplierRisk } = await compliance(
      '/entities/component/default/web',
    );
    expect(supplierRisk).toEqual({
      risk: 'low',
      path: [
        'component:default/web',
        'component:default/gateway',
        'component:default/ledger',
        'resource:default/mild',
      ],
    });
    expect(await labels()).toEqual({
      acme: undefined,
      gateway: 'low',
      ledger: 'low',
      mild: 'low',
      web: 'low',
    });

    await get('/compliance/entities/resource/default/acme').expect(404);
    expect((await compliance('/summary')).total).toBe(4);
    for (const format of ['csv', 'json']) {
      const { text } = await get(
        `/compliance/exports/services.${format}`,
      ).buffer(true);
      expect(text).toContain('mild');
      expect(text).not.toContain('acme');
    }
    expect(await search('term=acme')).toEqual([]);
    expect(await search('filters[supplierRisk]=critical')).toEqual([]);
    expect(await search('filters[supplierRisk]=low')).toEqual([
      'gateway',
      'ledger',
      'mild',
      'web',
    ]);
  });
});
