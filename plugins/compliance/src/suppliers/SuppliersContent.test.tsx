import { NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import {
  dependenciesResponse,
  dependencyNode,
  entityResponse,
  FakeComplianceApi,
  supplierSummary,
} from '../__testUtils__';
import { complianceApiRef } from '../api';
import { SuppliersContent } from './SuppliersContent';

// Tables of many cells are slow to query by role.
jest.setTimeout(30_000);

const NORTHGATE = 'resource:default/northgate-cloud';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function apiWith(...suppliers: ReturnType<typeof supplierSummary>[]) {
  const api = new FakeComplianceApi();
  api.suppliers = suppliers;
  api.entities = [entityResponse({ overrides: { entityRef: NORTHGATE } })];
  api.dependencies = dependenciesResponse({
    dependents: dependencyNode('northgate-cloud', {
      entityRef: NORTHGATE,
      title: 'Northgate Cloud',
      children: [
        dependencyNode('ledger', { children: [dependencyNode('payments')] }),
      ],
    }),
  });
  return api;
}

function renderSuppliers(api = apiWith(supplierSummary()), address = '/') {
  return renderInTestApp(
    <>
      <SuppliersContent />
      <Address />
    </>,
    {
      apis: [[complianceApiRef, api]],
      initialRouteEntries: [address],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

/** What the cells of a supplier's row say, by column. */
async function cellsOf(name: string) {
  const link = await screen.findByRole('link', { name });
  const row = link.closest('[role="row"]') as HTMLElement;
  const headers = screen.getAllByRole('columnheader');
  const cells = [
    within(row).getByRole('rowheader'),
    ...within(row).getAllByRole('gridcell'),
  ];
  return Object.fromEntries(
    headers.map((header, index) => [
      header.textContent,
      cells[index].textContent,
    ]),
  );
}

const address = () => screen.getByLabelText('Address').textContent;

describe('SuppliersContent', () => {
  it('shows what is known of each supplier', async () => {
    const nextAssessmentOn = inDays(-1);
    const noticeBy = inDays(10);
    renderSuppliers(
      apiWith(
        supplierSummary({
          nextAssessmentOn,
          contractEndsOn: '9998-12-31',
          noticeBy,
          certifications: [
            { scheme: 'ISO 27001', validUntil: '9998-03-31' },
            { scheme: 'SOC 2', validUntil: '2020-01-31' },
          ],
        }),
      ),
    );
    expect(await cellsOf('Northgate Cloud')).toEqual({
      Supplier: 'Northgate Cloud',
      Dependents:
        '12: 2\u00a0×\u00a0Tier 0, 3\u00a0×\u00a0Tier 1, 7\u00a0×\u00a0no tier',
      Risk: 'Inherent Critical → residual High',
      Criticality: 'Critical',
      Assessment: expect.stringMatching(
        /^Last: Jan 20, 2026Next: .*\d{4} Overdue$/,
      ),
      Contract: expect.stringMatching(
        /^Ends: Dec 31, 9998Notice by: .*\d{4} Soon$/,
      ),
      Certifications: 'ISO 27001: Mar 31, 9998SOC 2: Jan 31, 2020 Expired',
      'Data access': 'Up to confidential',
      Kind: 'External',
      Score: '62.5\u00a0%Bronze',
    });
    expect(
      screen.getByRole('link', { name: 'Northgate Cloud' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/northgate-cloud/compliance',
    );
  });

  it('says when a deadline was missed and a contract has ended', async () => {
    renderSuppliers(
      apiWith(
        supplierSummary({
          contractEndsOn: inDays(-1),
          noticeBy: '2020-01-31',
        }),
      ),
    );
    expect((await cellsOf('Northgate Cloud')).Contract).toMatch(
      /^Ends: .*\d{4} EndedNotice by: Jan 31, 2020 Missed$/,
    );
  });

  it('does without what is not known', async () => {
    renderSuppliers(
      apiWith({
        entityRef: 'resource:other/bare',
        criticality: 'gone-from-config',
        openFindings: 0,
        dependents: 0,
        dependentsByTier: {},
      }),
    );
    expect(await cellsOf('other/bare')).toEqual({
      Supplier: 'other/bare',
      Dependents: 'None',
      Risk: 'Not set',
      Criticality: 'gone-from-config',
      Assessment: 'Not set',
      Contract: 'Not set',
      Certifications: 'Not set',
      'Data access': 'Not set',
      Kind: 'Not set',
      Score: 'No scoreNot assessed',
    });
    expect(
      screen.queryByRole('button', { name: /Show what depends/ }),
    ).not.toBeInTheDocument();
  });

  it('searches and sorts in the backend, and keeps it in the address', async () => {
    const api = apiWith(supplierSummary());
    const querySuppliers = jest.spyOn(api, 'querySuppliers');
    renderSuppliers(api, '/?q=north&sort=contractEndsOn&theirs=1');
    await screen.findByRole('link', { name: 'Northgate Cloud' });
    expect(querySuppliers).toHaveBeenLastCalledWith(
      {
        fullText: 'north',
        order: { field: 'contractEndsOn', direction: 'asc' },
        limit: 25,
      },
      expect.anything(),
    );

    await userEvent.click(screen.getByRole('columnheader', { name: 'Risk' }));
    await userEvent.clear(screen.getByRole('searchbox'));
    await waitFor(() =>
      expect(querySuppliers).toHaveBeenLastCalledWith(
        { order: { field: 'residualRisk', direction: 'asc' }, limit: 25 },
        expect.anything(),
      ),
    );
    expect(address()).toBe('?sort=residualRisk&theirs=1');
  });

  it('goes on by cursor', async () => {
    const api = apiWith();
    const querySuppliers = jest.fn(async ({ cursor }: { cursor?: string }) => ({
      items: [
        supplierSummary({ title: cursor ? 'Second page' : 'First page' }),
      ],
      totalItems: 2,
      pageInfo: cursor ? {} : { nextCursor: 'next' },
    }));
    api.querySuppliers = querySuppliers as unknown as typeof api.querySuppliers;
    renderSuppliers(api);
    expect(await screen.findByText('1–1 of 2')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Second page' }),
    ).toBeInTheDocument();
    expect(screen.getByText('2–2 of 2')).toBeInTheDocument();
  });

  it('opens the dependents of a supplier as a tree, in the address too', async () => {
    const user = userEvent.setup();
    renderSuppliers();
    const open = await screen.findByRole('button', {
      name: 'Show what depends on Northgate Cloud',
    });
    await user.click(open);
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'What depends on Northgate Cloud',
      }),
    );
    const tree = within(await dialog.findByRole('list', { name: 'Needed by' }));
    expect(tree.getAllByRole('link').map(link => link.textContent)).toEqual([
      'ledger',
      'payments',
    ]);
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        `?supplier=${encodeURIComponent(NORTHGATE)}`,
      ),
    );

    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).toBe('');
  });

  it('opens what the address says, and tells when it may not be seen', async () => {
    const api = apiWith();
    api.getDependencies = async () => {
      throw new NotFoundError('Nothing is known about it');
    };
    renderSuppliers(api, '/?supplier=resource:default/hidden');
    expect(
      await screen.findByRole('dialog', { name: 'What depends on hidden' }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing is known about it',
    );
  });

  it('says that there are no suppliers', async () => {
    renderSuppliers(apiWith());
    expect(await screen.findByText('No suppliers yet')).toBeInTheDocument();
  });

  it('says that nothing matches the search, and clears it', async () => {
    renderSuppliers(apiWith(), '/?q=nobody');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all suppliers' }),
    );
    expect(await screen.findByText('No suppliers yet')).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = apiWith(supplierSummary());
    const { querySuppliers } = api;
    api.querySuppliers = async () => {
      throw new Error('The database is on fire');
    };
    renderSuppliers(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is on fire',
    );
    api.querySuppliers = querySuppliers;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'Northgate Cloud' }),
    ).toBeInTheDocument();
  });

  it('is accessible, opened or not', async () => {
    const user = userEvent.setup();
    const { container } = renderSuppliers();
    const open = await screen.findByRole('button', { name: /Show what/ });
    expect(await axe(container)).toHaveNoViolations();
    await user.click(open);
    await screen.findByRole('list', { name: 'Needed by' });
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
