import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import compliancePlugin, { complianceApiRef } from './index';
import { FakeComplianceApi, paymentsEntity } from './__testUtils__';

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
    'page:compliance',
    'sub-page:compliance/services',
  ])('provides %s', id => {
    expect(() => compliancePlugin.getExtension(id as never)).not.toThrow();
  });

  it('shows the card on the pages of entities in the default scope', async () => {
    renderEntityPage(paymentsEntity);
    expect(
      await screen.findByRole('heading', { name: 'Compliance' }),
    ).toBeInTheDocument();
  });

  it('leaves the pages of other entities alone', async () => {
    renderEntityPage({ ...paymentsEntity, kind: 'Group' });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('shows the card where the configuration says', async () => {
    renderEntityPage(paymentsEntity, { filter: { 'spec.type': 'website' } });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('opens the compliance page on the services', async () => {
    renderTestApp({
      features: [compliancePlugin],
      apis: [[complianceApiRef, new FakeComplianceApi()]],
      initialRouteEntries: ['/compliance'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('region', { name: 'Services' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Payment gateway' }),
    ).toBeInTheDocument();
  });
});
