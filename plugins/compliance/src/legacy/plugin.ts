import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { ComplianceClient } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../api';
import { rootRouteRef } from '../routes';
import type { ComplianceSearchResultListItemProps } from '../search/ComplianceSearchResultListItem';
import { isComplianceResult } from '../search/isComplianceResult';
import { homeCard } from '../todo/homeCard';

const entityContentRouteRef = createRouteRef({ id: 'compliance:entity' });

/**
 * The plugin for apps of the old frontend system.
 *
 * @public
 */
export const compliancePlugin = createPlugin({
  id: 'compliance',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: complianceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new ComplianceClient(options),
    }),
  ],
});

/**
 * The compliance page, to be mounted at `/compliance`.
 *
 * @public
 */
export const CompliancePage: () => JSX.Element = compliancePlugin.provide(
  createRoutableExtension({
    name: 'CompliancePage',
    component: () => import('./LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The compliance of an entity at a glance, for the overview of its page.
 *
 * @public
 */
export const EntityComplianceCard: () => JSX.Element = compliancePlugin.provide(
  createComponentExtension({
    name: 'EntityComplianceCard',
    component: {
      lazy: () => import('../entity').then(m => m.EntityComplianceCard),
    },
  }),
);

/**
 * The compliance tab of an entity, to be mounted at `/compliance` of its page.
 *
 * @public
 */
export const EntityComplianceContent: () => JSX.Element =
  compliancePlugin.provide(
    createRoutableExtension({
      name: 'EntityComplianceContent',
      component: () => import('../entity').then(m => m.EntityComplianceContent),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * What the reader can do for their services, for the home page. It links to the
 * compliance page, which must be mounted.
 *
 * @public
 */
export const ComplianceTodoCard: (props: { title?: string }) => JSX.Element =
  compliancePlugin.provide(
    createCardExtension({
      name: 'ComplianceTodoCard',
      ...homeCard,
      components: () =>
        import('../todo').then(m => ({ Content: m.ComplianceTodoCard })),
    }),
  );

/**
 * A service among the results of the search, to be put into its list of
 * results. It shows the documents of the type `compliance` only.
 *
 * @public
 */
export const ComplianceSearchResultListItem: (
  props: ComplianceSearchResultListItemProps,
) => JSX.Element | null = compliancePlugin.provide(
  createSearchResultListItemExtension({
    name: 'ComplianceSearchResultListItem',
    component: () =>
      import('../search/ComplianceSearchResultListItem').then(
        m => m.ComplianceSearchResultListItem,
      ),
    predicate: isComplianceResult,
  }),
);
