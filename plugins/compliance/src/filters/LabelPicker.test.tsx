import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityKindFilter,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComplianceApi, paymentsEntity } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { labelFilters } from './labelFilters';
import { ClassificationPicker, ComplianceLevelPicker } from './pickers';

const CLASSIFICATION = 'compliance/information-classification';

const entity = (
  name: string,
  classification?: string,
  kind = 'Component',
): Entity => ({
  ...paymentsEntity,
  kind,
  metadata: {
    name,
    ...(classification && { labels: { [CLASSIFICATION]: classification } }),
  },
});

function renderPicker(options: {
  picker?: JSX.Element;
  entities?: Entity[];
  queryParameters?: Record<string, string[]>;
}) {
  const {
    picker = <ClassificationPicker />,
    entities = [
      entity('a', 'restricted'),
      entity('b', 'unset'),
      entity('c', 'unset'),
      entity('d', 'secret-of-old'),
      entity('e', 'public', 'API'),
    ],
    queryParameters = {},
  } = options;
  const updateFilters = jest.fn();
  const catalog = catalogApiMock({ entities });
  const catalogApi = {
    ...catalog,
    getEntityFacets: jest.fn(catalog.getEntityFacets.bind(catalog)),
  };
  const { container } = renderInTestApp(
    <MockEntityListContextProvider
      value={{
        updateFilters,
        queryParameters,
        filters: { kind: new EntityKindFilter('component', 'Component') },
      }}
    >
      {picker}
      <p>Below the pickers</p>
    </MockEntityListContextProvider>,
    {
      apis: [
        [catalogApiRef, catalogApi],
        [complianceApiRef, new FakeComplianceApi()],
      ],
    },
  );
  return { updateFilters, container, catalogApi };
}

describe('LabelPicker', () => {
  it('offers the scale in its order with how many entities each has', async () => {
    const user = userEvent.setup();
    const { container } = renderPicker({});
    const expand = await screen.findByTestId('classification-picker-expand');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(expand);
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual([
      'Public (0)',
      'Internal (0)',
      'Confidential (0)',
      'Restricted (1)',
      'Not classified (2)',
      'secret-of-old (1)',
    ]);
  });

  it('filters by what is chosen', async () => {
    const user = userEvent.setup();
    const { updateFilters } = renderPicker({});
    await user.click(await screen.findByTestId('classification-picker-expand'));
    await user.click(screen.getByText('Restricted (1)'));
    await user.click(screen.getByText('Not classified (2)'));
    const [{ classification }] = updateFilters.mock.lastCall!;
    expect(classification.getCatalogFilters()).toEqual({
      [`metadata.labels.${CLASSIFICATION}`]: ['restricted', 'unset'],
    });
    expect(classification.toQueryValue()).toEqual(['restricted', 'unset']);
    expect(classification.filterEntity(entity('x', 'unset'))).toBe(true);
    expect(classification.filterEntity(entity('x', 'public'))).toBe(false);
    expect(classification.filterEntity(entity('x'))).toBe(false);
  });

  it('takes over what the address of the page says', async () => {
    const { updateFilters } = renderPicker({
      queryParameters: { classification: ['restricted'] },
    });
    expect(await screen.findByText('Restricted')).toBeInTheDocument();
    await waitFor(() =>
      expect(updateFilters.mock.lastCall![0].classification.values).toEqual([
        'restricted',
      ]),
    );
  });

  it('names what has no level apart from what was never assessed', async () => {
    const user = userEvent.setup();
    const level = (name: string, value: string) => ({
      ...paymentsEntity,
      metadata: { name, labels: { 'compliance/level': value } },
    });
    renderPicker({
      picker: <ComplianceLevelPicker />,
      entities: [level('a', 'none'), level('b', 'gold')],
    });
    await user.click(
      await screen.findByTestId('complianceLevel-picker-expand'),
    );
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual([
      'Bronze (0)',
      'Silver (0)',
      'Gold (1)',
      'No level (1)',
      'Not assessed (0)',
    ]);
  });

  it('does not show where nothing has the label', async () => {
    const { catalogApi } = renderPicker({ entities: [entity('a')] });
    await waitFor(() => expect(catalogApi.getEntityFacets).toHaveBeenCalled());
    await catalogApi.getEntityFacets.mock.results[0].value;
    await screen.findByText('Below the pickers');
    expect(
      screen.queryByText('Information classification'),
    ).not.toBeInTheDocument();
  });

  it('uses a name of its own for each filter', () => {
    const keys = Object.values(labelFilters).flatMap(({ Filter }) =>
      Object.keys(new Filter([]).getCatalogFilters!()),
    );
    expect(new Set(keys).size).toBe(5);
  });
});
