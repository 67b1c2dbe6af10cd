import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ComplianceClient } from '@service-compliance/backstage-plugin-compliance-common';
import { ComplianceCollatorFactory } from './ComplianceCollatorFactory';
import { readCollatorOptions } from './readCollatorOptions';

/**
 * Lets the search find services by their tiers, classification, supplier risk,
 * level and failing checks, as documents of the type `compliance`.
 *
 * @public
 */
export const searchModuleCompliance = createBackendModule({
  pluginId: 'search',
  moduleId: 'compliance-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const { schedule, ...options } = readCollatorOptions(config);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new ComplianceCollatorFactory({
            ...options,
            api: new ComplianceClient({ discoveryApi: discovery }),
            token: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'compliance',
              });
              return token;
            },
          }),
        });
      },
    });
  },
});
