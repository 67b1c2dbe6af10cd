import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ComplianceLabelProcessor } from './ComplianceLabelProcessor';
import { ComplianceRefreshProvider } from './ComplianceRefreshProvider';
import { labelFeed } from './labelFeed';
import { LabelFollower } from './LabelFollower';

/**
 * Gives the entities in scope the compliance labels that the compliance
 * backend knows, follows their changes, and reports the compliance annotations
 * that cannot be used.
 *
 * @public
 */
export const catalogModuleCompliance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'compliance',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        rootLifecycle: coreServices.rootLifecycle,
      },
      async init(deps) {
        const { catalog, config, events, logger, rootLifecycle } = deps;
        const follower = new LabelFollower({ readLabels: labelFeed(deps) });
        const provider = new ComplianceRefreshProvider({
          follower,
          events,
          logger,
        });
        catalog.addProcessor(
          ComplianceLabelProcessor.fromConfig(config, { follower }),
        );
        catalog.addEntityProvider(provider);
        // The compliance backend may be part of this process, where it answers
        // when all plugins are ready.
        rootLifecycle.addStartupHook(() => provider.start());
        rootLifecycle.addBeforeShutdownHook(() => provider.stop());
      },
    });
  },
});
