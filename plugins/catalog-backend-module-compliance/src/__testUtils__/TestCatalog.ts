import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { startTestBackend, TestBackend } from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModuleCompliance from '../index';
import { eventually } from './eventually';

/** An entity that the catalog takes. */
export function entity(kind: string, name: string, metadata: object): Entity {
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

/** The real catalog with this module. */
export class TestCatalog {
  readonly #backend: TestBackend;
  readonly #connection: EntityProviderConnection;

  /** Resolves when the catalog has processed the entities. */
  static async start(options: {
    entities: Entity[];
    features?: BackendFeature[];
  }): Promise<TestCatalog> {
    let connection: EntityProviderConnection;
    const seed = createBackendModule({
      pluginId: 'catalog',
      moduleId: 'seed',
      register(env) {
        env.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          async init({ catalog }) {
            catalog.addEntityProvider({
              getProviderName: () => 'seed',
              connect: async seedConnection => {
                connection = seedConnection;
              },
            });
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        seed,
        catalogModuleCompliance,
        ...(options.features ?? []),
      ],
    });
    const catalog = new TestCatalog(backend, connection!);
    await catalog.put(options.entities);
    await eventually(async () => {
      const { totalItems } = await catalog.get('/entities/by-query?limit=0');
      if (totalItems < options.entities.length) {
        throw new Error(`Only ${totalItems} entities were processed`);
      }
    });
    return catalog;
  }

  private constructor(
    backend: TestBackend,
    connection: EntityProviderConnection,
  ) {
    this.#backend = backend;
    this.#connection = connection;
  }

  /** Has it process these entities, instead of those before. */
  async put(entities: Entity[]) {
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(item => ({ entity: item, locationKey: 'seed' })),
    });
  }

  async get(path: string) {
    const { server } = this.#backend;
    return (await request(server).get(`/api/catalog${path}`).expect(200)).body;
  }

  async namesFor(filter: string): Promise<string[]> {
    const query = new URLSearchParams({ filter });
    const { items } = await this.get(`/entities/by-query?${query}`);
    return items.map(({ metadata }: Entity) => metadata.name).sort();
  }

  async entity(kind: string, name: string): Promise<AlphaEntity> {
    return this.get(`/entities/by-name/${kind}/default/${name}`);
  }

  async stop() {
    await this.#backend.stop();
  }
}
