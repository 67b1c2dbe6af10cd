import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { FakeComplianceApi } from '../../__testUtils__';
import { complianceApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { ApplicabilityContent } from '../ApplicabilityContent';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** Renders the tab at an address. */
export function renderApplicability(api: FakeComplianceApi, address = '/') {
  return renderInTestApp(
    <>
      <ApplicabilityContent />
      <Address />
    </>,
    {
      apis: [
        [complianceApiRef, api],
        catalogApiMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'platform', title: 'Platform team' },
              spec: {},
            },
          ],
        }),
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance': rootRouteRef,
      },
    },
  );
}

/** The address of the page, without the path. */
export const address = () =>
  new URLSearchParams(screen.getByLabelText('Address').textContent!);

/** What the cells of a row say, by the headings of the table. */
export async function cellsOf(heading: RegExp) {
  const rowHeader = await screen.findByRole('rowheader', { name: heading });
  const table = rowHeader.closest('table')!;
  const headings = within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  const cells = [...rowHeader.closest('tr')!.children];
  return Object.fromEntries(
    cells.map((cell, index) => [headings[index], cell.textContent]),
  );
}

/** The numbers of the controls or clauses that are shown. */
export const shownIds = () =>
  screen
    .getAllByRole('rowheader')
    .filter(header => header.getAttribute('scope') === 'row')
    .map(header => header.textContent!.split(' ')[0]);

/** Searches the catalog in the open dialog and chooses what is found. */
export async function chooseEntity(term: string, option: RegExp) {
  await userEvent.type(
    within(screen.getByRole('dialog')).getByRole('combobox'),
    term,
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
  // While the list is there, everything else is hidden.
  await waitFor(() =>
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument(),
  );
}
