import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  EntityTotals,
  SummaryQuery,
  SummaryResponse,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import {
  FakeComplianceApi,
  statusResponse,
  summaryResponse,
} from '../__testUtils__';
import { complianceApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { readQuery } from '../services/address';
import { entityFilter } from '../services/entityFilter';
import { OverviewContent } from './OverviewContent';

jest.setTimeout(30_000);

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function renderOverview(api: FakeComplianceApi, address = '/') {
  return renderInTestApp(
    <>
      <OverviewContent />
      <Address />
    </>,
    {
      apis: [
        [complianceApiRef, api],
        [catalogApiRef, new InMemoryCatalogClient()],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance': rootRouteRef,
      },
    },
  );
}

const facet = (clear: number, failing: number, unknown: number) => ({
  total: clear + failing + unknown,
  clear,
  failing,
  unknown,
});

function totals(overrides: Partial<EntityTotals> = {}): EntityTotals {
  return {
    total: 10,
    averageScore: 62.5,
    levels: { none: 2, bronze: 4, gold: 3 },
    progress: { complete: 4, started: 5, untouched: 1 },
    facets: {
      serviceLevel: facet(10, 0, 0),
      information: facet(4, 2, 4),
      continuity: facet(3, 2, 1),
      supplier: facet(0, 0, 0),
    },
    ...overrides,
  };
}

/** An estate of ten services, of which three have no classification. */
function apiWith(summary: Partial<SummaryResponse> = {}) {
  const api = new FakeComplianceApi();
  const known = summaryResponse({
    ...totals(),
    groups: [
      { key: 'group:default/cards', ...totals({ total: 7 }) },
      { key: 'unset', ...totals({ total: 3, averageScore: undefined }) },
    ],
    ...summary,
  });
  const getSummary = jest.fn(async ({ filter }: SummaryQuery) =>
    filter
      ? {
          ...known,
          total: 3,
          groups: [{ key: 'group:default/cards', ...totals({ total: 3 }) }],
        }
      : known,
  );
  api.getSummary = (query?: SummaryQuery) => getSummary(query ?? {});
  return { api, getSummary };
}

/** What the Services tab asks for when a link is followed. */
function selectionOf(link: HTMLElement) {
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  expect(pathname).toBe('/compliance/services');
  const { query, order, ...filter } = readQuery(searchParams);
  return {
    filter: entityFilter({ ...filter, query }),
    query: query ? JSON.parse(query) : undefined,
    order,
  };
}

/** With spaces that break, as they are written below. */
const textOf = (element: HTMLElement) =>
  element.textContent!.replace(/\u00a0/g, ' ');
const valueTextOf = (slider: HTMLElement) =>
  slider.getAttribute('aria-valuetext')!.replace(/\u00a0/g, ' ');

const matrix = () => screen.findByRole('region', { name: 'Facets' });
const rowNames = async () =>
  within(await matrix())
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);

const days = (...scores: (number | undefined)[]): TrendPoint[] =>
  scores.map((averageScore, index) => ({
    date: `2026-08-${24 + index}`,
    ...(averageScore !== undefined && {
      averageScore,
      total: 10,
      openFindings: 40 - index,
      unclassified: 24 - index,
      levels: { none: 4, bronze: 3, gold: 3 },
    }),
  }));

