import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import {
  complianceApiRef,
  CompliancePage,
  compliancePlugin,
  EntityComplianceCard,
  EntityComplianceContent,
} from './index';

function renderInOldApp(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider apis={[[complianceApiRef, new FakeComplianceApi()]]}>
      <EntityProvider entity={paymentsEntity}>
        <Routes>
          <Route path="/" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
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

  it('has the page with its own header', async () => {
    await renderInOldApp(<CompliancePage />);
    expect(
      await screen.findByRole('heading', { name: 'Compliance' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Payment gateway' }),
    ).toBeInTheDocument();
  });
});
