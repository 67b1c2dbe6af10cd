/** @jest-environment node */

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { EntityFilter } from '@backstage/plugin-catalog-react';
import { LabelFilterName, labelFilters } from './labelFilters';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const PAGE = 20;

/** Some values of each label; numbers without common factors mix them all. */
const valuesOf: Record<LabelFilterName, string[]> = {
  serviceTier: ['tier-0', 'tier-1', 'tier-2', 'unset', 'tier-3'],
  classification: ['public', 'restricted', 'unset'],
  continuityTier: ['tier-1', 'unset', 'tier-2', 'tier-4'],
  supplierRisk: ['low', 'unset', 'critical', 'high', 'unset', 'medium', 'low'],
  complianceLevel: ['none', 'gold', 'unset', 'silver'],
};
const names = Object.keys(valuesOf) as LabelFilterName[];

const seed = (
  kind: string,
  name: string,
  owner: string,
  labels: Record<string, string>,
): Entity => {
  const location = 'url:https://git.example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      labels,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner,
      ...(kind === 'API' && { definition: 'none' }),
    },
  };
};

const labelled = Array.from({ length: 60 }, (_, index) =>
  seed(
    index % 8 < 5 ? 'Component' : 'API',
    `entity-${String(index).padStart(2, '0')}`,
    ['payments', 'identity'][Math.floor(index / 4) % 2],
    Object.fromEntries(
      names.map((name, place) => {
        const values = valuesOf[name];
        // Levels have as many values as continuity tiers, and go their own way.
        const step = place === 4 ? Math.floor(index / 7) : index;
        return [labelFilters[name].label, values[step % values.length]];
      }),
    ),
  ),
);

/** What no filter finds: outside the scope, so without labels or with others. */
const others = [
  seed('System', 'unlabelled', 'payments', {}),
  seed('Component', 'labelled-by-others', 'payments', {
    'example.com/service-tier': 'tier-1',
    'compliance/service-tier-of-old': 'tier-1',
  }),
];

const seedModule = createBackendModule({
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
              entities: [...labelled, ...others].map(entity => ({
                entity,
                locationKey: 'seed',
              })),
            }),
        });
      },
    });
  },
});

/** The values that are chosen in each picker. */
type Chosen = Partial<Record<LabelFilterName, string[]>>;

const choices: Chosen[] = [
  ...names.flatMap(name =>
    [...new Set(valuesOf[name])].map(value => ({ [name]: [value] })),
  ),
  ...names.map(name => ({ [name]: [...new Set(valuesOf[name])] })),
  { serviceTier: ['tier-1', 'unset'] },
  { supplierRisk: ['unset', 'low', 'nonsense'] },
  {
    classification: ['restricted', 'unset'],
    supplierRisk: ['high', 'critical', 'unset'],
  },
  {
    serviceTier: ['tier-0', 'tier-1', 'tier-2', 'unset'],
    classification: ['restricted', 'unset'],
    continuityTier: ['tier-1', 'unset', 'tier-4'],
    supplierRisk: ['unset', 'low'],
    complianceLevel: ['none', 'gold', 'unset'],
  },
];

const filtersBy = (chosen: Chosen): EntityFilter[] =>
  names
    .filter(name => chosen[name])
    .map(name => new labelFilters[name].Filter(chosen[name]!));

const labelOf = (entity: Entity, name: LabelFilterName) =>
  entity.metadata.labels![labelFilters[name].label];

const labelledWith = (chosen: Chosen) =>
  labelled.filter(entity =>
    names.every(name => chosen[name]?.includes(labelOf(entity, name)) ?? true),
  );

/** What the pickers for kind and owner ask the catalog for. */
const componentsOfPayments: EntityFilter = {
  getCatalogFilters: () => ({
    kind: 'component',
    'relations.ownedBy': ['group:default/payments'],
  }),
};
const isComponentOfPayments = ({ kind, spec }: Entity) =>
  kind === 'Component' && spec!.owner === 'payments';

const namesOf = (entities: Entity[]) =>
  entities.map(({ metadata }) => metadata.name);

/** As the catalog page puts together what its filters ask the catalog for. */
const queryOf = (filters: EntityFilter[]) =>
  Object.assign({}, ...filters.map(filter => filter.getCatalogFilters!()));

/** As the catalog page filters what the catalog answers. */
const passes = (filters: EntityFilter[]) => (entity: Entity) =>
  filters.every(filter => filter.filterEntity?.(entity) ?? true);

describe.each(databases.eachSupportedId())(
  'labelFilters in the paginated catalog (%s)',
  databaseId => {
    let backend: TestBackend;
    let client: CatalogClient;
    let all: Entity[];

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      backend = await startTestBackend({
        features: [
          mockServices.database.factory({ knex }),
          catalogPlugin,
          seedModule,
        ],
      });
      const baseUrl = `http://127.0.0.1:${backend.server.port()}/api/catalog`;
      client = new CatalogClient({
        discoveryApi: { getBaseUrl: async () => baseUrl },
      });
      do {
        all = (await client.getEntities()).items;
      } while (all.length < labelled.length + others.length);
    });

    afterAll(async () => {
      await backend.stop();
    });

    /** The pages of the catalog, from the first one to the last one. */
    async function pagesOf(filters: EntityFilter[]): Promise<Entity[][]> {
      let page = await client.queryEntities({
        filter: queryOf(filters),
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: PAGE,
      });
      const pages = [page.items];
      while (page.pageInfo.nextCursor) {
        page = await client.queryEntities({
          cursor: page.pageInfo.nextCursor,
          limit: PAGE,
        });
        pages.push(page.items);
      }
      expect(page.totalItems).toBe(pages.flat().length);
      return pages;
    }

    it.each(choices)('finds what has %j, and nothing else', async chosen => {
      const filters = filtersBy(chosen);
      const expected = namesOf(labelledWith(chosen));
      expect(expected).not.toEqual([]);

      const pages = await pagesOf(filters);
      expect(namesOf(pages.flat())).toEqual(expected);
      expect(pages).toHaveLength(Math.ceil(expected.length / PAGE));
      expect(namesOf(all.filter(passes(filters))).sort()).toEqual(expected);
    });

    it.each(choices)('finds it with %j, a kind and an owner', async chosen => {
      const filters = [componentsOfPayments, ...filtersBy(chosen)];
      const expected = labelledWith(chosen).filter(isComponentOfPayments);
      expect(expected).not.toEqual([]);

      const found = (await pagesOf(filters)).flat();
      expect(namesOf(found)).toEqual(namesOf(expected));
      expect(found.filter(passes(filters))).toEqual(found);
    });

    it.each(names)('counts for %s what it would find', async name => {
      const facet = `metadata.labels.${labelFilters[name].label}`;
      const [other] = names.filter(candidate => candidate !== name);
      const chosen = { [other]: valuesOf[other].slice(1) };
      const filters = [componentsOfPayments, ...filtersBy(chosen)];

      const { facets } = await client.getEntityFacets({
        facets: [facet],
        filter: queryOf(filters),
      });
      expect(facets[facet].length).toBeGreaterThan(1);
      for (const { value, count } of facets[facet]) {
        const found = await pagesOf([
          ...filters,
          ...filtersBy({ [name]: [value] }),
        ]);
        expect(found.flat()).toHaveLength(count);
      }
      const total = facets[facet].reduce((sum, { count }) => sum + count, 0);
      expect((await pagesOf(filters)).flat()).toHaveLength(total);
    });
  },
);
