import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Puts entities into the real catalog, and replaces them by others later. */
export function testProvider(entities: Entity[]) {
  let connection: EntityProviderConnection;
  const replace = (replacement: Entity[]) =>
    connection.applyMutation({
      type: 'full',
      entities: replacement.map(entity => ({ entity, locationKey: 'seed' })),
    });
  const feature = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'seed',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'seed',
            connect: async established => {
              connection = established;
              await replace(entities);
            },
          });
        },
      });
    },
  });
  return { feature, replace };
}

/**
 * As in a real backend, the token that a plugin gets on behalf of a user names
 * the plugin: the permission backend tells it from a token of the user.
 */
export const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async token => {
      const credentials = await authenticate(token);
      return auth.isPrincipal(credentials, 'user') &&
        token.startsWith('mock-service-token')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:other' },
          })
        : credentials;
    };
    return auth;
  },
});

/** Lets tests start the cycle and other tasks, and wait for them. */
export function testScheduler() {
  const scheduler = mockServices.scheduler();
  const run = (task: string) => scheduler.triggerTask(task);
  return {
    run,
    runCycle: () => run('compliance-cycle'),
    factory: createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => scheduler,
    }),
  };
}
