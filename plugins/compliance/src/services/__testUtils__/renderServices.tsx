import { StorageApi, storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { FakeComplianceApi, summary } from '../../__testUtils__';
import { complianceApiRef } from '../../api';
import { ServicesContent } from '../ServicesContent';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

const catalogEntity = (
  kind: string,
  name: string,
  spec: Record<string, string> = {},
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});

const entities = [
  catalogEntity('Group', 'payments-team'),
  catalogEntity('Group', 'cards'),
  catalogEntity('User', 'kim'),
  catalogEntity('System', 'core-banking'),
  catalogEntity('Domain', 'retail'),
  catalogEntity('Component', 'payments', {
    type: 'service',
    lifecycle: 'production',
  }),
  catalogEntity('Component', 'shop', {
    type: 'website',
    lifecycle: 'experimental',
  }),
];

/** The services tab; what is stored for the reader can be shared by renders. */
export function renderServices(
  api = new FakeComplianceApi(),
  address = '/',
  storage: StorageApi = mockApis.storage(),
) {
  return renderInTestApp(
    <>
      <ServicesContent />
      <Address />
    </>,
    {
      apis: [
        [complianceApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        [storageApiRef, storage],
      ],
      initialRouteEntries: [address],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

/** A backend with so many services, and how it is asked for them. */
export function manyServices(count: number) {
  const api = new FakeComplianceApi();
  api.summaries = Array.from({ length: count }, (_, index) =>
    summary({
      entityRef: `component:default/service-${index}`,
      name: `service-${index}`,
      title: undefined,
    }),
  );
  return { api, queryEntities: jest.spyOn(api, 'queryEntities') };
}

/** What a spied method was asked last. */
export const lastQuery = (spy: jest.SpyInstance) => spy.mock.calls.at(-1)?.[0];

/** The parameters in the address of the page. */
export function addressParams(): Record<string, string[]> {
  const params = new URLSearchParams(
    screen.getByLabelText('Address').textContent ?? '',
  );
  return Object.fromEntries(
    [...params.keys()].map(name => [name, params.getAll(name)]),
  );
}
