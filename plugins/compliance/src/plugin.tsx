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
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiShieldCheckLine } from '@remixicon/react';
import {
  ComplianceClient,
  defaultScope,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from './api';
import { useEditProfileItem } from './entity/useEditProfileItem';
import { catalogFilters } from './filters/catalogFilters';
import { ENTITY_CONTENT_PATH, rootRouteRef } from './routes';
import { homeCard } from './todo/homeCard';

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

const editMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'edit',
  params: {
    icon: <RiShieldCheckLine size={16} />,
    filter: defaultScope,
    useProps: useEditProfileItem,
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

// After the services, as the first tab is where everybody lands, including
// those who own nothing.
const todoPage = SubPageBlueprint.make({
  name: 'todo',
  params: {
    path: 'todo',
    title: 'To do',
    loader: () =>
      Promise.all([import('./todo'), import('@backstage/ui')]).then(
        ([{ TodoContent }, { Container }]) => (
          <Container>
            <TodoContent />
          </Container>
        ),
      ),
  },
});

const todoWidget = HomePageWidgetBlueprint.make({
  name: 'todo',
  params: {
    ...homeCard,
    components: () =>
      import('./todo').then(({ ComplianceTodoCard }) => ({
        Content: ComplianceTodoCard,
      })),
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
  extensions: [
    complianceApi,
    entityCard,
    entityContent,
    editMenuItem,
    page,
    servicesPage,
    todoPage,
    todoWidget,
    ...catalogFilters,
  ],
});

export default compliancePlugin;
