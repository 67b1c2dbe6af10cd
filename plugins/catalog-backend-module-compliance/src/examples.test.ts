import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  complianceLabels,
  defaultScope,
} from '@service-compliance/backstage-plugin-compliance-common';
import path from 'node:path';
import request from 'supertest';
import catalogModuleCompliance from './index';

jest.setTimeout(90_000);

const examples = path.resolve(__dirname, '../../../examples');

async function startCatalog(...targets: string[]) {
  return startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleCompliance,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules: [
              {
                allow: [
                  'Component',
                  'API',
                  'Resource',
                  'System',
                  'Domain',
                  'Group',
                  'User',
                  'Location',
                ],
              },
            ],
            locations: targets.map(target => ({
              type: 'file',
              target: path.join(examples, target),
            })),
          },
        },
      }),
    ],
  });
}

/** Waits until the catalog has read this many entities. */
async function entitiesOf(backend: TestBackend, count: number) {
  let entities: AlphaEntity[] = [];
  while (entities.length < count) {
    await new Promise(resolve => setTimeout(resolve, 250));
    const { body } = await request(backend.server).get('/api/catalog/entities');
    entities = body.filter(({ kind }: AlphaEntity) => kind !== 'Location');
  }
  return entities;
}

const inScope = filterPredicateToFilterFunction<AlphaEntity>(defaultScope);
const problems = (entities: AlphaEntity[], level: string) =>
  entities.flatMap(entity =>
    (entity.status?.items ?? [])
      .filter(item => item.level === level)
      .map(({ message }) => `${entity.metadata.name} ${message.split(':')[0]}`),
  );

describe('examples in a real catalog', () => {
  it('are all there, with labels and with the intended mistakes only', async () => {
    const backend = await startCatalog('catalog-info.yaml');
    const entities = await entitiesOf(backend, 127);
    const scope = entities.filter(inScope);
    expect(scope).toHaveLength(68);
    for (const { metadata } of scope) {
      expect(Object.keys(metadata.labels ?? {})).toEqual(
        expect.arrayContaining([...complianceLabels]),
      );
    }
    const documents = entities.filter(({ spec }) => spec?.type === 'document');
    expect(documents).toHaveLength(21);
    for (const { metadata } of documents) {
      expect(Object.keys(metadata.labels ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringContaining('compliance/')]),
      );
    }
    expect(problems(entities, 'error')).toEqual([]);
    expect(problems(entities, 'warning').sort()).toEqual([
      'backup-service compliance/servcie-tier',
      'card-management compliance/information-classification',
      'card-statements compliance/continuity-last-tested',
      'credit-scoring compliance/service-tier',
      'loan-servicing compliance/rto',
      'mobile-backend compliance/availability-target',
    ]);
  });

  it('include an ordinary catalogue, which loses nothing', async () => {
    const backend = await startCatalog(
      'ordinary/all.yaml',
      'ordinary/unknown-kind.yaml',
    );
    const entities = await entitiesOf(backend, 36);
    const scope = entities.filter(inScope);
    expect(scope).toHaveLength(26);
    for (const { metadata } of scope) {
      expect(metadata.labels).toMatchObject(
        Object.fromEntries(complianceLabels.map(label => [label, 'unset'])),
      );
    }
    expect(problems(entities, 'error')).toEqual([]);
    expect(problems(entities, 'warning').sort()).toEqual([
      'namesake compliance/pci',
      'namesake compliance/service-tier',
    ]);
    // The catalog refuses the whole file of a kind it does not know.
    expect(entities.map(stringifyEntityRef)).not.toContain(
      'component:default/forklift-tracker',
    );
  });
});
