import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeComplianceApi,
  summary,
  summaryResponse,
} from '../../__testUtils__';
import {
  addressParams,
  lastQuery,
  renderServices,
} from '../__testUtils__/renderServices';

jest.setTimeout(60_000);

function groupedServices() {
  const api = new FakeComplianceApi();
  api.summaries = [
    summary({ owner: 'group:default/cards' }),
    summary({
      entityRef: 'component:default/bare',
      name: 'bare',
      title: 'Bare',
      owner: undefined,
    }),
  ];
  const [group] = summaryResponse().groups;
  api.summary = summaryResponse({
    groups: [
      { ...group, key: 'group:default/cards', total: 1 },
      { ...group, key: 'unset', total: 1, averageScore: undefined },
    ],
  });
  const getSummary = jest.fn(async (_query: object) => api.summary);
  api.getSummary = getSummary as unknown as typeof api.getSummary;
  return { api, getSummary };
}

describe('groups of services', () => {
  it('shows totals by what is chosen', async () => {
    const { api, getSummary } = groupedServices();
    renderServices(api, '/?level=gold&query=%7B+kind:+api+%7D&q=pay');
    await userEvent.click(
      await screen.findByRole('button', { name: /Group by/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'By owner' }),
    );
    const groups = await screen.findByRole('region', {
      name: 'Services by Owner',
    });
    expect(lastQuery(getSummary)).toEqual({
      groupBy: 'owner',
      filter: { level: ['gold'] },
      query: { kind: 'api' },
      fullText: 'pay',
    });
    expect(
      within(groups).getByText('2 services in 2 groups'),
    ).toBeInTheDocument();
    expect(
      within(groups)
        .getAllByRole('heading')
        .map(heading => heading.textContent),
    ).toEqual([
      'cards 1 service · 62.5\u00a0% on average · 1 complete',
      'No owner 1 service · No score · 1 complete',
    ]);
    expect(addressParams()).toMatchObject({ groupBy: ['owner'] });
  });

  it('opens to the first services and leads to all of them', async () => {
    const { api } = groupedServices();
    const queryEntities = jest.spyOn(api, 'queryEntities');
    renderServices(api, '/?groupBy=owner&q=bare');
    await userEvent.click(
      await screen.findByRole('button', { name: /^No owner/ }),
    );
    expect(
      await screen.findByRole('link', { name: 'Bare' }),
    ).toBeInTheDocument();
    expect(lastQuery(queryEntities)).toEqual({
      filter: { owner: ['unset'] },
      fullText: 'bare',
      order: { field: 'name', direction: 'asc' },
      limit: 10,
    });
    expect(addressParams()).toMatchObject({ open: ['unset'] });

    await userEvent.click(
      screen.getByRole('link', {
        name: 'Show the service in the list',
      }),
    );
    await waitFor(() =>
      expect(addressParams()).toEqual({ owner: ['unset'], q: ['bare'] }),
    );
  });

  it('follows the search, without going away meanwhile', async () => {
    const { api, getSummary } = groupedServices();
    const queryEntities = jest.spyOn(api, 'queryEntities');
    renderServices(api, '/?groupBy=owner&open=unset');
    await screen.findByRole('link', { name: 'Bare' });

    const answers: (() => void)[] = [];
    const { groups } = api.summary;
    getSummary.mockImplementation(
      () =>
        new Promise(resolve =>
          answers.push(() =>
            resolve({ ...api.summary, groups: groups.slice(1) }),
          ),
        ),
    );
    await userEvent.type(screen.getByRole('searchbox'), ' ba ');
    await waitFor(() =>
      expect(lastQuery(getSummary)).toMatchObject({ fullText: 'ba' }),
    );
    expect(lastQuery(queryEntities)).toMatchObject({ fullText: 'ba' });
    expect(screen.getByRole('button', { name: /^cards/ })).toBeInTheDocument();

    answers.forEach(answer => answer());
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^cards/ }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('button', { name: /^No owner/ }),
    ).toBeInTheDocument();
  });

  it('closes again', async () => {
    const { api } = groupedServices();
    renderServices(api, '/?groupBy=owner&open=unset');
    await screen.findByRole('link', { name: 'Bare' });
    await userEvent.click(screen.getByRole('button', { name: /^No owner/ }));
    await waitFor(() =>
      expect(addressParams()).toEqual({ groupBy: ['owner'] }),
    );
    expect(
      screen.queryByRole('link', { name: 'Bare' }),
    ).not.toBeInTheDocument();
  });

  it('says what failed, that there are more, and that nothing matches', async () => {
    const { api, getSummary } = groupedServices();
    getSummary.mockRejectedValueOnce(new Error('No totals'));
    const { unmount } = renderServices(api, '/?groupBy=domain');
    expect(await screen.findByRole('alert')).toHaveTextContent('No totals');
    api.summary = { ...api.summary, hasMoreGroups: true };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(/^There are more than these 2 groups/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /^No domain/ }),
    ).toBeInTheDocument();
    unmount();

    api.summary = { ...api.summary, groups: [], total: 0 };
    renderServices(api, '/?groupBy=system&level=gold');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  });

  it('is accessible', async () => {
    const { api } = groupedServices();
    const { container } = renderServices(api, '/?groupBy=owner&open=unset');
    await screen.findByRole('link', { name: 'Bare' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
