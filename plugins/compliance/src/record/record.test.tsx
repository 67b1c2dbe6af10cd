import { ProfileRevision } from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  entityResponse,
  FakeComplianceApi,
  FakeSignals,
  vocabulary,
} from '../__testUtils__';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';

function apiWith(...options: Parameters<typeof entityResponse>) {
  const api = new FakeComplianceApi();
  api.entities = [entityResponse(...options)];
  return api;
}

function renderTab(
  api: FakeComplianceApi,
  options: { signals?: FakeSignals; search?: string } = {},
) {
  return renderEntityExtension('entity-content:compliance', {
    api,
    ...options,
  });
}

const section = (name: string) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('conflicts', () => {
  const region = 'Conflicts between Git and the portal';
  const disagreeing = () =>
    apiWith({
      declared: { serviceLevel: { tier: 'tier-1' } },
      edited: { serviceLevel: { tier: 'tier-2' } },
    });

  it('are listed with both values and which one holds', async () => {
    renderTab(disagreeing());
    const conflicts = within(await section(region));
    expect(
      conflicts.getByText('Git and the portal disagree about 1 field'),
    ).toBeInTheDocument();
    expect(conflicts.getByText('Git wins until you decide.')).toBeVisible();
    const [tier] = conflicts.getAllByRole('listitem');
    expect(tier).toHaveTextContent('Service tier');
    expect(
      within(tier)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['GitTier 1holds nowAccept', 'PortalTier 2Accept']);
  });

  it('say who wins where the portal does', async () => {
    const api = disagreeing();
    api.getVocabulary = async () => ({ ...vocabulary, precedence: 'portal' });
    renderTab(api);
    expect(
      await screen.findByText('The portal wins until you decide.'),
    ).toBeInTheDocument();
  });

  it('are gone once the value of Git is accepted', async () => {
    const api = disagreeing();
    renderTab(api);
    await userEvent.click(
      await button('Accept the value of Git for Service tier'),
    );
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: region })).toBeNull(),
    );
    expect(api.entities[0].edited.serviceLevel).toEqual({});
    expect(await screen.findByText(/^Saved/)).toBeInTheDocument();
  });

  it('are listed quietly once the value of the portal is accepted', async () => {
    renderTab(disagreeing());
    await userEvent.click(
      await button('Accept the value of the portal for Service tier'),
    );
    await userEvent.click(
      await screen.findByText('1 value of the portal was accepted over Git'),
    );
    expect(screen.queryByText(/disagree about/)).not.toBeInTheDocument();
    const conflicts = within(await section(region));
    expect(conflicts.getByText('holds now').closest('li')).toHaveTextContent(
      'PortalTier 2',
    );
    // It can still be taken back.
    expect(conflicts.getAllByRole('button')).toEqual([
      await button('Accept the value of Git for Service tier'),
    ]);
  });

  it('show what somebody else made of the profile, and change nothing', async () => {
    const api = disagreeing();
    const [shown] = api.entities;
    renderTab(api);
    const accept = await button('Accept the value of Git for Service tier');
    const current = entityResponse({
      declared: shown.declared,
      edited: { serviceLevel: { tier: 'tier-3' } },
      overrides: { version: '7' },
    });
    api.entities = [current];
    await userEvent.click(accept);
    expect(
      await screen.findByText(
        /Somebody else changed the profile in the meantime/,
      ),
    ).toBeInTheDocument();
    expect(within(await section(region)).getByText('Tier 3')).toBeVisible();
    expect(api.entities).toEqual([current]);
  });

  it('stay when the backend fails, and say why until dismissed', async () => {
    const api = disagreeing();
    api.acceptValue = async () => {
      throw new Error('The database is on fire');
    };
    renderTab(api);
    await userEvent.click(
      await button('Accept the value of Git for Service tier'),
    );
    expect(
      await screen.findByText('That did not work: The database is on fire'),
    ).toBeInTheDocument();
    expect(await section(region)).toBeInTheDocument();
    await userEvent.click(await button('Dismiss'));
    expect(screen.queryByText(/on fire/)).not.toBeInTheDocument();
  });
});

