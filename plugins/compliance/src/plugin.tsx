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
import { searchResultListItem } from './search/searchResultListItem';
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

// The first tab is where everybody lands, including those who own nothing.
const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      Promise.all([import('./overview'), import('@backstage/ui')]).then(
        ([{ OverviewContent }, { Container }]) => (
          <Container>
            <OverviewContent />
          </Container>
        ),
      ),
  },
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

const suppliersPage = SubPageBlueprint.make({
  name: 'suppliers',
  params: {
    path: 'suppliers',
    title: 'Suppliers',
    loader: () =>
      Promise.all([import('./suppliers'), import('@backstage/ui')]).then(
        ([{ SuppliersContent }, { Container }]) => (
          <Container>
            <SuppliersContent />
          </Container>
        ),
      ),
  },
});

const clausesPage = SubPageBlueprint.make({
  name: 'clauses',
  params: {
    path: 'clauses',
    title: 'Clauses',
    loader: () =>
      Promise.all([import('./coverage'), import('@backstage/ui')]).then(
        ([{ ClausesContent }, { Container }]) => (
          <Container>
            <ClausesContent />
          </Container>
        ),
      ),
  },
});

const applicabilityPage = SubPageBlueprint.make({
  name: 'applicability',
  params: {
    path: 'applicability',
    title: 'Applicability',
    loader: () =>
      Promise.all([import('./applicability'), import('@backstage/ui')]).then(
        ([{ ApplicabilityContent }, { Container }]) => (
          <Container>
            <ApplicabilityContent />
          </Container>
        ),
      ),
  },
});

const documentsPage = SubPageBlueprint.make({
  name: 'documents',
  params: {
    path: 'documents',
    title: 'Documents',
    loader: () =>
      Promise.all([import('./documents'), import('@backstage/ui')]).then(
        ([{ DocumentsContent }, { Container }]) => (
          <Container>
            <DocumentsContent />
          </Container>
        ),
      ),
  },
});

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
    // What the layout of a home page calls it.
    name: 'ComplianceTodo',
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
    overviewPage,
    servicesPage,
    suppliersPage,
    clausesPage,
    applicabilityPage,
    documentsPage,
    todoPage,
    todoWidget,
    searchResultListItem,
    ...catalogFilters,
  ],
});

export default compliancePlugin;
