import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import { rootRouteRef } from '../routes';
import {
  complianceApiRef,
  CompliancePage,
  compliancePlugin,
  ComplianceSearchResultListItem,
  ComplianceTodoCard,
  EntityComplianceCard,
  EntityComplianceContent,
} from './index';

function renderInOldApp(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider apis={[[complianceApiRef, new FakeComplianceApi()]]}>
      <EntityProvider entity={paymentsEntity}>
        <Routes>
          <Route path="/*" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance': rootRouteRef,
      },
    },
  );
}

describe('the plugin for the old frontend system', () => {
  it('provides the client of the backend', () => {
    expect([...compliancePlugin.getApis()].map(({ api }) => api.id)).toEqual([
      complianceApiRef.id,
    ]);
  });

  it('has the card', async () => {
    await renderInOldApp(<EntityComplianceCard />);
    expect(
      await screen.findByRole('link', { name: 'Open scorecard' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments/compliance');
  });

  it('has the tab', async () => {
    await renderInOldApp(<EntityComplianceContent />);
    expect(
      await screen.findByRole('region', { name: 'Scorecard' }),
    ).toBeInTheDocument();
  });

  it('edits from the tab, without signals', async () => {
    await renderInOldApp(<EntityComplianceContent />);
    await userEvent.click(
      await screen.findByRole('link', { name: 'Edit Operations' }),
    );
    expect(
      await screen.findByRole('dialog', { name: /Operations/ }),
    ).toBeInTheDocument();
  });

  it('has the page with its own header, opened on the overview', async () => {
    await renderInOldApp(<CompliancePage />);
    expect(
      await screen.findByRole('heading', { name: 'Compliance' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('list', { name: 'Key figures' }),
    ).toBeInTheDocument();
  });

  it('has the services as a tab of the page', async () => {
    await renderInOldApp(<CompliancePage />);
    await userEvent.click(await screen.findByRole('tab', { name: 'Services' }));
    expect(
      await screen.findByRole('link', { name: 'Payment gateway' }),
    ).toBeInTheDocument();
  });

  it('has the to-do list as a tab of the page', async () => {
    await renderInOldApp(<CompliancePage />);
    await userEvent.click(await screen.findByRole('tab', { name: 'To do' }));
    expect(
      await screen.findByRole('region', { name: 'To do' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'See all services' }),
    ).toHaveAttribute('href', '/services');
  });

  it('has the suppliers as a tab of the page', async () => {
    await renderInOldApp(<CompliancePage />);
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Suppliers' }),
    );
    expect(await screen.findByText('No suppliers yet')).toBeInTheDocument();
  });

  it('has the clauses as a tab of the page', async () => {
    await renderInOldApp(<CompliancePage />);
    await userEvent.click(await screen.findByRole('tab', { name: 'Clauses' }));
    expect(
      await screen.findByRole('radio', { name: 'Integrated' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/in scope of the service management system/),
    ).toBeInTheDocument();
  });

  it('has the item of a search result', async () => {
    const document = { text: '', location: '/catalog/found' };
    await renderInOldApp(
      <SearchResultListItemExtensions
        results={[
          { type: 'compliance', document: { ...document, title: 'Service' } },
          { type: 'techdocs', document: { ...document, title: 'Page' } },
        ]}
      >
        <ComplianceSearchResultListItem icon={<i data-testid="shield" />} />
      </SearchResultListItemExtensions>,
    );
    expect(
      await screen.findByRole('link', { name: 'Service' }),
    ).toHaveAttribute('href', '/catalog/found');
    expect(await screen.findByText('Page')).toBeInTheDocument();
    expect(screen.getAllByTestId('shield')).toHaveLength(1);
  });

  it('has the card for the home page', async () => {
    await renderInOldApp(<ComplianceTodoCard />);
    expect(await screen.findByText('Compliance to do')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Open the to-do list' }),
    ).toHaveAttribute('href', '/compliance/todo');
  });
});
