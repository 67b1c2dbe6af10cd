import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ComplianceLabelProcessor } from './ComplianceLabelProcessor';

/**
 * Writes the compliance labels of the entities in scope and reports the
 * compliance annotations that cannot be used.
 *
 * @public
 */
export const catalogModuleCompliance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'compliance',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        catalog.addProcessor(ComplianceLabelProcessor.fromConfig(config));
      },
    });
  },
});
