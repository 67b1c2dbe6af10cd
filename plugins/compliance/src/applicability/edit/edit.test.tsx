import { NotAllowedError } from '@backstage/errors';
import {
  ApplicabilityEntry,
  iso27001,
  InvalidValuesError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { applicabilityApi, FakeComplianceApi } from '../../__testUtils__';
import {
  address,
  cellsOf,
  chooseEntity,
  renderApplicability,
} from '../__testUtils__/renderApplicability';

jest.setTimeout(60_000);

const ISMS = iso27001.id;

const entryIn = (api: FakeComplianceApi, clause: string) =>
  api.applicability[ISMS].entries.find(entry => entry.clause === clause)!;

async function openDialog(api: FakeComplianceApi, clause = 'A.7.4') {
  renderApplicability(api);
  await userEvent.click(
    await screen.findByRole('button', {
      name: new RegExp(`^Edit ${clause.replaceAll('.', '\\.')} `),
    }),
  );
  return within(
    await screen.findByRole('dialog', { name: new RegExp(`^${clause} `) }),
  );
}

const click = (element: HTMLElement) => userEvent.click(element);
const save = () => click(screen.getByRole('button', { name: 'Save' }));
const textbox = (name: string) => screen.getByRole('textbox', { name });
const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

/** Saves as somebody else does. */
function saveAsOther(
  api: FakeComplianceApi,
  clause: string,
  values: Partial<ApplicabilityEntry>,
) {
  const { etag, clause: _, ...known } = entryIn(api, clause);
  return api.saveApplicability({
    standard: ISMS,
    clause,
    etag,
    values: { ...known, ...values },
  });
}

describe('edit of a control', () => {
  it('decides that a control is applicable', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api);
    expect(address().toString()).toBe('edit=A.7.4');
    await click(dialog.getByRole('radio', { name: 'Yes' }));
    await click(dialog.getByRole('checkbox', { name: 'Business requirement' }));
    await click(dialog.getByRole('checkbox', { name: 'Risk treatment' }));
    await click(dialog.getByRole('button', { name: /Implementation$/ }));
    await click(await screen.findByRole('option', { name: 'Partial' }));
    await chooseEntity('platf', /Platform team/);
    await click(dialog.getByRole('button', { name: 'Add a link' }));
    expect(textbox('Address')).toHaveFocus();
    await userEvent.type(textbox('Address'), 'https://wiki.example.com/cctv');
    await userEvent.type(textbox('Title'), 'Cameras');
    await userEvent.type(dialog.getByLabelText('Reviewed on'), '2026-03-01');
    await save();
    await gone();
    expect(entryIn(api, 'A.7.4')).toMatchObject({
      applicable: true,
      reasons: ['risk-treatment', 'business-requirement'],
      implementation: 'partial',
      owner: 'group:default/platform',
      links: [{ url: 'https://wiki.example.com/cctv', title: 'Cameras' }],
      reviewedOn: '2026-03-01',
    });
    expect(await screen.findByText('A.7.4 was saved.')).toBeInTheDocument();
    await waitFor(async () =>
      expect(await cellsOf(/^A\.7\.4/)).toMatchObject({
        Applicable: 'Yes',
        'Implementation by people': 'Partial',
        'Reviewed on': 'Mar 1, 2026',
      }),
    );
    expect(address().toString()).toBe('');
  });

  it('excludes a control, with Ctrl+Enter', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api, 'A.5.30');
    await click(dialog.getByRole('radio', { name: 'No' }));
    expect(dialog.queryByRole('checkbox')).not.toBeInTheDocument();
    await userEvent.type(textbox('Reason for exclusion'), 'Gone.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await gone();
    expect(entryIn(api, 'A.5.30')).toEqual({
      clause: 'A.5.30',
      applicable: false,
      exclusion: 'Gone.',
      etag: expect.any(String),
      changedAt: expect.any(String),
      changedBy: expect.any(String),
    });
  });

  it('says what is missing where it is missing, and starts there', async () => {
    const api = applicabilityApi();
    const saveApplicability = jest.spyOn(api, 'saveApplicability');
    const dialog = await openDialog(api);
    await click(dialog.getByRole('radio', { name: 'Yes' }));
    await save();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      '2 fields need attention: Reasons for inclusion, Implementation',
    );
    expect(
      dialog.getByRole('group', { name: /^Reasons for inclusion/ }),
    ).toHaveAccessibleDescription(/Choose at least one reason/);
    expect(
      dialog.getByRole('checkbox', { name: 'Risk treatment' }),
    ).toHaveFocus();

    await click(dialog.getByRole('radio', { name: 'No' }));
    await save();
    const exclusion = textbox('Reason for exclusion');
    expect(exclusion).toHaveAccessibleDescription(/Say why it is excluded/);
    expect(exclusion).toHaveFocus();
    expect(saveApplicability).not.toHaveBeenCalled();
  });

  it('refuses links that are no web addresses', async () => {
    const dialog = await openDialog(applicabilityApi(), 'A.5.1');
    const url = textbox('Address');
    await userEvent.clear(url);
    // eslint-disable-next-line no-script-url
    await userEvent.type(url, 'javascript:alert(1)');
    await save();
    expect(await dialog.findByRole('alert')).toHaveTextContent('Links');
    expect(url).toBeInvalid();
    expect(url).toHaveFocus();
    await click(dialog.getByRole('button', { name: 'Remove link 1' }));
    expect(dialog.getByRole('button', { name: 'Add a link' })).toHaveFocus();
  });

  it('says what the backend refuses, and keeps what was entered', async () => {
    const api = applicabilityApi();
    const { saveApplicability } = api;
    api.saveApplicability = async () => {
      throw new InvalidValuesError('Values are not allowed', [
        { field: 'owner', path: [], message: 'expected somebody we know' },
      ]);
    };
    const dialog = await openDialog(api, 'A.5.30');
    await click(dialog.getByRole('radio', { name: 'No' }));
    await userEvent.type(textbox('Reason for exclusion'), 'Gone.');
    await save();
    expect(
      await dialog.findByText('Expected somebody we know.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('combobox')).toHaveFocus();
    expect(textbox('Reason for exclusion')).toHaveValue('Gone.');
    api.saveApplicability = saveApplicability;
    await save();
    await gone();
  });

  it.each([
    [new NotAllowedError('No'), /compliance\.applicability\.update/],
    [new Error('Disk full'), 'Disk full'],
  ])('says why it could not be saved: %s', async (error, text) => {
    const api = applicabilityApi();
    api.saveApplicability = async () => {
      throw error;
    };
    const dialog = await openDialog(api, 'A.5.30');
    await click(dialog.getByRole('radio', { name: 'Undecided' }));
    await save();
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent(text);
    expect(alert).toHaveTextContent('Everything you entered is still here.');
    expect(dialog.getByRole('radio', { name: 'Undecided' })).toBeChecked();
  });

  it('merges with what somebody else saved meanwhile', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api, 'A.5.1');
    await click(dialog.getByRole('button', { name: /Implementation$/ }));
    await click(await screen.findByRole('option', { name: 'Partial' }));
    await click(dialog.getByRole('checkbox', { name: 'Business requirement' }));
    await saveAsOther(api, 'A.5.1', {
      implementation: 'planned',
      reviewedOn: '2026-02-20',
    });
    await save();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Somebody else changed this meanwhile',
    );
    // Where only one of us changed something, that is chosen.
    const group = (name: RegExp) =>
      within(dialog.getByRole('radiogroup', { name }));
    expect(
      group(/^Reviewed on/).getByRole('radio', {
        name: 'Theirs: Feb 20, 2026',
      }),
    ).toBeChecked();
    expect(
      group(/^Reasons/).getByRole('radio', { name: /^Mine: / }),
    ).toBeChecked();
    const both = group(/^Implementation/);
    expect(
      both.getByRole('radio', { name: 'Mine: Partial' }),
    ).not.toBeChecked();
    await click(dialog.getByRole('button', { name: 'Save the merged values' }));
    expect(
      dialog.getByRole('radiogroup', { name: /^Implementation/ }),
    ).toHaveTextContent('Choose one of the two.');
    await click(both.getByRole('radio', { name: 'Theirs: Planned' }));
    await click(dialog.getByRole('button', { name: 'Save the merged values' }));
    await gone();
    expect(entryIn(api, 'A.5.1')).toMatchObject({
      reasons: [
        'risk-treatment',
        'legal-or-contractual',
        'business-requirement',
      ],
      implementation: 'planned',
      reviewedOn: '2026-02-20',
    });
  });

  it('goes back from a merge to the form with nothing lost', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api, 'A.5.1');
    await click(dialog.getByRole('checkbox', { name: 'Business requirement' }));
    await saveAsOther(api, 'A.5.1', { reviewedOn: '2026-02-20' });
    await save();
    await click(
      await dialog.findByRole('button', { name: 'Back to the form' }),
    );
    expect(
      dialog.getByRole('checkbox', { name: 'Business requirement' }),
    ).toBeChecked();
    expect(dialog.getByLabelText('Reviewed on')).toHaveValue('2026-02-20');
    await save();
    await gone();
    expect(entryIn(api, 'A.5.1')).toMatchObject({ reviewedOn: '2026-02-20' });
  });

  it('goes on from what somebody else saved when nothing differs', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api, 'A.5.30');
    expect(
      dialog.getByText('As the configuration of the portal has it.'),
    ).toBeInTheDocument();
    await click(dialog.getByRole('radio', { name: 'Undecided' }));
    await saveAsOther(api, 'A.5.30', {});
    await save();
    expect(await dialog.findByRole('status')).toHaveTextContent(
      /^Somebody else saved this meanwhile/,
    );
    expect(dialog.getByText(/^Last changed .* by /)).toBeInTheDocument();
    await save();
    await gone();
    expect(entryIn(api, 'A.5.30').applicable).toBeUndefined();
  });

  it('asks before what was entered is lost', async () => {
    const api = applicabilityApi();
    const dialog = await openDialog(api);
    await click(dialog.getByRole('radio', { name: 'Yes' }));
    await userEvent.keyboard('{Escape}');
    await click(await dialog.findByRole('button', { name: 'Keep editing' }));
    expect(dialog.getByRole('radio', { name: 'Yes' })).toBeChecked();
    await click(dialog.getByRole('button', { name: 'Cancel' }));
    await click(await dialog.findByRole('button', { name: 'Discard' }));
    await gone();
    expect(entryIn(api, 'A.7.4').applicable).toBeUndefined();
  });

  it('leaves at once when nothing was entered', async () => {
    await openDialog(applicabilityApi());
    await userEvent.keyboard('{Escape}');
    await gone();
    expect(address().toString()).toBe('');
  });

  it('is accessible', async () => {
    const dialog = await openDialog(applicabilityApi(), 'A.5.1');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
    await click(dialog.getByRole('radio', { name: 'No' }));
    await save();
    await dialog.findByRole('alert');
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});
