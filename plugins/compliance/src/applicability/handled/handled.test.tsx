import { iso20000 } from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  applicabilityApi,
  FakeComplianceApi,
  handledResponse,
} from '../../__testUtils__';
import {
  address,
  cellsOf,
  chooseEntity,
  renderApplicability,
  shownIds,
} from '../__testUtils__/renderApplicability';

jest.setTimeout(60_000);

const SMS = iso20000.id;
const AT_SMS = `/?standard=${SMS}`;

function apiWith(handledBy: Record<string, string>, mayUpdate = true) {
  const api = applicabilityApi();
  api.applicability[SMS] = { ...handledResponse(handledBy), mayUpdate };
  return api;
}

const handledBy = (api: FakeComplianceApi, clause: string) =>
  api.applicability[SMS].entries.find(entry => entry.clause === clause)!
    .handledBy;

async function openDialog(clause: string) {
  await userEvent.click(
    await screen.findByRole('button', {
      name: new RegExp(`^Edit ${clause.replaceAll('.', '\\.')} `),
    }),
  );
  return within(
    await screen.findByRole('dialog', { name: new RegExp(`^${clause} `) }),
  );
}

const save = () =>
  userEvent.click(screen.getByRole('button', { name: 'Save' }));
const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

describe('clauses of a standard without controls', () => {
  it('are never not applicable, and it is said why', async () => {
    renderApplicability(applicabilityApi());
    const chooser = within(
      await screen.findByRole('radiogroup', { name: 'Standard' }),
    );
    expect(chooser.getByRole('radio', { name: /27001/ })).toBeChecked();
    await userEvent.click(chooser.getByRole('radio', { name: /20000-1/ }));
    expect(
      await screen.findByText(
        /has no Statement of Applicability: its clauses can never be “not applicable”/,
      ),
    ).toBeInTheDocument();
    expect(address().toString()).toBe(`standard=${SMS}`);
    expect(shownIds()).not.toContain('4.1');
    expect(shownIds()).toContain('8.6.1');
    for (const name of [/Approve/, /Versions/, /Print/, /Export/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('are shown with who handles them', async () => {
    renderApplicability(
      apiWith({ '8.6.1': 'Service desk Ltd', '8.7.2': 'group:default/sre' }),
      AT_SMS,
    );
    expect(await cellsOf(/^8\.6\.1 /)).toMatchObject({
      'Handled by': 'Service desk Ltd',
    });
    expect(await cellsOf(/^8\.7\.2 /)).toMatchObject({ 'Handled by': 'sre' });
    expect(await cellsOf(/^8\.7\.1 /)).toMatchObject({
      'Handled by': 'The organisation itself',
    });
    expect(screen.getByRole('link', { name: 'sre' })).toHaveAttribute(
      'href',
      '/catalog/default/group/sre',
    );
    expect(
      screen.getByText('2 clauses are handled by another party'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only handled by another party' }),
    );
    expect(shownIds()).toEqual(['8.6.1', '8.7.2']);
    expect(address().get('only')).toBe('handled');
    await userEvent.type(screen.getByRole('searchbox'), 'desk');
    expect(shownIds()).toEqual(['8.6.1']);
  });

  it('are given to another party by name, and taken back', async () => {
    const api = apiWith({});
    renderApplicability(api, AT_SMS);
    let dialog = await openDialog('8.6.1');
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Another party by name' }),
    );
    await save();
    const name = dialog.getByRole('textbox', { name: /^Name of the other/ });
    expect(name).toHaveFocus();
    expect(name).toHaveAccessibleDescription(/Say who handles it/);
    await userEvent.type(name, 'Service desk Ltd');
    await save();
    await gone();
    expect(handledBy(api, '8.6.1')).toBe('Service desk Ltd');
    await waitFor(async () =>
      expect(await cellsOf(/^8\.6\.1 /)).toMatchObject({
        'Handled by': 'Service desk Ltd',
        Changed: expect.stringMatching(/2026.* by guest$/),
      }),
    );

    dialog = await openDialog('8.6.1');
    await userEvent.click(
      dialog.getByRole('radio', { name: 'The organisation itself' }),
    );
    await save();
    await gone();
    expect(handledBy(api, '8.6.1')).toBeUndefined();
  });

  it('are given to another party that the catalog has', async () => {
    const api = apiWith({});
    renderApplicability(api, AT_SMS);
    const dialog = await openDialog('8.6.1');
    await userEvent.click(
      dialog.getByRole('radio', {
        name: 'Another party that the catalog has',
      }),
    );
    await chooseEntity('platf', /Platform team/);
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
    await save();
    await gone();
    expect(handledBy(api, '8.6.1')).toBe('group:default/platform');
  });

  it('can be read by those who may not change them', async () => {
    renderApplicability(apiWith({}, false), AT_SMS);
    expect(
      await screen.findByText(/needs compliance\.applicability\.update/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Edit/ }),
    ).not.toBeInTheDocument();
  });

  it('are accessible', async () => {
    const { container } = renderApplicability(apiWith({}), AT_SMS);
    await screen.findByRole('button', { name: /^Edit 8\.6\.1 / });
    expect(await axe(container)).toHaveNoViolations();
  });
});
