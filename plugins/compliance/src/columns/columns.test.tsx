import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { CatalogTable } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  EntityKindFilter,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { complianceApiRef } from '../index';
import { complianceColumns } from '../legacy';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import { mergeExportSettings } from './catalogPage';
import { exportColumns } from './exportColumns';
import { catalogColumnsModule } from './index';

// Tables of many cells are slow to query by role.
jest.setTimeout(60_000);

const labelled: Entity = {
  ...paymentsEntity,
  metadata: {
    ...paymentsEntity.metadata,
    namespace: 'default',
    labels: {
      'compliance/service-tier': 'tier-1',
      'compliance/information-classification': 'confidential',
      'compliance/continuity-tier': 'gone-from-config',
      'compliance/supplier-risk': 'unset',
      'compliance/level': 'none',
    },
  },
};

const unlabelled: Entity = {
  ...paymentsEntity,
  metadata: { name: 'website', namespace: 'default' },
};

const titles = [
  'Service tier',
  'Information classification',
  'Continuity tier',
  'Supplier risk',
  'Compliance level',
];

async function cellsOf(name: string) {
  const link = await screen.findByRole('link', { name: new RegExp(name) });
  const row = link.closest('tr') as HTMLElement;
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

describe('complianceColumns', () => {
  it('say what the labels mean, and nothing of entities without', async () => {
    const columns = [
      CatalogTable.columns.createNameColumn(),
      ...complianceColumns,
    ];
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [complianceApiRef, new FakeComplianceApi()],
          [catalogApiRef, catalogApiMock()],
          [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        ]}
      >
        <MockEntityListContextProvider
          value={{
            entities: [labelled, unlabelled],
            filters: { kind: new EntityKindFilter('component', 'Component') },
          }}
        >
          <CatalogTable columns={columns} actions={[]} />
        </MockEntityListContextProvider>
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByText('Confidential')).toBeInTheDocument();
    expect(
      screen.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual(['Name', ...titles]);
    expect((await cellsOf('Payment gateway')).slice(1)).toEqual([
      'Tier 1',
      'Confidential',
      'gone-from-config',
      'No supplier risk',
      'No level',
    ]);
    expect((await cellsOf('website')).slice(1)).toEqual(['', '', '', '', '']);
  });
});

describe('mergeExportSettings', () => {
  const exporter = { exporter: jest.fn() };

  it('adds exporters up, and takes the first of all else', () => {
    expect(
      mergeExportSettings({ enabled: true, disableBuiltinExporters: true }, [
        { exporters: { xml: exporter } },
        { exporters: { yaml: exporter }, columns: exportColumns },
        { columns: [] },
      ]),
    ).toEqual({
      enabled: true,
      disableBuiltinExporters: true,
      exporters: { xml: exporter, yaml: exporter },
      columns: exportColumns,
    });
  });

  it.each([undefined, {}, { enabled: false }])('has no export for %p', none => {
    expect(mergeExportSettings(none, [])).toBeUndefined();
  });
});

describe('catalogColumnsModule', () => {
  function renderCatalog(entities: Entity[], config: object = {}) {
    return renderTestApp({
      features: [catalogPlugin, catalogColumnsModule],
      apis: [
        [catalogApiRef, catalogApiMock({ entities })],
        [complianceApiRef, new FakeComplianceApi()],
      ],
      initialRouteEntries: ['/catalog?filters[user]=all'],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [{ 'page:catalog': { config } }],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    });
  }

  it('adds the columns to the page of the catalog, with its filters', async () => {
    renderCatalog([labelled, unlabelled]);
    expect(await screen.findByText('Confidential')).toBeInTheDocument();
    const headers = screen
      .getAllByRole('columnheader')
      .map(header => header.textContent);
    expect(headers).toEqual(
      expect.arrayContaining(['Name', 'Owner', ...titles]),
    );
    expect(await screen.findByText('Lifecycle')).toBeInTheDocument();
  });

  it('leaves a page of entities without labels as it is', async () => {
    renderCatalog([unlabelled]);
    await screen.findByRole('link', { name: /website/ });
    expect(screen.getAllByText('Owner').length).toBeGreaterThan(0);
    expect(screen.queryByText('Compliance level')).not.toBeInTheDocument();
  });

  it('adds the labels to the export', async () => {
    renderCatalog([labelled], { exportSettings: { enabled: true } });
    await userEvent.click(
      await screen.findByRole('button', { name: /export/i }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    for (const title of ['Name', 'Owner', ...titles]) {
      expect(dialog.getByRole('checkbox', { name: title })).toBeChecked();
    }
  });

  it('has no export unless it is enabled', async () => {
    renderCatalog([labelled]);
    await screen.findByText('Confidential');
    expect(
      screen.queryByRole('button', { name: /export/i }),
    ).not.toBeInTheDocument();
  });
});
