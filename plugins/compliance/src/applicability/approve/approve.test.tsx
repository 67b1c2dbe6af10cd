import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  iso27001,
  InvalidValuesError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { applicabilityApi, statementResponse } from '../../__testUtils__';
import { renderApplicability } from '../__testUtils__/renderApplicability';

jest.setTimeout(60_000);

/** The draft with the last control decided upon. */
const completeEntries = statementResponse().entries.map(entry =>
  entry.clause === 'A.7.4'
    ? { ...entry, applicable: false, exclusion: 'No premises.' }
    : entry,
);
const complete = () => applicabilityApi({ entries: completeEntries });

async function openDialog() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Approve draft…' }),
  );
  return within(
    await screen.findByRole('dialog', { name: 'Approve version 3' }),
  );
}

const approveButton = () =>
  screen.getByRole('button', { name: /^Approve version/ });

/** Waits until what changes is known, without which nobody approves. */
async function approve() {
  await waitFor(() => expect(approveButton()).toBeEnabled());
  await userEvent.click(approveButton());
}

describe('approval of a draft', () => {
  it('shows what changes and makes it the next version', async () => {
    const api = complete();
    const getCoverage = jest.spyOn(api, 'getCoverage');
    renderApplicability(api);
    const dialog = await openDialog();
    const table = within(
      await dialog.findByRole('table', {
        name: 'What changes against version 2',
      }),
    );
    expect(
      table.getAllByRole('rowheader').map(({ textContent }) => textContent),
    ).toEqual([
      'A.5.30 ICT readiness for business continuity',
      'A.7.4 Physical security monitoring',
    ]);
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Note' }),
      ' No more premises ',
    );
    const asked = getCoverage.mock.calls.length;
    await approve();
    expect(
      await screen.findByText('Version 3 is approved.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(api.applicabilityVersions.at(-1)).toMatchObject({
      number: 3,
      note: 'No more premises',
      applicable: 3,
      excluded: 2,
    });
    expect(
      await screen.findByRole('heading', { name: 'Version 3 holds' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('The draft says the same.'),
    ).toBeInTheDocument();
    // What is excluded is not measured any more.
    expect(getCoverage.mock.calls.length).toBe(asked + 1);
  });

  it('is prevented while controls are undecided, which are named', async () => {
    renderApplicability(applicabilityApi());
    const dialog = await openDialog();
    const undecided = dialog.getByRole('list', {
      name: '1 control is undecided, which prevents the approval',
    });
    expect(undecided).toHaveTextContent('A.7.4 Physical security monitoring');
    await dialog.findByRole('table');
    expect(approveButton()).toBeDisabled();
  });

  it('is prevented when nothing changes', async () => {
    const api = applicabilityApi();
    const [, { entries }] = api.applicabilityVersions;
    api.applicability[iso27001.id] = statementResponse({
      entries: entries.map(entry => ({ ...entry, etag: '1' })),
    });
    renderApplicability(api);
    const dialog = await openDialog();
    expect(
      await dialog.findByText(
        'Version 2 says the same, so there is nothing to approve.',
      ),
    ).toBeInTheDocument();
    expect(approveButton()).toBeDisabled();
  });

  it('is possible for the first time', async () => {
    const api = applicabilityApi({ entries: completeEntries, versions: [] });
    renderApplicability(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve draft…' }),
    );
    expect(
      await screen.findByText('The first version: 3 applicable, 2 excluded.'),
    ).toBeInTheDocument();
    await approve();
    expect(
      await screen.findByText('Version 1 is approved.'),
    ).toBeInTheDocument();
  });

  it('shows the draft anew when it was changed meanwhile', async () => {
    const api = complete();
    renderApplicability(api);
    const dialog = await openDialog();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Note' }), 'Kept');
    await api.saveApplicability({
      standard: iso27001.id,
      clause: 'A.5.9',
      etag: '0',
      values: { applicable: false, exclusion: 'Theirs.' },
    });
    await approve();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The draft was changed meanwhile',
    );
    expect(dialog.getByText('Theirs.')).toBeInTheDocument();
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept');
    expect(api.applicabilityVersions).toHaveLength(2);
    await approve();
    expect(
      await screen.findByText('Version 3 is approved.'),
    ).toBeInTheDocument();
  });

  it('says that somebody else was faster', async () => {
    const api = complete();
    renderApplicability(api);
    const dialog = await openDialog();
    const { etag } = api.applicability[iso27001.id];
    await api.approveApplicability({ standard: iso27001.id, etag });
    await approve();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The draft could not be approvedVersion 3 says the same',
    );
    expect(
      await dialog.findByText(
        'Version 3 says the same, so there is nothing to approve.',
      ),
    ).toBeInTheDocument();
    expect(api.applicabilityVersions).toHaveLength(3);
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(
      await screen.findByRole('heading', { name: 'Version 3 holds' }),
    ).toBeInTheDocument();
  });

  it.each([
    [
      new ConflictError('Version 3 says the same as the draft'),
      'Version 3 says the same as the draft',
    ],
    [
      new InvalidValuesError('The statement is not complete', [
        { field: 'A.5.9', path: [], message: 'expected a decision' },
      ]),
      'The statement is not complete. A.5.9: expected a decision',
    ],
    [new NotAllowedError('No'), /compliance\.applicability\.approve/],
  ])('says why it failed: %s', async (error, text) => {
    const api = complete();
    api.approveApplicability = async () => {
      throw error;
    };
    renderApplicability(api);
    const dialog = await openDialog();
    await approve();
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('The draft could not be approved');
    expect(alert).toHaveTextContent(text);
  });

  it('does not take a note that is too long', async () => {
    renderApplicability(complete());
    const dialog = await openDialog();
    await waitFor(() => expect(approveButton()).toBeEnabled());
    await userEvent.click(dialog.getByRole('textbox', { name: 'Note' }));
    await userEvent.paste('x'.repeat(1001));
    expect(approveButton()).toBeDisabled();
  });

  it('is for those who may only', async () => {
    renderApplicability(applicabilityApi({ mayApprove: false }));
    await screen.findByRole('button', { name: 'Versions (2)' });
    expect(
      screen.queryByRole('button', { name: /Approve/ }),
    ).not.toBeInTheDocument();
  });

  it('is accessible', async () => {
    renderApplicability(applicabilityApi());
    const dialog = await openDialog();
    await dialog.findByRole('table');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
