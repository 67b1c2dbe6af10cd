import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { LabelFilterName, labelFilters } from './labelFilters';
import {
  ClassificationPicker,
  ComplianceLevelPicker,
  ContinuityTierPicker,
  ServiceTierPicker,
  SupplierRiskPicker,
} from './pickers';

const names = Object.keys(labelFilters) as LabelFilterName[];

const entity = (
  name: string,
  values: Partial<Record<LabelFilterName, string>>,
): Entity => ({
  ...paymentsEntity,
  metadata: {
    name,
    labels: Object.fromEntries(
      names.map(filter => [
        labelFilters[filter].label,
        values[filter] ?? 'unset',
      ]),
    ),
  },
});

const wanted = {
  serviceTier: 'tier-1',
  classification: 'restricted',
  continuityTier: 'tier-2',
  supplierRisk: 'high',
  complianceLevel: 'gold',
};

const entities = [
  entity('wanted', wanted),
  entity('wanted-too', { ...wanted, serviceTier: undefined }),
  // Each of these is left out by one of the filters.
  entity('other-tier', { ...wanted, serviceTier: 'tier-2' }),
  entity('other-class', { ...wanted, classification: 'public' }),
  entity('other-continuity', { ...wanted, continuityTier: undefined }),
  entity('other-risk', { ...wanted, supplierRisk: 'low' }),
  entity('other-level', { ...wanted, complianceLevel: 'none' }),
];

function Names() {
  const { entities: found, loading } = useEntityList();
  return loading ? null : (
    <ul>
      {found.map(({ metadata }) => (
        <li key={metadata.name}>{metadata.name}</li>
      ))}
    </ul>
  );
}

/** The filters of the catalog page, opened at an address. */
function open(search: string) {
  return renderInTestApp(
    <EntityListProvider pagination>
      <ServiceTierPicker />
      <ClassificationPicker />
      <ContinuityTierPicker />
      <SupplierRiskPicker />
      <ComplianceLevelPicker />
      <Names />
    </EntityListProvider>,
    {
      initialRouteEntries: [`/${search}`],
      apis: [
        [catalogApiRef, catalogApiMock({ entities })],
        [complianceApiRef, new FakeComplianceApi()],
      ],
    },
  );
}

/** The names in the list; none while it loads. */
const found = () =>
  screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('the address of the catalog page', () => {
  it('keeps what is chosen in all five pickers, for a reload and for others', async () => {
    const user = userEvent.setup();
    const { unmount } = open('');
    for (const [picker, options] of [
      ['serviceTier', [/^Tier 1 /, /^No service tier/]],
      ['classification', [/^Restricted/]],
      ['continuityTier', [/^Tier 2 /]],
      ['supplierRisk', [/^High/]],
      ['complianceLevel', [/^Gold/]],
    ] as const) {
      await user.click(await screen.findByTestId(`${picker}-picker-expand`));
      for (const option of options) {
        await user.click(screen.getByRole('option', { name: option }));
      }
      await user.keyboard('{Escape}');
    }
    await waitFor(() => expect(found()).toEqual(['wanted', 'wanted-too']));
    const { search } = window.location;
    unmount();

    open(search);
    await waitFor(() => expect(found()).toEqual(['wanted', 'wanted-too']));
    expect(window.location.search).toBe(search);
  });

  it.each(names)('takes one value of %s as it takes several', async name => {
    const namesWith = (...values: string[]) =>
      entities
        .filter(({ metadata }) =>
          values.includes(metadata.labels![labelFilters[name].label]),
        )
        .map(({ metadata }) => metadata.name)
        .sort();
    const value = wanted[name];
    const { unmount } = open(`?filters[${name}]=${value}`);
    await waitFor(() => expect(found()).toEqual(namesWith(value)));
    unmount();

    open(`?filters[${name}]=${value}&filters[${name}]=unset`);
    await waitFor(() => expect(found()).toEqual(namesWith(value, 'unset')));
  });
});