describe('the way back to Git', () => {
  const stated = () =>
    apiWith({
      declared: { serviceLevel: { tier: 'tier-1' } },
      edited: { continuity: { lastTestedOn: '2026-05-12' } },
    });

  async function openYaml() {
    await userEvent.click(await button('Copy as YAML'));
    return within(await screen.findByRole('dialog'));
  }

  it('has what Git lacks, or everything', async () => {
    renderTab(stated());
    const yaml = await openYaml();
    const annotations = () =>
      yaml.getByRole('region', { name: 'Annotations' }).textContent;
    expect(annotations()).toBe(
      "metadata:\n  annotations:\n    compliance/continuity-last-tested: '2026-05-12'\n",
    );
    await userEvent.click(yaml.getByRole('radio', { name: 'All values' }));
    expect(annotations()).toContain('compliance/service-tier: tier-1');
  });

  it('copies the annotations and says so', async () => {
    let copied: string | undefined;
    document.execCommand = () => {
      copied = document.getSelection()?.toString();
      return true;
    };
    renderTab(stated());
    const yaml = await openYaml();
    await userEvent.click(yaml.getByRole('button', { name: 'Copy' }));
    expect(
      await yaml.findByText('Copied to the clipboard'),
    ).toBeInTheDocument();
    expect(copied).toContain('compliance/continuity-last-tested');
  });

  it('leads to the file', async () => {
    renderTab(stated());
    const yaml = await openYaml();
    expect(
      yaml.getByRole('link', { name: /Edit catalog-info.yaml/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/payments/edit/main/catalog-info.yaml',
    );
  });

  it('makes no link of an address that is a script', async () => {
    const api = stated();
    // Written so that no linter mistakes the test for the attack.
    api.entities[0].editUrl = ['javascript', 'alert(1)'].join(':');
    renderTab(api);
    const yaml = await openYaml();
    expect(yaml.getByText('Edit catalog-info.yaml')).toBeInTheDocument();
    expect(yaml.queryByRole('link')).toBeNull();
  });

  it('says so when there is nothing to bring', async () => {
    renderTab(apiWith({ edited: {} }));
    const yaml = await openYaml();
    expect(
      yaml.getByText('Git declares everything that was stated.'),
    ).toBeInTheDocument();
    expect(yaml.getByRole('button', { name: 'Copy' })).toBeDisabled();
  });

  it('cleans up what has reached Git', async () => {
    const declared = { serviceLevel: { tier: 'tier-1' } };
    const api = apiWith({ declared, edited: declared });
    renderTab(api);
    await userEvent.click(await button('Clean up Service level'));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Clean up/ })).toBeNull(),
    );
    expect(api.entities[0].edited.serviceLevel).toBeUndefined();
  });

  it('withdraws what has not, but asks before', async () => {
    const api = stated();
    renderTab(api);
    const menu = await button('More about Continuity');
    expect(screen.queryByRole('button', { name: /^Clean up/ })).toBeNull();

    await userEvent.click(menu);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Withdraw portal values…' }),
    );
    await userEvent.click(await button('Cancel'));
    expect(api.entities[0].edited.continuity).toBeDefined();

    await userEvent.click(menu);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Withdraw portal values…' }),
    );
    await userEvent.click(await button('Withdraw'));
    await waitFor(() =>
      expect(api.entities[0].edited.continuity).toBeUndefined(),
    );
    expect(await screen.findByText(/^Saved/)).toBeInTheDocument();
  });
});

