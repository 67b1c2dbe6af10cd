import { mockApis } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComplianceApi, statusResponse, summary } from '../__testUtils__';
import {
  addressParams,
  lastQuery,
  manyServices,
  renderServices,
} from './__testUtils__/renderServices';

// Tables of many cells are slow to query by role.
jest.setTimeout(30_000);

describe('ServicesContent', () => {
  it('shows what is known of each entity', async () => {
    const api = new FakeComplianceApi();
    api.summaries = [
      summary({
        classification: undefined,
        facets: ['serviceLevel', 'information', 'continuity'],
      }),
    ];
    renderServices(api);
    const link = await screen.findByRole('link', { name: 'Payment gateway' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/payments/compliance',
    );
    const row = within(link.closest('[role="row"]') as HTMLElement);
    for (const text of [
      '62.5 %',
      'Bronze',
      '3',
      'Tier 1',
      'Tier 2',
      'Not set',
      'Not applicable',
    ]) {
      expect(row.getByText(text)).toBeInTheDocument();
    }
    expect(row.getByRole('rowheader')).toHaveTextContent(
      'Payment gatewaypayments',
    );
    expect(row.getByRole('meter')).toHaveAttribute('aria-valuenow', '62.5');
    expect(row.getByRole('link', { name: 'payments-team' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments-team',
    );
  });

  it('does without what an entity lacks, and with odd references', async () => {
    const api = new FakeComplianceApi();
    api.summaries = [
      summary({
        entityRef: 'component:other/bare',
        namespace: 'other',
        name: 'bare',
        title: undefined,
        type: undefined,
        owner: 'no reference',
        system: undefined,
        score: undefined,
        level: undefined,
        serviceTier: 'gone-from-config',
      }),
    ];
    renderServices(api);
    expect(
      await screen.findByRole('link', { name: 'other/bare' }),
    ).toHaveAttribute('href', '/catalog/other/component/bare/compliance');
    expect(screen.getByText('No score')).toBeInTheDocument();
    expect(screen.getByText('Not assessed')).toBeInTheDocument();
    expect(screen.getByText('gone-from-config')).toBeInTheDocument();
    expect(screen.getByText('no reference')).toBeInTheDocument();
  });

  it('asks for pages by cursor', async () => {
    const { api, queryEntities } = manyServices(60);
    renderServices(api);
    expect(await screen.findByText('1–25 of 60')).toBeInTheDocument();
    expect(lastQuery(queryEntities)).toEqual({
      limit: 25,
      order: { field: 'name', direction: 'asc' },
    });

    const next = screen.getByRole('button', { name: 'Next table page' });
    await userEvent.click(next);
    expect(await screen.findByText('26–50 of 60')).toBeInTheDocument();
    expect(lastQuery(queryEntities)).toMatchObject({ cursor: '25', limit: 25 });

    await userEvent.click(next);
    expect(await screen.findByText('51–60 of 60')).toBeInTheDocument();
    expect(next).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(await screen.findByText('26–50 of 60')).toBeInTheDocument();
    expect(queryEntities).toHaveBeenCalledTimes(3);
  });

  it('changes the size of pages', async () => {
    const { api, queryEntities } = manyServices(60);
    renderServices(api);
    await screen.findByText('1–25 of 60');
    await userEvent.click(screen.getByRole('button', { name: /25 per page/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: '100 per page' }),
    );
    expect(await screen.findByText('1–60 of 60')).toBeInTheDocument();
    expect(lastQuery(queryEntities)).toMatchObject({ limit: 100 });
  });

  it('sorts in the backend and keeps the order in the address', async () => {
    const { api, queryEntities } = manyServices(3);
    renderServices(api);
    const header = await screen.findByRole('columnheader', { name: /Score/ });
    await screen.findByText('1–3 of 3');

    await userEvent.click(header);
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        order: { field: 'score', direction: 'asc' },
      }),
    );
    await userEvent.click(header);
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        order: { field: 'score', direction: 'desc' },
      }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?sort=score&direction=desc',
    );
  });

  it('searches in the backend once typing stops', async () => {
    const { api, queryEntities } = manyServices(30);
    renderServices(api);
    await screen.findByText('1–25 of 30');
    const search = screen.getByRole('searchbox', {
      name: 'Search by name or title',
    });
    for (const value of ['s', 'service', 'service-7']) {
      fireEvent.change(search, { target: { value } });
    }
    expect(await screen.findByText('1–1 of 1')).toBeInTheDocument();
    expect(lastQuery(queryEntities)).toMatchObject({ fullText: 'service-7' });
    expect(queryEntities).toHaveBeenCalledTimes(2);
    expect(screen.getByLabelText('Address')).toHaveTextContent('?q=service-7');
  });

  it('starts as the address says', async () => {
    const { api, queryEntities } = manyServices(3);
    renderServices(
      api,
      '/?q=service&sort=level&level=gold&level=unset&check=continuity-tested&dueBy=2026-12-31&query=%7Bkind%3A+api%7D',
    );
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toEqual({
        fullText: 'service',
        order: { field: 'level', direction: 'asc' },
        limit: 25,
        filter: {
          level: ['gold', 'unset'],
          check: { id: 'continuity-tested', status: ['fail', 'unknown'] },
          dueBy: '2026-12-31',
        },
        query: { kind: 'api' },
      }),
    );
    expect(
      screen.getByRole('button', { name: 'Filters (3)' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('{kind: api}');
  });

  it('shows the columns that are chosen, and keeps them for the reader', async () => {
    const storage = mockApis.storage();
    const api = new FakeComplianceApi();
    api.summaries = [summary({ lifecycle: 'production', domain: undefined })];
    const { unmount } = renderServices(api, '/', storage);
    await screen.findByRole('link', { name: 'Payment gateway' });
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const choices = within(await screen.findByRole('dialog'));
    expect(choices.queryByRole('checkbox', { name: 'Name' })).toBeNull();
    for (const name of [
      'Missing fields',
      'Lifecycle',
      'Strict score',
      'Kind',
    ]) {
      await userEvent.click(choices.getByRole('checkbox', { name }));
    }
    await userEvent.click(choices.getByRole('checkbox', { name: 'Score' }));
    await userEvent.keyboard('{Escape}');
    const headers = () =>
      screen.getAllByRole('columnheader').map(header => header.textContent);
    const chosen = [
      '',
      'Name',
      'Strict score',
      'Level',
      'Open findings',
      'Service tier',
      'Classification',
      'Continuity tier',
      'Supplier risk',
      'Owner',
      'Kind',
      'Lifecycle',
      'Missing fields',
    ];
    expect(headers()).toEqual(chosen);
    expect(screen.getByText(/^2: Personal data, /)).toBeInTheDocument();
    expect(screen.getByText('Component · service')).toBeInTheDocument();
    const { columns } = addressParams();
    expect(columns[0]).toMatch(/^name,strictScore,level/);
    unmount();

    renderServices(api, '/', storage);
    await screen.findByRole('link', { name: 'Payment gateway' });
    expect(headers()).toEqual(chosen);
    expect(addressParams()).toEqual({ columns });

    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the usual columns' }),
    );
    await waitFor(() => expect(addressParams()).toEqual({}));
  });

  it('takes the columns of the address over those of the reader', async () => {
    const storage = mockApis.storage({
      data: { '/compliance/serviceColumns': ['score'] },
    });
    renderServices(undefined, '/?columns=name,progress', storage);
    await screen.findByRole('link', { name: 'Payment gateway' });
    expect(
      screen.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual(['', 'Name', 'Progress']);
    expect(screen.getByText('Started')).toBeInTheDocument();
  });

  it('follows the address when it changes by a link', async () => {
    const api = new FakeComplianceApi();
    const queryEntities = jest.spyOn(api, 'queryEntities');
    renderServices(api, '/?groupBy=owner&open=group%3Adefault%2Fcards');
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'Show all 2 services in the list',
      }),
    );
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: { owner: ['group:default/cards'] },
        limit: 25,
      }),
    );
    expect(addressParams()).toEqual({ owner: ['group:default/cards'] });
  });

  it('tells that there is nothing yet from that nothing matches', async () => {
    const { api } = manyServices(0);
    const { unmount } = renderServices(api);
    expect(await screen.findByText('No entities yet')).toBeInTheDocument();
    unmount();
    renderServices(api, '/?q=payments');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const { api, queryEntities } = manyServices(3);
    queryEntities.mockRejectedValueOnce(new Error('The backend is away'));
    renderServices(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1–3 of 3')).toBeInTheDocument();
  });

  it('tries again when only the vocabulary failed', async () => {
    const { api } = manyServices(3);
    const { getVocabulary } = api;
    api.getVocabulary = async () => {
      throw new Error('No words');
    };
    renderServices(api);
    expect(await screen.findByRole('alert')).toHaveTextContent('No words');
    api.getVocabulary = getVocabulary;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1–3 of 3')).toBeInTheDocument();
  });

  it('shows the age of the data and that the last reading failed', async () => {
    const { api } = manyServices(1);
    const ok = statusResponse();
    api.status = {
      ...ok,
      mirror: {
        ...ok.mirror,
        last: {
          ...ok.mirror.last!,
          outcome: 'failure',
          error: 'The catalog is down',
        },
      },
    };
    renderServices(api);
    expect(
      await screen.findByText('The catalog could not be read'),
    ).toBeInTheDocument();
    expect(screen.getByText(/values may be outdated/)).toHaveTextContent(
      'The last successful reading was 2 minutes ago; values may be outdated. The catalog is down',
    );
    expect(screen.getByText(/^Catalog read/)).toHaveTextContent(
      'Catalog read 2 minutes ago',
    );
  });

  it('is accessible', async () => {
    const { container } = renderServices(undefined, '/?level=bronze');
    await screen.findByRole('link', { name: 'Payment gateway' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
