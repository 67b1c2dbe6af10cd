import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { LabelFilterName, labelFilters } from './labelFilters';
import { LabelPicker } from './LabelPicker';

const names = Object.keys(labelFilters) as LabelFilterName[];

const entity = (name: string, tier: string, classification: string): Entity => {
  const labels = Object.fromEntries(
    names.map(filter => [labelFilters[filter].label, 'unset']),
  );
  return {
    ...paymentsEntity,
    metadata: {
      name,
      labels: {
        ...labels,
        [labelFilters.serviceTier.label]: tier,
        [labelFilters.classification.label]: classification,
      },
    },
  };
};

function openPickers() {
  const catalog = catalogApiMock({
    entities: [
      entity('a', 'tier-1', 'restricted'),
      entity('b', 'tier-1', 'public'),
      entity('c', 'tier-2', 'restricted'),
    ],
  });
  const getEntityFacets = jest.fn(catalog.getEntityFacets.bind(catalog));
  renderInTestApp(
    <EntityListProvider pagination>
      {names.map(name => (
        <LabelPicker key={name} name={name} />
      ))}
    </EntityListProvider>,
    {
      apis: [
        [catalogApiRef, { ...catalog, getEntityFacets }],
        [complianceApiRef, new FakeComplianceApi()],
      ],
    },
  );
  return getEntityFacets;
}

const optionsOf = async (name: LabelFilterName) => {
  const user = userEvent.setup();
  await user.click(await screen.findByTestId(`${name}-picker-expand`));
  const options = screen
    .getAllByRole('option')
    .map(({ textContent }) => textContent!)
    .filter(text => !text.endsWith('(0)'));
  await user.keyboard('{Escape}');
  return options;
};

const choose = async (name: LabelFilterName, option: RegExp) => {
  const user = userEvent.setup();
  await user.click(await screen.findByTestId(`${name}-picker-expand`));
  await user.click(screen.getByRole('option', { name: option }));
  await user.keyboard('{Escape}');
};

describe('useLabelTotals', () => {
  it('leaves out of the counts of a picker only what is chosen in itself', async () => {
    openPickers();
    expect(await optionsOf('serviceTier')).toEqual([
      'Tier 1 (2)',
      'Tier 2 (1)',
    ]);
    await choose('serviceTier', /^Tier 1/);

    await waitFor(async () =>
      expect(await optionsOf('classification')).toEqual([
        'Public (1)',
        'Restricted (1)',
      ]),
    );
    expect(await optionsOf('serviceTier')).toEqual([
      'Tier 1 (2)',
      'Tier 2 (1)',
    ]);
    expect(await optionsOf('supplierRisk')).toEqual(['No supplier risk (2)']);
  });

  it('asks once for all pickers in which nothing is chosen', async () => {
    const getEntityFacets = openPickers();
    await optionsOf('complianceLevel');
    expect(getEntityFacets).toHaveBeenCalledTimes(1);

    await choose('serviceTier', /^Tier 1/);
    await waitFor(() => expect(getEntityFacets).toHaveBeenCalledTimes(2));
    await choose('classification', /^Restricted/);
    // One more for what the other choice leaves for the tier.
    await waitFor(() => expect(getEntityFacets).toHaveBeenCalledTimes(4));

    const asked = getEntityFacets.mock.calls.map(([{ filter }]) => filter);
    const tier = {
      [`metadata.labels.${labelFilters.serviceTier.label}`]: ['tier-1'],
    };
    const secrecy = {
      [`metadata.labels.${labelFilters.classification.label}`]: ['restricted'],
    };
    expect(asked).toEqual([{}, tier, secrecy, { ...tier, ...secrecy }]);
  });
});