describe('history', () => {
  const revision = (overrides: Partial<ProfileRevision>): ProfileRevision => ({
    revision: 1,
    source: 'portal',
    action: 'edit',
    author: 'user:default/ada',
    changedAt: new Date(Date.now() - 60_000).toISOString(),
    changes: [],
    ...overrides,
  });

  async function openHistory(api: FakeComplianceApi) {
    renderTab(api);
    await userEvent.click(await button('History'));
    return within(await section('History'));
  }

  it('is loaded when it is opened', async () => {
    const api = new FakeComplianceApi();
    const getHistory = jest.spyOn(api, 'getHistory');
    renderTab(api);
    const open = await button('History');
    expect(getHistory).not.toHaveBeenCalled();
    await userEvent.click(open);
    expect(
      await screen.findByText('Nothing was changed yet.'),
    ).toBeInTheDocument();
  });

  it('says who changed what, when, and what it was before', async () => {
    const api = new FakeComplianceApi();
    api.revisions = [
      revision({
        revision: 2,
        changes: [
          {
            field: 'serviceLevel.tier',
            before: 'tier-2',
            after: 'tier-1',
          },
          { field: 'continuity.rto', after: 'PT4H' },
          { field: 'supplier.rating', before: { stars: 3 } },
        ],
      }),
      revision({
        source: 'git',
        action: 'declare',
        author: undefined,
        changes: [{ field: 'information.retention', before: 'P10Y' }],
      }),
    ];
    const history = await openHistory(api);
    const [newest, oldest] = await history.findAllByRole('listitem');
    expect(newest).toHaveTextContent(/ada\s*edited the profile/);
    expect(newest).toHaveTextContent('1 minute ago');
    expect(newest).toHaveTextContent('Service tierTier 2became Tier 1');
    expect(newest).toHaveTextContent(
      'Recovery time objective (RTO)Not setbecame 4 hours',
    );
    // A field that this version does not know.
    expect(newest).toHaveTextContent(
      'supplier.rating{"stars":3}became Not set',
    );
    expect(
      within(newest).getByRole('link', { name: /ada/ }),
    ).toBeInTheDocument();
    expect(oldest).toHaveTextContent('Gitdeclares');
    expect(oldest).toHaveTextContent('Retention10 yearsbecame Not set');
  });

  it('shows older changes on demand', async () => {
    const api = new FakeComplianceApi();
    api.revisions = Array.from({ length: 25 }, (_, index) =>
      revision({ revision: 25 - index }),
    );
    const history = await openHistory(api);
    expect(await history.findAllByRole('listitem')).toHaveLength(20);
    await userEvent.click(history.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(history.getAllByRole('listitem')).toHaveLength(25),
    );
    expect(history.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('has the newest change after a save', async () => {
    const api = apiWith({
      declared: { serviceLevel: { tier: 'tier-1' } },
      edited: { serviceLevel: { tier: 'tier-2' } },
    });
    const history = await openHistory(api);
    await history.findByText('Nothing was changed yet.');
    api.revisions = [revision({ action: 'accept' })];
    await userEvent.click(
      await button('Accept the value of Git for Service tier'),
    );
    expect(
      await history.findByText('settled a conflict with Git'),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again, while the rest of the tab stays', async () => {
    const api = new FakeComplianceApi();
    const { getHistory } = api;
    api.getHistory = async () => {
      throw new Error('The database is on fire');
    };
    const history = await openHistory(api);
    expect(await history.findByRole('alert')).toHaveTextContent('on fire');
    expect(await section('Profile')).toBeInTheDocument();
    api.getHistory = getHistory;
    await userEvent.click(history.getByRole('button', { name: 'Try again' }));
    expect(
      await history.findByText('Nothing was changed yet.'),
    ).toBeInTheDocument();
  });
});

describe('changes by others', () => {
  const changed = () =>
    entityResponse({
      declared: { serviceLevel: { tier: 'tier-4' } },
      edited: {},
      overrides: { version: '2' },
    });
  const tier = async () =>
    within(await section('Profile')).getByText('Service tier').parentElement;

  it('are shown when a signal tells of them', async () => {
    const api = new FakeComplianceApi();
    const signals = new FakeSignals();
    renderTab(api, { signals });
    expect(await tier()).toHaveTextContent('Tier 1');

    api.entities = [changed()];
    signals.send('compliance:payments', { version: '2' });
    expect(
      await screen.findByText('Updated: changed by somebody else.'),
    ).toBeInTheDocument();
    expect(await tier()).toHaveTextContent('Tier 4');
  });

  it('are not asked for when the version is the shown one', async () => {
    const api = new FakeComplianceApi();
    const signals = new FakeSignals();
    renderTab(api, { signals });
    await tier();
    const getEntity = jest.spyOn(api, 'getEntity');
    signals.send('compliance:payments', { version: '1' });
    signals.send('compliance:ledger', { version: '2' });
    expect(getEntity).not.toHaveBeenCalled();
  });

  it('wait while the editor is open, and its form stays', async () => {
    const api = new FakeComplianceApi();
    const signals = new FakeSignals();
    renderTab(api, { signals, search: '?edit=operations' });
    const editor = within(
      await screen.findByRole('dialog', { name: /Operations/ }),
    );
    const runbook = await editor.findByRole('textbox', { name: /Runbook/ });
    await userEvent.type(runbook, 'https://wiki');

    api.entities = [changed()];
    const getEntity = jest.spyOn(api, 'getEntity');
    signals.send('compliance:payments', { version: '2' });
    expect(getEntity).not.toHaveBeenCalled();
    expect(runbook).toHaveValue('https://wiki');

    await userEvent.click(editor.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(await button('Discard'));
    expect(
      await screen.findByText('Updated: changed by somebody else.'),
    ).toBeInTheDocument();
    expect(await tier()).toHaveTextContent('Tier 4');
  });

  it('do no harm when they cannot be loaded', async () => {
    const api = new FakeComplianceApi();
    const signals = new FakeSignals();
    renderTab(api, { signals });
    await tier();
    const getEntity = jest.fn().mockRejectedValue(new Error('down'));
    api.getEntity = getEntity;
    signals.send('compliance:payments', { version: '2' });
    await waitFor(() => expect(getEntity).toHaveBeenCalled());
    expect(await tier()).toHaveTextContent('Tier 1');
    expect(screen.queryByText(/Updated/)).not.toBeInTheDocument();
  });
});

it('is accessible with conflicts, history and the dialog', async () => {
  const api = apiWith({
    declared: {
      serviceLevel: { tier: 'tier-1' },
      continuity: { tier: 'tier-1' },
    },
    edited: { serviceLevel: { tier: 'tier-2' } },
  });
  api.revisions = [
    {
      revision: 1,
      source: 'git',
      action: 'declare',
      changedAt: '2026-05-12T08:00:00.000Z',
      changes: [{ field: 'serviceLevel.tier', after: 'tier-1' }],
    },
  ];
  const { container } = renderTab(api);
  await userEvent.click(await button('History'));
  await screen.findByText('declares');
  expect(await axe(container)).toHaveNoViolations();

  await userEvent.click(await button('Copy as YAML'));
  expect(await axe(await screen.findByRole('dialog'))).toHaveNoViolations();
});
