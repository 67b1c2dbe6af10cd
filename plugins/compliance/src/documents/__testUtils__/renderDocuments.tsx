import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { documentsRegister, FakeComplianceApi } from '../../__testUtils__';
import { complianceApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { DocumentsContent } from '../DocumentsContent';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** A backend with a register. */
export function apiWithDocuments(documents = documentsRegister()) {
  const api = new FakeComplianceApi();
  api.documents = documents;
  return api;
}

/** Renders the tab, with the query of its address beside it. */
export function renderDocuments(api = apiWithDocuments(), search = '') {
  return renderInTestApp(
    <>
      <DocumentsContent />
      <Address />
    </>,
    {
      apis: [
        [complianceApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'security', title: 'Security' },
                spec: { type: 'team', children: [] },
              },
            ],
          }),
        ],
      ],
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/compliance': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

/** The query of the address of the page. */
export const address = () => screen.getByLabelText('Address').textContent;
