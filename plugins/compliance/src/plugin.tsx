import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  ComplianceClient,
  defaultScope,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from './api';
import { ENTITY_CONTENT_PATH, rootRouteRef } from './routes';

const complianceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: complianceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new ComplianceClient(options),
    }),
});

const entityCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'info',
    filter: defaultScope,
    loader: () =>
      import('./entity').then(({ EntityComplianceCard }) => (
        <EntityComplianceCard />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: ENTITY_CONTENT_PATH,
    title: 'Compliance',
    icon: <RiShieldCheckLine />,
    filter: defaultScope,
    loader: () =>
      import('./entity').then(({ EntityComplianceContent }) => (
        <EntityComplianceContent />
      )),
  },
});

const page = PageBlueprint.make({
  params: { path: '/compliance', routeRef: rootRouteRef, title: 'Compliance' },
});

const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: () =>
      Promise.all([import('./services'), import('@backstage/ui')]).then(
        ([{ ServicesContent }, { Container }]) => (
          <Container>
            <ServicesContent />
          </Container>
        ),
      ),
  },
});

/**
 * Compliance on every service page, and the compliance page: for apps of the
 * new frontend system.
 *
 * @public
 */
const compliancePlugin = createFrontendPlugin({
  pluginId: 'compliance',
  title: 'Compliance',
  icon: <RiShieldCheckLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [complianceApi, entityCard, entityContent, page, servicesPage],
});

export default compliancePlugin;
