import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  AsyncEntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation, useNavigate } from 'react-router-dom';
import { complianceApiRef } from '../api';
import {
  entityResponse,
  FakeComplianceApi,
  paymentsEntity,
  result,
} from '../__testUtils__';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';
import { EntityComplianceContent } from './EntityComplianceContent';

function apiWith(...options: Parameters<typeof entityResponse>) {
  const api = new FakeComplianceApi();
  api.entities = [entityResponse(...options)];
  return api;
}

function renderTab(api = new FakeComplianceApi(), search?: string) {
  return renderEntityExtension('entity-content:compliance', { api, search });
}

/** Shows the address of the page, and goes back. */
function Browser() {
  const { search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output>{search || 'no query'}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

function renderTabInBrowser(options: {
  api?: FakeComplianceApi;
  refresh?: () => void;
}) {
  const { api = new FakeComplianceApi(), refresh } = options;
  return renderInTestApp(
    <AsyncEntityProvider
      entity={paymentsEntity}
      loading={false}
      refresh={refresh}
    >
      <Browser />
      <EntityComplianceContent />
    </AsyncEntityProvider>,
    {
      apis: [[complianceApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const section = (name: string) => screen.findByRole('region', { name });
const dialog = (name: RegExp) => screen.findByRole('dialog', { name });
const address = () =>
  screen.getByText(/^(\?|no query)/, { selector: 'output' });

/** The row of a field in the profile. */
async function field(title: string) {
  const profile = within(await section('Profile'));
  return profile.getByText(title).parentElement!;
}

describe('editing from the tab', () => {
  it.each([
    'Service level',
    'Information',
    'Continuity',
    'Scope',
    'Operations',
  ])('offers to edit %s', async group => {
    renderTab(apiWith({ declared: {}, edited: {} }));
    const profile = within(await section('Profile'));
    await userEvent.click(profile.getByRole('link', { name: `Edit ${group}` }));
    expect(await dialog(new RegExp(group))).toBeInTheDocument();
  });

  it('offers no edit to readers who may not', async () => {
    renderTab(apiWith({ overrides: { mayUpdate: false } }));
    await section('Profile');
    expect(screen.queryByRole('link', { name: /^Edit|^Fix/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^More about/ })).toBeNull();
    expect(
      screen.queryByRole('region', { name: /^Conflicts/ }),
    ).not.toBeInTheDocument();
  });

  it('keeps in the address what is edited, and the way back closes it', async () => {
    renderTabInBrowser({});
    await userEvent.click(
      await screen.findByRole('link', { name: 'Edit Continuity' }),
    );
    await dialog(/Continuity/);
    expect(address()).toHaveTextContent('?edit=continuity');

    // The rest of the page is hidden from the user while a dialog is open.
    screen.getByText('Back').click();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address()).toHaveTextContent('no query');
  });

  it('opens what the address says, and takes it out when closed', async () => {
    renderTab(undefined, '?edit=continuity&field=rpo');
    const editor = within(await dialog(/Continuity/));
    await userEvent.click(
      (
        await editor.findAllByRole('button', { name: /Cancel|Close/ })
      )[0],
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await section('Profile')).toBeInTheDocument();
  });

  it('opens the facet of the first missing field', async () => {
    renderTab(
      apiWith({
        results: [
          result({
            status: 'unknown',
            remediation: { text: '', annotations: ['compliance/rto'] },
          }),
        ],
      }),
      '?edit=first',
    );
    expect(await dialog(/Continuity/)).toBeInTheDocument();
  });

  it('says that a reader may not edit', async () => {
    renderTab(apiWith({ overrides: { mayUpdate: false } }), '?edit=first');
    expect(
      await screen.findByText('You may not edit this profile'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows what was saved at once, says the score and refreshes the page later', async () => {
    const api = apiWith({ declared: {}, edited: {} });
    const refresh = jest.fn();
    const getEntity = jest.spyOn(api, 'getEntity');
    renderTabInBrowser({ api, refresh });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Edit Operations' }),
    );
    const editor = within(await dialog(/Operations/));
    await userEvent.type(
      await editor.findByRole('textbox', { name: /Runbook/ }),
      'https://wiki.example.com/runbook',
    );
    await userEvent.click(editor.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await field('Runbook')).toHaveTextContent(
      'wiki.example.com/runbook',
    );
    expect(await field('Runbook')).toHaveTextContent('Portal');
    expect(
      await screen.findByText('Saved. The score is 42.9 % (No level).'),
    ).toBeInTheDocument();
    expect(address()).toHaveTextContent('no query');

    const asked = getEntity.mock.calls.length;
    expect(refresh).not.toHaveBeenCalled();
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
    expect(getEntity).toHaveBeenCalledTimes(asked);
  });
});

describe('findings', () => {
  it('lead to the field that resolves them', async () => {
    renderTab();
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'Fix in portal: Continuity plan is tested in time',
      }),
    );
    expect(await dialog(/Continuity/)).toBeInTheDocument();
  });

  it('lead nowhere when no field resolves them', async () => {
    renderTab(
      apiWith({
        results: [
          result({
            status: 'fail',
            remediation: {
              text: 'Set an owner.',
              annotations: ['backstage.io/owner'],
            },
          }),
        ],
      }),
    );
    await screen.findByText('Set an owner.');
    expect(screen.queryByRole('link', { name: /Fix in portal/ })).toBeNull();
  });
});

describe('what does not apply', () => {
  it('is said of a facet with the reason and the source', async () => {
    renderTab(
      apiWith({
        declared: {},
        edited: { continuity: { notApplicable: 'Retired' } },
      }),
    );
    const profile = within(await section('Profile'));
    const text = profile.getByText('Not applicable: Retired');
    expect(text).toHaveTextContent('Portal');
    // Nothing of it is left to set.
    expect(text.closest('section')).not.toHaveTextContent(/not set/i);
    expect(profile.queryByText('Recovery point objective (RPO)')).toBeNull();
  });

  it('is said of fields, which are then not among the unset ones', async () => {
    renderTab(
      apiWith({
        declared: {
          continuity: {
            tier: 'tier-2',
            notApplicableFields: { rpo: 'Stores no data' },
          },
        },
        edited: {},
      }),
    );
    const rpo = await field('Recovery point objective (RPO)');
    expect(rpo).toHaveTextContent('Not applicable: Stores no data');
    expect(rpo).toHaveTextContent('Git');
    expect(
      screen.queryByText('Fields that do not apply'),
    ).not.toBeInTheDocument();
    const continuity = within(
      screen.getByRole('link', { name: 'Edit Continuity' }).closest('section')!,
    );
    // Of twelve fields, the tier is set, it implies two, and one is excluded.
    expect(continuity.getByText('8 fields not set')).toBeInTheDocument();
  });

  it('can be marked and undone from the menu of the facet', async () => {
    const api = apiWith({
      declared: {},
      edited: { continuity: { notApplicable: 'Retired' } },
    });
    renderTab(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'More about Continuity' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'It does apply' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Not applicable: Retired')).toBeNull(),
    );
    expect(api.entities[0].edited.continuity).toEqual({});

    await userEvent.click(
      screen.getByRole('button', { name: 'More about Continuity' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Mark as not applicable…' }),
    );
    expect(await dialog(/Continuity/)).toBeInTheDocument();
  });
});

describe('values that cannot be used', () => {
  it('are told apart by their source, and those of the portal can be edited', async () => {
    const error = { value: 'x', expected: 'something else' };
    renderTab(
      apiWith({
        errors: [
          { ...error, annotation: 'compliance/rpo', field: 'continuity.rpo' },
          {
            ...error,
            annotation: 'compliance/personal-data',
            field: 'information.personalData',
            source: 'portal',
          },
        ],
      }),
    );
    const [git, portal] = await screen.findAllByRole('alert');
    expect(git).toHaveTextContent('compliance/rpoFoundx');
    expect(portal).toHaveTextContent(
      'A value entered in the portal is not allowed any more',
    );
    expect(portal).toHaveTextContent('Personal data');
    await userEvent.click(
      within(portal).getByRole('link', { name: 'Edit Personal data' }),
    );
    expect(await dialog(/Information/)).toBeInTheDocument();
  });
});

it('is accessible with marks, menus and errors', async () => {
  const { container } = renderTab(
    apiWith({
      declared: {
        continuity: { notApplicableFields: { rpo: 'Stores no data' } },
      },
      edited: { information: { notApplicable: 'Retired' } },
      errors: [
        {
          annotation: 'compliance/rto',
          field: 'continuity.rto',
          value: 'x',
          expected: 'a duration',
          source: 'portal',
        },
      ],
    }),
  );
  await section('Profile');
  expect(await axe(container)).toHaveNoViolations();
});
