import { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import compliancePlugin, { complianceApiRef } from './index';
import {
  FakeComplianceApi,
  paymentsEntity,
  supplierSummary,
} from './__testUtils__';
import { rootRouteRef } from './routes';

function renderEntityPage(entity: Entity, config?: object) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      compliancePlugin.getExtension('entity-card:compliance/summary'),
    ],
    apis: [[complianceApiRef, new FakeComplianceApi()]],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [{ 'entity-card:compliance/summary': { config } }],
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}

describe('compliancePlugin', () => {
  it.each([
    'api:compliance',
    'entity-card:compliance/summary',
    'entity-content:compliance',
    'entity-context-menu-item:compliance/edit',
    'page:compliance',
    'sub-page:compliance/overview',
    'sub-page:compliance/services',
    'sub-page:compliance/suppliers',
    'sub-page:compliance/clauses',
    'sub-page:compliance/applicability',
    'sub-page:compliance/documents',
    'sub-page:compliance/todo',
    'home-page-widget:compliance/todo',
  ])('provides %s', id => {
    expect(() => compliancePlugin.getExtension(id as never)).not.toThrow();
  });

  it('shows the card on the pages of entities in the default scope', async () => {
    renderEntityPage(paymentsEntity);
    expect(
      await screen.findByRole('heading', { name: 'Compliance' }),
    ).toBeInTheDocument();
  });

  it.each<Partial<Entity>>([
    { kind: 'Group' },
    { kind: 'Resource', spec: { type: 'document' } },
  ])('leaves the pages of other entities alone: %j', async other => {
    renderEntityPage({ ...paymentsEntity, ...other });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('shows the card where the configuration says', async () => {
    renderEntityPage(paymentsEntity, { filter: { 'spec.type': 'website' } });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  describe('the menu of an entity page', () => {
    async function openMenu(entity: Entity) {
      const { kind, metadata } = entity;
      renderTestApp({
        features: [catalogPlugin, compliancePlugin],
        apis: [
          [catalogApiRef, catalogApiMock({ entities: [entity] })],
          [complianceApiRef, new FakeComplianceApi()],
        ],
        initialRouteEntries: [
          `/catalog/default/${kind.toLowerCase()}/${metadata.name}`,
        ],
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'More actions' }),
      );
      return within(await screen.findByRole('menu'));
    }

    it('leads to the editor on the tab', async () => {
      const menu = await openMenu(paymentsEntity);
      await userEvent.click(
        menu.getByRole('menuitem', { name: 'Edit compliance profile' }),
      );
      expect(
        await screen.findByRole('dialog', { name: /of Payment gateway/ }),
      ).toBeInTheDocument();
    });

    it('leaves other entities alone', async () => {
      const menu = await openMenu({ ...paymentsEntity, kind: 'Group' });
      expect(menu.getAllByRole('menuitem').length).toBeGreaterThan(0);
      expect(
        menu.queryByRole('menuitem', { name: 'Edit compliance profile' }),
      ).not.toBeInTheDocument();
    });
  });

  it('opens the compliance page on the overview', async () => {
    renderTestApp({
      features: [compliancePlugin],
      apis: [[complianceApiRef, new FakeComplianceApi()]],
      initialRouteEntries: ['/compliance'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('region', { name: 'Overview' }),
    ).toBeInTheDocument();
    // Its numbers lead to the services.
    await userEvent.click(
      await screen.findByRole('link', { name: 'Services in scope 2' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Services' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Payment gateway' }),
    ).toBeInTheDocument();
  });

  it('has the to-do list as the last tab', async () => {
    renderTestApp({
      features: [compliancePlugin],
      apis: [[complianceApiRef, new FakeComplianceApi()]],
      initialRouteEntries: ['/compliance'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    const tabs = await screen.findAllByRole('tab');
    expect(tabs.map(tab => tab.textContent)).toEqual([
      'Overview',
      'Services',
      'Suppliers',
      'Clauses',
      'Applicability',
      'Documents',
      'To do',
    ]);
    await userEvent.click(tabs.at(-1)!);
    expect(
      await screen.findByRole('region', { name: 'To do' }),
    ).toBeInTheDocument();
    // Who owns nothing is led back.
    await userEvent.click(
      await screen.findByRole('link', { name: 'See all services' }),
    );
    expect(
      await screen.findByRole('region', { name: 'Services' }),
    ).toBeInTheDocument();
  });

  it('has the suppliers as a tab', async () => {
    const api = new FakeComplianceApi();
    api.suppliers = [supplierSummary()];
    renderTestApp({
      features: [compliancePlugin],
      apis: [[complianceApiRef, api]],
      initialRouteEntries: ['/compliance/suppliers'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('region', { name: 'Suppliers' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Northgate Cloud' }),
    ).toBeInTheDocument();
  });

  it('has a card for the home page', async () => {
    const { component, title } = createExtensionTester(
      compliancePlugin.getExtension('home-page-widget:compliance/todo'),
    ).get(homePageWidgetDataRef);
    expect(title).toBe('Compliance to do');
    renderInTestApp(component, {
      apis: [[complianceApiRef, new FakeComplianceApi()]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance': rootRouteRef,
      },
    });
    expect(
      await screen.findByRole('link', { name: 'Open the to-do list' }),
    ).toHaveAttribute('href', '/compliance/todo');
    expect(screen.getByText('Compliance to do')).toBeInTheDocument();
  });
});
