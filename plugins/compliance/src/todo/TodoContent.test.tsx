import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  completionOf,
  EntityResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import {
  entityResponse,
  FakeComplianceApi,
  result,
  summary,
} from '../__testUtils__';
import { complianceApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { TodoContent } from './TodoContent';

jest.setTimeout(30_000);

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function renderTodo(api: FakeComplianceApi, address = '/') {
  return renderInTestApp(
    <>
      <TodoContent />
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

/** A service whose checks ask for the fields with these annotations. */
function service(name: string, asked: string[]): EntityResponse {
  return entityResponse({
    declared: {},
    edited: {},
    results: [
      result({ weight: 2 }),
      ...asked.map(annotation =>
        result({
          checkId: annotation,
          status: 'unknown',
          remediation: {
            text: 'Fill it in.',
            annotations: [`compliance/${annotation}`],
          },
        }),
      ),
    ],
    overrides: { entityRef: `component:default/${name}`, title: `The ${name}` },
  });
}

/** The entity in lists, as its profile is now. */
function listed({ entityRef, title, profile, scorecard }: EntityResponse) {
  const results = scorecard.results.map(entry => ({
    ...entry,
    annotations: entry.remediation.annotations,
  }));
  return summary({
    entityRef,
    name: entityRef.split('/')[1],
    title,
    ...completionOf({ profile, results }),
  });
}

/** Knows these services, and lists them as they become. */
function apiWith(services: EntityResponse[]) {
  const api = new FakeComplianceApi();
  api.entities = services;
  api.todo = {
    ownerRefs: ['user:default/kim', 'group:default/payments-team'],
    due: [],
    progress: [
      {
        owner: 'group:default/payments-team',
        complete: 5,
        started: 1,
        untouched: 1234,
      },
    ],
  };
  const { queryEntities } = api;
  const query = jest.fn<
    ReturnType<typeof queryEntities>,
    Parameters<typeof queryEntities>
  >(async asked => {
    // Later pages go on where the one before ended, whatever was saved since.
    if (!asked.cursor) {
      api.summaries = api.entities.map(listed);
    }
    return queryEntities(asked);
  });
  api.queryEntities = query;
  return { api, query };
}

const threeServices = () => [
  service('ledger', ['retention']),
  service('payments', ['retention', 'continuity-plan']),
  service('gateway', ['runbook', 'change-process', 'on-call']),
];

const titles = async () => {
  const list = await screen.findByRole('list', { name: 'My services' });
  return within(list)
    .getAllByRole('checkbox')
    .map(box => box.getAttribute('aria-label'));
};

describe('TodoContent', () => {
  describe('the list', () => {
    it('is ordered by gain per field and says what is missing', async () => {
      const { api, query } = apiWith(threeServices());
      renderTodo(api);
      expect(await titles()).toEqual([
        'Select The ledger',
        'Select The payments',
        'Select The gateway',
      ]);
      expect(query).toHaveBeenLastCalledWith({
        filter: { mine: true, progress: ['untouched', 'started'] },
        order: { field: 'gainPerField', direction: 'desc' },
        limit: 25,
        cursor: undefined,
      });

      const link = screen.getByRole('link', { name: 'The payments' });
      expect(link).toHaveAttribute(
        'href',
        '/catalog/default/component/payments/compliance',
      );
      const row = link.closest('li')!;
      expect(row).toHaveTextContent('+50 points for 2 fields');
      expect(row).toHaveTextContent('Untouched');
      expect(row).toHaveTextContent('62.5 %');
      expect(row).toHaveTextContent('Bronze');
      expect(
        within(within(row).getByRole('list', { name: 'Missing' }))
          .getAllByRole('listitem')
          .map(item => item.textContent),
      ).toEqual(['Information: Retention', 'Continuity: Continuity plan']);
      expect(
        within(row).getByRole('link', { name: 'payments-team' }),
      ).toBeInTheDocument();
    });

    it('narrows to an owner and widens to completed services, in the address', async () => {
      const { api, query } = apiWith(threeServices());
      renderTodo(api);
      await titles();
      await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
      await userEvent.click(
        await screen.findByRole('option', { name: 'payments-team' }),
      );
      await userEvent.click(
        screen.getByRole('switch', { name: 'Show completed services too' }),
      );
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '?owner=group%3Adefault%2Fpayments-team&completed=true',
      );
      await waitFor(() =>
        expect(query.mock.calls.at(-1)?.[0].filter).toEqual({
          mine: true,
          owner: ['group:default/payments-team'],
        }),
      );
    });

    it('starts as the address says, and offers nothing for what is complete', async () => {
      const { api, query } = apiWith([service('ledger', [])]);
      renderTodo(api, '/?completed=true');
      expect(await titles()).toEqual(['Select The ledger']);
      expect(query.mock.calls[0][0].filter).toEqual({ mine: true });
      expect(screen.getByText('Nothing is missing')).toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: /^Complete/ }),
      ).not.toBeInTheDocument();
    });

    it('loads more on demand and keeps what is there', async () => {
      const { api } = apiWith(
        Array.from({ length: 30 }, (_, i) => service(`s-${i}`, ['runbook'])),
      );
      renderTodo(api);
      expect(await titles()).toHaveLength(25);
      expect(screen.getByText('25 of 30')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
      expect(await screen.findByText('30 of 30')).toBeInTheDocument();
      expect(await titles()).toHaveLength(30);
      expect(
        screen.queryByRole('button', { name: 'Show more' }),
      ).not.toBeInTheDocument();
    });
  });

  describe('save and next', () => {
    const press = (keys: string) => userEvent.keyboard(keys);
    const editing = (position: string) =>
      screen.findByRole('dialog', { name: new RegExp(position) });
    const focusedOn = (name: string | RegExp) =>
      waitFor(() =>
        expect(screen.getByRole('textbox', { name })).toHaveFocus(),
      );

    /** There is a button between the fields, and a link once one is filled. */
    async function tabTo(name: string) {
      for (let tabs = 0; tabs < 5; tabs++) {
        await userEvent.tab();
        if (document.activeElement === screen.getByRole('textbox', { name })) {
          return;
        }
      }
      throw new Error(`Tab does not lead to '${name}'`);
    }

    it('completes three services with the keyboard alone', async () => {
      const { api, query } = apiWith(threeServices());
      renderTodo(api);
      await titles();
      screen.getByRole('button', { name: 'Complete The ledger' }).focus();
      await press('{Enter}');

      await editing('Service 1 of 3 · Information');
      await focusedOn('Retention');
      await press('10 years{Control>}{Enter}{/Control}');

      await editing('Service 2 of 3 · Information');
      await focusedOn('Retention');
      await press('P1Y{Control>}{Enter}{/Control}');
      await editing('Service 2 of 3 · Continuity');
      await focusedOn('Continuity plan');
      await press('https://example.com/plan{Control>}{Enter}{/Control}');

      await editing('Service 3 of 3 · Operations');
      await focusedOn('Change process');
      await press('https://example.com/change');
      await tabTo('Incidents and on-call');
      await press('https://example.com/oncall');
      await tabTo('Runbook');
      await press('https://example.com/runbook');
      // Nothing of the list moved meanwhile.
      expect(query).toHaveBeenCalledTimes(1);
      await press('{Control>}{Enter}{/Control}');

      const end = await screen.findByText('All done');
      const summaryOf = end.closest('[role="status"]')!;
      expect(summaryOf).toHaveTextContent(
        '3 services completed, 6 fields filled.',
      );
      await waitFor(() => expect(summaryOf).toHaveFocus());
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(
        await screen.findByText('Everything is complete'),
      ).toBeInTheDocument();
      expect(api.entities.map(({ edited }) => edited)).toEqual([
        { information: { retention: 'P10Y' } },
        {
          information: { retention: 'P1Y' },
          continuity: { plan: 'https://example.com/plan' },
        },
        {
          operations: {
            changeProcess: 'https://example.com/change',
            onCall: 'https://example.com/oncall',
            runbook: 'https://example.com/runbook',
          },
        },
      ]);
    });

    it('goes on with services that were not loaded yet', async () => {
      const { api, query } = apiWith(
        Array.from({ length: 26 }, (_, i) => service(`s-${i}`, ['runbook'])),
      );
      renderTodo(api);
      await titles();
      screen.getByRole('button', { name: 'Complete The s-24' }).focus();
      await press('{Enter}');
      await editing('Service 25 of 26');
      await focusedOn('Runbook');
      await press('https://example.com/r{Control>}{Enter}{/Control}');
      await editing('Service 26 of 26');
      expect(query).toHaveBeenCalledTimes(2);
    });

    it('skips, stops anywhere and says what was saved', async () => {
      const { api } = apiWith(threeServices());
      renderTodo(api);
      await titles();
      await userEvent.click(
        screen.getByRole('button', { name: 'Complete The ledger' }),
      );
      await editing('Service 1 of 3');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Skip' }),
      );
      await editing('Service 2 of 3 · Information');
      await focusedOn('Retention');
      await press('P1Y');
      await userEvent.click(screen.getByRole('button', { name: 'Save' }));

      expect(
        await screen.findByText('Your progress is saved'),
      ).toBeInTheDocument();
      expect(
        screen.getByText('0 services completed, 1 field filled.'),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(
          screen.queryByText('Information: Retention, Continuity'),
        ).not.toBeInTheDocument(),
      );
    });

    it('leaves all as it was when nothing is saved', async () => {
      const { api, query } = apiWith(threeServices());
      renderTodo(api);
      await titles();
      const button = screen.getByRole('button', {
        name: 'Complete The payments',
      });
      button.focus();
      await press('{Enter}');
      await editing('Service 2 of 3');
      await focusedOn('Retention');
      await press('{Escape}');
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      await waitFor(() => expect(button).toHaveFocus());
      expect(query).toHaveBeenCalledTimes(1);
      expect(screen.queryByText('Your progress is saved')).toBeNull();
    });

    it('ends with what is done when the rest of the list cannot be loaded', async () => {
      const { api, query } = apiWith(
        Array.from({ length: 26 }, (_, i) => service(`s-${i}`, ['runbook'])),
      );
      renderTodo(api);
      await titles();
      await userEvent.click(
        screen.getByRole('button', { name: 'Complete The s-24' }),
      );
      await focusedOn('Runbook');
      query.mockRejectedValueOnce(new Error('The backend is away'));
      await press('https://example.com/r{Control>}{Enter}{/Control}');
      expect(
        await screen.findByText('1 service completed, 1 field filled.'),
      ).toBeInTheDocument();
    });
  });

  it('edits a selection together and reads the list again', async () => {
    const { api, query } = apiWith(threeServices());
    const bulkEdit = jest.spyOn(api, 'bulkEdit');
    renderTodo(api);
    await titles();
    expect(
      screen.getByRole('button', { name: 'Edit selected' }),
    ).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select all that are shown' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select The payments' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Edit 2 selected' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Edit 2 services' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: /Facet/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Operations' }));
    await userEvent.click(dialog.getByRole('button', { name: /Add a field/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Runbook' }));
    await userEvent.keyboard(
      'https://example.com/r{Control>}{Enter}{/Control}',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
    expect(bulkEdit).toHaveBeenCalledWith({
      entityRefs: ['component:default/ledger', 'component:default/gateway'],
      group: 'operations',
      values: { runbook: 'https://example.com/r' },
    });
    await waitFor(() => expect(query).toHaveBeenCalledTimes(2));
    expect(
      screen.getByRole('button', { name: 'Edit selected' }),
    ).toBeDisabled();
  });

  it('lists what is due and renews it at the field that keeps it passing', async () => {
    const { api } = apiWith(threeServices());
    const inDays = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const due = {
      entityRef: 'component:default/ledger',
      checkId: 'retention-reviewed',
      checkTitle: 'Retention is reviewed',
      dueOn: inDays(8),
      fields: ['information.retention'],
    };
    api.todo.due = [
      { ...due, title: 'The ledger' },
      {
        ...due,
        entityRef: 'component:default/untitled',
        checkId: 'other',
        dueOn: inDays(1),
        fields: [],
      },
    ];
    renderTodo(api);
    const list = await screen.findByRole('region', { name: 'Due for review' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Retention is reviewed');
    expect(first).toHaveTextContent(/in 8 days, on /);
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance',
    );
    expect(second).toHaveTextContent(/tomorrow, on /);
    expect(second).toHaveTextContent('untitled');
    expect(within(second).queryByRole('button')).not.toBeInTheDocument();

    await userEvent.click(
      within(first).getByRole('button', {
        name: 'Renew “Retention is reviewed” of The ledger',
      }),
    );
    const input = await screen.findByRole('textbox', { name: 'Retention' });
    await waitFor(() => expect(input).toHaveFocus());
    api.todo = { ...api.todo, due: [] };
    await userEvent.keyboard('P2Y{Control>}{Enter}{/Control}');
    expect(
      await screen.findByText('Nothing is due in the next 30 days.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Due for review' }),
      ).toHaveFocus(),
    );
  });

  it('shows how far each team is and leads to its services', async () => {
    const { api, query } = apiWith(threeServices());
    renderTodo(api);
    const region = within(
      await screen.findByRole('region', { name: 'My team’s progress' }),
    );
    for (const text of ['5 complete', '1 started', '1,234 untouched']) {
      expect(region.getByText(text)).toBeInTheDocument();
    }
    const link = region.getByRole('link', {
      name: /show services of payments-team$/,
    });
    expect(link).toHaveTextContent('5 of 1,240 complete');
    await userEvent.click(link);
    await waitFor(() =>
      expect(query.mock.calls.at(-1)?.[0].filter).toEqual({
        mine: true,
        owner: ['group:default/payments-team'],
      }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'completed=true',
    );
  });

  describe('when there is nothing to do', () => {
    it('says what ownership is to those who own nothing', async () => {
      const { api } = apiWith([]);
      api.todo.progress = [];
      renderTodo(api);
      expect(
        await screen.findByText('You own no services'),
      ).toBeInTheDocument();
      expect(screen.getByText(/spec\.owner/)).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'See all services' }),
      ).toHaveAttribute('href', '/compliance/services');
    });

    it.each<[string, (api: FakeComplianceApi) => void]>([
      ['has no refs', api => (api.todo.ownerRefs = [])],
      [
        'is refused',
        api => {
          api.getTodo = async () => {
            throw new NotAllowedError('Only for users');
          };
        },
      ],
    ])('says that nobody known is signed in who %s', async (_, change) => {
      const { api } = apiWith([]);
      change(api);
      renderTodo(api);
      expect(
        await screen.findByText(
          'You are not signed in as a user of the catalog',
        ),
      ).toBeInTheDocument();
    });

    it('says that everything is complete', async () => {
      const { api } = apiWith([service('ledger', [])]);
      renderTodo(api);
      expect(
        await screen.findByText('Everything is complete'),
      ).toBeInTheDocument();
    });

    it('leads back from an owner who has nothing to do', async () => {
      const { api } = apiWith([service('ledger', [])]);
      renderTodo(api, '/?owner=group:default/other');
      expect(
        await screen.findByText('No service of other misses anything.'),
      ).toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Show everything I own' }),
      );
      expect(
        await screen.findByText('Everything is complete'),
      ).toBeInTheDocument();
    });
  });

  it('says once that the backend failed, and tries again', async () => {
    const { api, query } = apiWith(threeServices());
    const { getTodo } = api;
    api.getTodo = async () => {
      throw new Error('The backend is away');
    };
    query.mockRejectedValueOnce(new Error('The backend is away'));
    renderTodo(api);
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
    expect(screen.getByRole('alert')).toHaveTextContent('The backend is away');
    api.getTodo = getTodo;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await titles()).toHaveLength(3);
  });

  it('tries again when only the services failed', async () => {
    const { api, query } = apiWith(threeServices());
    query.mockRejectedValueOnce(new Error('Too slow'));
    renderTodo(api);
    expect(await screen.findByRole('alert')).toHaveTextContent('Too slow');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await titles()).toHaveLength(3);
  });

  it('is accessible', async () => {
    const { api } = apiWith(threeServices());
    const { container } = renderTodo(api);
    await titles();
    await screen.findByRole('region', { name: 'My team’s progress' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
