import { createBackendModule } from '@backstage/backend-plugin-api';
import { startTestBackend, TestBackend } from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModuleCompliance from './index';

jest.setTimeout(60_000);

function entity(kind: string, name: string, metadata: object): Entity {
  const location = 'url:https://git.example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...metadata,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        ...('annotations' in metadata && (metadata.annotations as object)),
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
  };
}

const entities = [
  entity('Component', 'annotated', {
    annotations: {
      'compliance/service-tier': 'tier-1',
      'compliance/information-classification': 'internal',
    },
  }),
  entity('Component', 'bare', {}),
  entity('Component', 'wrong', {
    labels: { 'Compliance/Service-Tier': 'not ours', team: 'payments' },
    annotations: {
      'compliance/service-tier': 'tier-9',
      'compliance/availability-target': 99.9,
      'compliance/rto': null,
      'compliance/runbook': 'x'.repeat(10_000),
    },
  }),
  entity('Resource', 'supplier', {
    annotations: { 'compliance/supplier-residual-risk': 'high' },
  }),
  entity('System', 'system', {
    annotations: { 'compliance/service-tier': 'tier-1' },
  }),
];

const seed = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'seed',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'seed',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(item => ({
                entity: item,
                locationKey: 'seed',
              })),
            }),
        });
      },
    });
  },
});

describe('catalogModuleCompliance in a real catalog', () => {
  let backend: TestBackend;

  const get = async (path: string) =>
    (await request(backend.server).get(`/api/catalog${path}`).expect(200)).body;

  async function namesFor(filter: string): Promise<string[]> {
    const query = new URLSearchParams({ filter });
    const { items } = await get(`/entities/by-query?${query}`);
    return items.map(({ metadata }: Entity) => metadata.name).sort();
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [catalogPlugin, seed, catalogModuleCompliance],
    });
    while (
      (await get('/entities/by-query?limit=0')).totalItems < entities.length
    ) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  });

  it.each([
    ['metadata.labels.compliance/service-tier=tier-1', ['annotated']],
    [
      'metadata.labels.compliance/service-tier=unset',
      ['bare', 'supplier', 'wrong'],
    ],
    [
      'metadata.labels.compliance/information-classification=internal',
      ['annotated'],
    ],
    ['metadata.labels.compliance/supplier-risk=high', ['supplier']],
    [
      'metadata.labels.compliance/level=unset',
      ['annotated', 'bare', 'supplier', 'wrong'],
    ],
    [
      'kind=component,metadata.labels.compliance/supplier-risk=unset',
      ['annotated', 'bare', 'wrong'],
    ],
  ])('finds entities by %s', async (filter, names) => {
    expect(await namesFor(filter)).toEqual(names);
  });

  it('counts them by label', async () => {
    const facet = 'metadata.labels.compliance/service-tier';
    const { facets } = await get(`/entity-facets?facet=${facet}`);
    expect(facets[facet]).toEqual(
      expect.arrayContaining([
        { value: 'unset', count: 3 },
        { value: 'tier-1', count: 1 },
      ]),
    );
  });

  it('keeps an entity whose annotations and labels are wrong', async () => {
    const wrong: AlphaEntity = await get(
      '/entities/by-name/component/default/wrong',
    );
    expect(wrong.metadata.labels).toEqual({
      team: 'payments',
      'compliance/service-tier': 'unset',
      'compliance/information-classification': 'unset',
      'compliance/continuity-tier': 'unset',
      'compliance/supplier-risk': 'unset',
      'compliance/level': 'unset',
    });
    expect(wrong.metadata.annotations).toMatchObject({
      'compliance/service-tier': 'tier-9',
      'compliance/availability-target': '99.9',
    });
    expect(
      wrong.status?.items?.map(({ type, level, message }) => [
        type,
        level,
        message.split(':')[0],
      ]),
    ).toEqual([
      ['compliance/annotation', 'warning', 'compliance/service-tier'],
      ['compliance/annotation', 'warning', 'compliance/rto'],
      ['compliance/annotation', 'warning', 'compliance/runbook'],
    ]);
  });

  it('leaves entities out of scope alone', async () => {
    const system = await get('/entities/by-name/system/default/system');
    expect(system.metadata.labels).toBeUndefined();
  });
});
