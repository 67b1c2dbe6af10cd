import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComplianceApi, summary } from '../__testUtils__';
import { complianceApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { ComplianceTodoCard } from './ComplianceTodoCard';

function apiWith(count: number) {
  const api = new FakeComplianceApi();
  api.summaries = Array.from({ length: count }, (_, index) =>
    summary({
      entityRef: `component:default/service-${index}`,
      title: `Service ${index}`,
      gain: 40 - index,
      missing: ['information.personalData'],
    }),
  );
  api.todo = {
    ownerRefs: ['user:default/kim'],
    due: ['a', 'b'].map(checkId => ({
      entityRef: 'component:default/service-0',
      checkId,
      checkTitle: checkId,
      dueOn: '2026-12-01',
      fields: [],
    })),
    progress: [
      { owner: 'user:default/kim', complete: 0, started: count, untouched: 0 },
    ],
  };
  return api;
}

function renderCard(api: FakeComplianceApi) {
  return renderInTestApp(<ComplianceTodoCard />, {
    apis: [[complianceApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/compliance': rootRouteRef,
    },
  });
}

describe('ComplianceTodoCard', () => {
  it('shows the three services that gain most, and what is due', async () => {
    const { container } = renderCard(apiWith(5));
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Service 0+40 points for 1 field',
      'Service 1+39 points for 1 field',
      'Service 2+38 points for 1 field',
    ]);
    expect(screen.getByText('5 services to complete')).toBeInTheDocument();
    expect(
      screen.getByText('2 checks are due for review within 30 days'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Service 0' })).toHaveAttribute(
      'href',
      '/catalog/default/component/service-0/compliance',
    );
    expect(
      screen.getByRole('link', { name: 'Open the to-do list' }),
    ).toHaveAttribute('href', '/compliance/todo');
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each<[string, (api: FakeComplianceApi) => void]>([
    ['Everything is complete', api => (api.summaries = [])],
    [
      'Nothing is due for review within 30 days',
      api => (api.todo = { ...api.todo, due: [] }),
    ],
    ['You own no services', api => (api.todo = { ...api.todo, progress: [] })],
    [
      'You are not signed in as a user of the catalog',
      api => (api.todo = { ...api.todo, ownerRefs: [] }),
    ],
  ])('says: %s', async (text, change) => {
    const api = apiWith(1);
    change(api);
    renderCard(api);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says that the backend failed, and tries again', async () => {
    const api = apiWith(1);
    const { getTodo } = api;
    api.getTodo = async () => {
      throw new Error('The backend is away');
    };
    renderCard(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away',
    );
    api.getTodo = getTodo;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('1 service to complete'),
    ).toBeInTheDocument();
  });
});
