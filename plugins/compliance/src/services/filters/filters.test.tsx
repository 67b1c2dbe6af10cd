import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  addressParams,
  lastQuery,
  manyServices,
  renderServices,
} from '../__testUtils__/renderServices';

jest.setTimeout(60_000);

async function openFilters(address = '/') {
  const { api, queryEntities } = manyServices(3);
  const view = renderServices(api, address);
  await userEvent.click(
    await screen.findByRole('button', { name: /^Filters/ }),
  );
  await screen.findByRole('switch', { name: 'Mine' });
  return { ...view, api, queryEntities };
}

async function choose(select: RegExp, ...options: string[]) {
  await userEvent.click(await screen.findByRole('button', { name: select }));
  for (const name of options) {
    await userEvent.click(await screen.findByRole('option', { name }));
  }
  if (screen.queryByRole('listbox')) {
    await userEvent.keyboard('{Escape}');
  }
}

describe('filters of services', () => {
  it('narrows to values, of several at once, and clears', async () => {
    const { queryEntities } = await openFilters();
    await choose(/Classification$/, 'Restricted', 'Not set');
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: { classification: ['restricted', 'unset'] },
      }),
    );
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    expect(addressParams()).toEqual({
      classification: ['restricted', 'unset'],
    });

    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear all' })[0],
    );
    expect(await screen.findByText('1–3 of 3')).toBeInTheDocument();
    expect(lastQuery(queryEntities).filter).toBeUndefined();
    expect(addressParams()).toEqual({});
  });

  it('takes types, lifecycles and owners from the catalog', async () => {
    const { queryEntities } = await openFilters();
    await choose(/Type$/, 'website');
    await choose(/Lifecycle$/, 'experimental');
    await choose(/Owner$/, 'cards', 'kim');
    await choose(/System$/, 'Not set');
    await choose(/Domain$/, 'retail');
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: {
          type: ['website'],
          lifecycle: ['experimental'],
          owner: ['group:default/cards', 'user:default/kim'],
          system: ['unset'],
          domain: ['domain:default/retail'],
        },
      }),
    );
  });

  it('narrows to what is mine, to scores, checks and dates', async () => {
    const { queryEntities } = await openFilters();
    await userEvent.click(screen.getByRole('switch', { name: 'Mine' }));
    expect(
      screen.getByRole('button', { name: /Status of the check$/ }),
    ).toBeDisabled();
    await choose(/^Any Check$/, 'Continuity plan is tested in time');
    await choose(/Status of the check$/, 'Unknown', 'Waived');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Score from' }),
      '20',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Score to' }),
      '70{Tab}',
    );
    await choose(/Expires$/, 'Within 60 days');
    await choose(/Progress$/, 'Started');
    await waitFor(() =>
      expect(lastQuery(queryEntities)).toMatchObject({
        filter: {
          mine: true,
          check: { id: 'continuity-tested', status: ['fail', 'waived'] },
          minScore: 20,
          maxScore: 70,
          dueBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          progress: ['started'],
        },
      }),
    );
    expect(addressParams()).toEqual({
      mine: ['true'],
      check: ['continuity-tested'],
      checkStatus: ['fail', 'waived'],
      minScore: ['20'],
      maxScore: ['70'],
      dueBy: ['60'],
      progress: ['started'],
    });
  });

  it('says what is active, to be removed one by one', async () => {
    const { api, queryEntities } = manyServices(3);
    renderServices(
      api,
      '/?mine=true&classification=confidential&classification=unset&owner=group:default/cards&check=continuity-tested&minScore=50&dueBy=30&query=%7Bkind:+api%7D',
    );
    const tags = within(
      await screen.findByRole('grid', { name: 'Active filters' }),
    );
    await tags.findByText(/^Continuity plan is tested in time/);
    expect(tags.getAllByRole('row').map(tag => tag.textContent)).toEqual([
      'Mine',
      'Owner: cards',
      'Classification: Confidential',
      'Classification: Not set',
      'Continuity plan is tested in time: Fail, Unknown',
      'Score: 50–100',
      'Expires within 30 days',
      'Query: {kind: api}',
    ]);
    const remove = (name: string) =>
      userEvent.click(
        within(tags.getByRole('row', { name })).getByRole('button'),
      );
    await remove('Classification: Not set');
    await remove('Query: {kind: api}');
    await remove('Score: 50–100');
    await remove('Mine');
    await waitFor(() =>
      expect(addressParams()).toEqual({
        classification: ['confidential'],
        owner: ['group:default/cards'],
        check: ['continuity-tested'],
        dueBy: ['30'],
      }),
    );
    await waitFor(() =>
      expect(lastQuery(queryEntities).filter.mine).toBeUndefined(),
    );
  });

  it('names conditions on clauses in words, to be taken away one by one', async () => {
    const { api, queryEntities } = manyServices(3);
    renderServices(
      api,
      `/?query=${encodeURIComponent(
        '{"$all":[{"kind":"api"},{"clause.iso20000-1-2018.8.7.2":"gap"}]}',
      )}`,
    );
    const tag = await screen.findByRole('row', {
      name: '8.7.2 Service continuity management: Gap',
    });
    expect(
      screen.getByRole('row', { name: 'Query: {"kind":"api"}' }),
    ).toBeInTheDocument();
    await userEvent.click(within(tag).getByRole('button', { name: /Remove/ }));
    await waitFor(() =>
      expect(lastQuery(queryEntities).query).toEqual({ kind: 'api' }),
    );
    expect(addressParams()).toEqual({ query: ['{"kind":"api"}'] });
  });

  it('is accessible', async () => {
    const { container } = await openFilters(
      '/?level=bronze&owner=group:default/cards',
    );
    await screen.findByRole('grid', { name: 'Active filters' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