describe('OverviewContent', () => {
  it('has key figures, each with its services', async () => {
    renderOverview(apiWith().api);
    const figures = within(
      await screen.findByRole('list', { name: 'Key figures' }),
    );
    const selections = Object.fromEntries(
      figures
        .getAllByRole('link')
        .map(link => [textOf(link), selectionOf(link)]),
    );
    expect(selections).toMatchObject({
      'Services in scope 10': { filter: undefined },
      'Average score 62.5 %': { order: { field: 'score', direction: 'asc' } },
      'Complete profiles 40 % 4 of 10': { filter: { progress: ['complete'] } },
      'Not classified 30 % 3 of 10': { filter: { classification: ['unset'] } },
    });
    expect(Object.keys(selections)).toHaveLength(4);
  });

  it('counts as not classified only what needs a classification, as the list does', async () => {
    const { api, getSummary } = apiWith();
    const { items } = await api.getChecks();
    api.getChecks = async () => ({
      items: [
        ...items,
        {
          ...items[0],
          id: 'information-classified',
          title: 'Classification',
          facet: 'information',
        },
      ],
    });
    renderOverview(api);
    const query = { 'check.information-classified': { $exists: true } };
    const selection = { filter: { classification: ['unset'] }, query };
    const figure = await screen.findByRole('link', { name: /^Not classified/ });
    expect(selectionOf(figure)).toMatchObject(selection);
    expect(
      selectionOf(
        screen.getByRole('link', {
          name: '3: services of cards without classification',
        }),
      ),
    ).toMatchObject({
      filter: { ...selection.filter, owner: ['group:default/cards'] },
      query,
    });
    expect(getSummary).toHaveBeenCalledWith({ groupBy: 'owner', ...selection });
  });

  it('says how many services have each level, and which are not assessed', async () => {
    renderOverview(apiWith().api);
    const levels = within(
      await screen.findByRole('region', { name: 'Services by level' }),
    );
    expect(
      levels.getAllByRole('link').map(link => {
        return [textOf(link), selectionOf(link).filter?.level];
      }),
    ).toEqual([
      ['Gold 3 (30 %)', ['gold']],
      ['Silver 0 (0 %)', ['silver']],
      ['Bronze 4 (40 %)', ['bronze']],
      ['No level 2 (20 %)', ['none']],
      ['Not assessed 1 (10 %)', ['unset']],
    ]);
  });

  describe('the matrix', () => {
    it('has a row for all and for each owner, with the state of each facet', async () => {
      renderOverview(apiWith().api);
      expect(await rowNames()).toEqual(['All services', 'cards', 'No owner']);
      const [, , cards, noOwner] = within(await matrix()).getAllByRole('row');
      expect(within(cards).getAllByRole('cell').map(textOf)).toEqual([
        '7',
        '62.5 %',
        '3',
        '10 of 10 clear',
        '4 of 10 clear2 failing4 unknownopen findings of cards, Information',
        '3 of 6 clear2 failing1 unknownopen findings of cards, Continuity',
        'Not applicable',
      ]);
      expect(within(noOwner).getAllByRole('cell')[1]).toHaveTextContent(
        'No score',
      );
      expect(within(noOwner).getAllByRole('cell')[2]).toHaveTextContent('0');
    });

    it('leads to the services of a group, and to the open ones of a facet', async () => {
      renderOverview(apiWith().api);
      const region = within(await matrix());
      expect(
        selectionOf(region.getByRole('link', { name: '7: services of cards' })),
      ).toMatchObject({ filter: { owner: ['group:default/cards'] } });
      expect(
        selectionOf(
          region.getByRole('link', {
            name: '3: services of cards without classification',
          }),
        ).filter,
      ).toEqual({
        owner: ['group:default/cards'],
        classification: ['unset'],
      });
      const open = { $in: ['fail', 'unknown'] };
      expect(
        selectionOf(
          region.getByRole('link', {
            name: /3 of 6 clear\s*2 failing\s*1 unknown\s*open findings of No owner, Continuity/,
          }),
        ),
      ).toMatchObject({
        filter: { owner: ['unset'] },
        query: {
          $any: [
            { 'check.continuity-tier': open },
            { 'check.continuity-tested': open },
          ],
        },
      });
      expect(
        region.queryByRole('link', { name: /Service level/ }),
      ).not.toBeInTheDocument();
    });

    it('is grouped and sorted, in the address', async () => {
      const { api, getSummary } = apiWith();
      renderOverview(api);
      await matrix();
      const heading = (name: string) =>
        screen.getByRole('columnheader', { name });
      expect(heading('Services')).toHaveAttribute('aria-sort', 'descending');
      await userEvent.click(
        screen.getByRole('button', { name: 'Not classified' }),
      );
      expect(heading('Not classified')).toHaveAttribute(
        'aria-sort',
        'descending',
      );
      expect(heading('Services')).not.toHaveAttribute('aria-sort');
      await userEvent.click(
        screen.getByRole('button', { name: 'Not classified' }),
      );
      expect(await rowNames()).toEqual(['All services', 'No owner', 'cards']);
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '?sort=unclassified&direction=asc',
      );

      await userEvent.click(screen.getByRole('button', { name: /By$/ }));
      await userEvent.click(screen.getByRole('option', { name: 'System' }));
      expect(
        await screen.findByRole('columnheader', { name: 'System' }),
      ).toBeInTheDocument();
      expect(getSummary).toHaveBeenCalledWith({ groupBy: 'system' });
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        'groupBy=system',
      );
      expect(await rowNames()).toContain('No system');
    });

    it('shows more rows on demand, and says when not all are known', async () => {
      const { api } = apiWith({
        groups: Array.from({ length: 12 }, (_, index) => ({
          key: `domain:default/d-${index}`,
          ...totals(),
        })),
        hasMoreGroups: true,
      });
      renderOverview(api, '/?groupBy=domain');
      expect(await rowNames()).toHaveLength(11);
      const region = within(await matrix());
      expect(region.getByRole('status')).toHaveTextContent(
        '10 of 12 · There are more. Only the 12 largest are shown.',
      );
      await userEvent.click(region.getByRole('button', { name: 'Show more' }));
      expect(await rowNames()).toHaveLength(13);
      expect(
        region.queryByRole('button', { name: 'Show more' }),
      ).not.toBeInTheDocument();
    });

    it('keeps the rest when other groups cannot be loaded', async () => {
      const { api, getSummary } = apiWith();
      renderOverview(api);
      await matrix();
      getSummary.mockRejectedValueOnce(new Error('The backend is away'));
      await userEvent.click(screen.getByRole('button', { name: /By$/ }));
      await userEvent.click(screen.getByRole('option', { name: 'Domain' }));
      const region = within(await matrix());
      expect(await region.findByRole('alert')).toHaveTextContent(
        'The backend is away',
      );
      expect(
        screen.getByRole('list', { name: 'Key figures' }),
      ).toBeInTheDocument();
      await userEvent.click(region.getByRole('button', { name: 'Try again' }));
      expect(
        await region.findByRole('rowheader', { name: 'No domain' }),
      ).toBeInTheDocument();
    });
  });

  describe('the trend', () => {
    function renderTrend(points: TrendPoint[], address?: string) {
      const { api } = apiWith();
      api.trends = { points };
      const getTrends = jest.spyOn(api, 'getTrends');
      renderOverview(api, address);
      return { api, getTrends };
    }
    const region = async () =>
      within(await screen.findByRole('region', { name: 'Trend' }));

    it('is told in a sentence', async () => {
      renderTrend(days(61, undefined, 64, 68));
      expect(
        await screen.findByText(
          'Average score rose from 61 % to 68 % since Aug 24, 2026. Open findings fell from 40 to 37. Unclassified services fell from 24 to 21.',
        ),
      ).toBeInTheDocument();
    });

    it('lets a day be chosen with the keyboard, and tells what is known of it', async () => {
      renderTrend(days(61, undefined, 64, 68));
      const slider = await (
        await region()
      ).findByRole('slider', { name: 'Average score, day' });
      expect(valueTextOf(slider)).toBe(
        'Aug 27, 2026: average score 68 %, 10 services, 37 open findings, 21 not classified',
      );
      // What arrow keys do in browsers.
      fireEvent.change(slider, { target: { value: '1' } });
      expect(valueTextOf(slider)).toBe('Aug 25, 2026: not assessed');
      const levels = (await region()).getByRole('slider', {
        name: 'Services by level, day',
      });
      expect(levels).toHaveValue('1');
      fireEvent.change(levels, { target: { value: '0' } });
      expect(valueTextOf(levels)).toBe(
        'Aug 24, 2026: Gold 3, Silver 0, Bronze 3, No level 4',
      );
      expect(
        (await region()).getByText(/^Aug 24, 2026: average score 61/),
      ).toBeInTheDocument();
    });

    it('has the numbers as a table, gaps included', async () => {
      renderTrend(days(61, undefined, 68));
      await userEvent.click(
        (
          await region()
        ).getByRole('button', { name: 'The numbers behind the charts' }),
      );
      const table = within((await region()).getByRole('table'));
      expect(table.getAllByRole('row').map(textOf)).toEqual([
        'DateAverage scoreServicesOpen findingsNot classifiedGoldSilverBronzeNo level',
        'Aug 26, 202668 %1038223034',
        'Aug 25, 2026Not assessed',
        'Aug 24, 202661 %1040243034',
      ]);
    });

    it.each([
      ['before the first day', days(undefined), /There is no history yet/],
      [
        'on the first day',
        days(undefined, 61),
        /The history begins on Aug 25, 2026/,
      ],
    ])('says what it will show %s', async (_, points, text) => {
      renderTrend(points);
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect((await region()).queryByRole('slider')).not.toBeInTheDocument();
    });

    it('covers as many days as the address says', async () => {
      const { getTrends } = renderTrend(days(61, 62), '/?days=30');
      await screen.findByText(/rose/);
      expect(getTrends).toHaveBeenCalledWith({ days: 30 });
      await userEvent.click(screen.getByRole('button', { name: /Period$/ }));
      await userEvent.click(screen.getByRole('option', { name: '365 days' }));
      await waitFor(() =>
        expect(getTrends).toHaveBeenLastCalledWith({ days: 365 }),
      );
      expect(screen.getByLabelText('Address')).toHaveTextContent('?days=365');
    });

    it('fails for itself and is tried again', async () => {
      const { api } = apiWith();
      api.trends = { points: days(61, 62) };
      jest
        .spyOn(api, 'getTrends')
        .mockRejectedValueOnce(new Error('Too much history'));
      renderOverview(api);
      await matrix();
      const trend = await region();
      expect(await trend.findByRole('alert')).toHaveTextContent(
        'Too much history',
      );
      await userEvent.click(trend.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText(/rose from 61/)).toBeInTheDocument();
    });
  });

  it('lists the checks with most open findings and the clauses they hurt', async () => {
    renderOverview(apiWith().api);
    const region = within(
      await screen.findByRole('region', {
        name: 'Checks with the most open findings',
      }),
    );
    const [item] = region.getAllByRole('listitem');
    expect(item).toHaveTextContent('Continuity plan is tested in time');
    expect(item).toHaveTextContent('Continuity');
    expect(await within(item).findByText(/ISO\/IEC 20000-1/)).toBeVisible();
    expect(within(item).getByText('8.7.2')).toBeInTheDocument();
    expect(
      selectionOf(
        within(item).getByRole('link', {
          name: '1 service with an open finding of “Continuity plan is tested in time”',
        }),
      ).filter,
    ).toEqual({
      check: { id: 'continuity-tested', status: ['fail', 'unknown'] },
    });
  });

  it('lists what expires soon', async () => {
    renderOverview(apiWith().api);
    const region = within(
      await screen.findByRole('region', { name: 'Expires soon' }),
    );
    const row = region.getAllByRole('row')[1];
    expect(row).toHaveTextContent('Continuity plan is tested in time112');
    const link = within(row).getByRole('link', {
      name: '2: services whose “Continuity plan is tested in time” expires within 90 days',
    });
    const inDays = new Date(Date.now() + 90 * 86_400_000);
    expect(selectionOf(link).filter).toEqual({
      check: { id: 'continuity-tested', status: ['pass'] },
      dueBy: inDays.toISOString().slice(0, 10),
    });
  });

  it('says when nothing is open and nothing expires', async () => {
    renderOverview(apiWith({ failing: [], expiring: [] }).api);
    expect(
      await screen.findByText('No check has an open finding.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Nothing expires in the next 90 days.'),
    ).toBeInTheDocument();
  });

  it('says that there is nothing to see', async () => {
    const { api } = apiWith({ total: 0, averageScore: undefined, groups: [] });
    renderOverview(api);
    expect(await screen.findByText('No entities yet')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says how old the data is, and that the catalog could not be read', async () => {
    const { api } = apiWith();
    const { mirror } = statusResponse();
    api.status = statusResponse({
      mirror: { ...mirror, last: { ...mirror.last!, outcome: 'failure' } },
    });
    renderOverview(api);
    expect(
      await screen.findByText('The catalog could not be read'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Catalog read/)).toBeInTheDocument();
  });

  it('says once that the backend failed, and tries again', async () => {
    const { api, getSummary } = apiWith();
    getSummary.mockRejectedValueOnce(new Error('The backend is away'));
    renderOverview(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await matrix()).toBeInTheDocument();
  });

  it('is accessible', async () => {
    const { api } = apiWith();
    api.trends = { points: days(61, undefined, 68) };
    const { container } = renderOverview(api);
    await matrix();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'The numbers behind the charts',
      }),
    );
    await screen.findByRole('slider', { name: 'Average score, day' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
