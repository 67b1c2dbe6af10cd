import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NotFoundError } from '@backstage/errors';
import { InvalidValuesError } from '@service-compliance/backstage-plugin-compliance-common';
import { sharedAnswer } from '../api';
import {
  apiWithDocuments,
  renderDocuments,
} from './__testUtils__/renderDocuments';

// Forms of many controls are slow to query by role.
jest.setTimeout(60_000);

const user = userEvent.setup();

/** Opens the form of a document, or of a new one, from the table. */
async function openForm(title?: string) {
  if (title === undefined) {
    await user.click(
      await screen.findByRole('button', { name: 'Add document' }),
    );
    return within(await screen.findByRole('dialog', { name: 'Add document' }));
  }
  await user.click(
    await screen.findByRole('button', { name: `Details of ${title}` }),
  );
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  return within(await screen.findByRole('dialog', { name: `Edit ${title}` }));
}

const save = () => user.click(screen.getByRole('button', { name: 'Save' }));

async function chooseClause(text: string, option: RegExp) {
  await user.type(screen.getByRole('combobox', { name: /^Clauses/ }), text);
  await user.click(await screen.findByRole('option', { name: option }));
}

async function chooseKind(name: string) {
  await user.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: /Kind/ }),
  );
  await user.click(await screen.findByRole('option', { name }));
}

const tags = () =>
  screen.getAllByRole('row').flatMap(row => row.textContent ?? []);

describe('adding a document', () => {
  it('saves what is entered, with clauses of both standards', async () => {
    const api = apiWithDocuments([]);
    const addDocument = jest.spyOn(api, 'addDocument');
    renderDocuments(api);
    const form = await openForm();
    const title = form.getByRole('textbox', { name: /^Title/ });
    expect(title).toHaveFocus();
    await user.type(title, 'Access control policy');
    await chooseKind('Policy');
    await user.type(
      form.getByRole('textbox', { name: /^Link/ }),
      'https://handbook.example.com/access',
    );
    await user.type(form.getByLabelText('Approved on'), '2026-01-15');
    await user.click(form.getByRole('button', { name: '1 year' }));
    expect(form.getByText(/Next review: Jan 15, 2027/)).toBeInTheDocument();
    await chooseClause('7.6', /^7\.6/);
    await user.click(
      await form.findByRole('button', {
        name: 'Add ISO/IEC 27001:2022 A.5.37 Documented operating procedures',
      }),
    );
    expect(tags()).toEqual([
      '7.6 Knowledge',
      'A.5.37 Documented operating procedures',
    ]);
    expect(
      form.getByRole('grid', { name: 'Chosen clauses of ISO/IEC 27001:2022' }),
    ).toHaveTextContent('A.5.37');

    await save();
    expect(
      await screen.findByText('Access control policy is added.'),
    ).toBeInTheDocument();
    expect(addDocument).toHaveBeenCalledWith({
      title: 'Access control policy',
      kind: 'policy',
      link: 'https://handbook.example.com/access',
      approvedOn: '2026-01-15',
      reviewEvery: 'P1Y',
      clauses: [
        { standard: 'iso20000-1-2018', clause: '7.6' },
        { standard: 'iso27001-2022', clause: 'A.5.37' },
      ],
    });
    expect(
      await screen.findByRole('rowheader', { name: /Access control policy/ }),
    ).toBeInTheDocument();
  });

  it('has coverage asked again', async () => {
    const api = apiWithDocuments([]);
    const load = jest.fn(async () => []);
    const question = { api, key: 'coverage:[]', maxAge: 60_000, load };
    await sharedAnswer(question);
    renderDocuments(api);
    const form = await openForm();
    await user.type(form.getByRole('textbox', { name: /^Title/ }), 'Plan');
    await chooseKind('Plan');
    await save();
    await screen.findByText('Plan is added.');
    await sharedAnswer(question);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('says beside each field what is wrong, and saves nothing', async () => {
    const api = apiWithDocuments([]);
    const addDocument = jest.spyOn(api, 'addDocument');
    renderDocuments(api);
    const form = await openForm();
    await user.type(form.getByRole('textbox', { name: /^Link/ }), '/wiki');
    await user.type(
      form.getByRole('textbox', { name: /^Review every/ }),
      'sometimes',
    );
    await save();
    expect(await form.findByRole('alert')).toHaveTextContent(
      '4 fields need attention: Title, Kind, Link, Review every',
    );
    const title = form.getByRole('textbox', { name: /^Title/ });
    expect(title).toHaveAccessibleDescription(
      'Expected one line of at most 200 characters.',
    );
    expect(title).toHaveFocus();
    expect(
      form.getByText(
        'Expected an address that starts with http:// or https://.',
      ),
    ).toBeInTheDocument();
    expect(addDocument).not.toHaveBeenCalled();
  });

  it('shows what the backend refuses at the fields', async () => {
    const api = apiWithDocuments([]);
    api.addDocument = async () => {
      throw new InvalidValuesError('Some values cannot be saved', [
        { field: 'owner', path: [], message: 'expected somebody who exists' },
        {
          field: 'clauses',
          path: [0, 'clause'],
          message: 'expected a clause that exists',
        },
      ]);
    };
    renderDocuments(api);
    const form = await openForm();
    await user.type(form.getByRole('textbox', { name: /^Title/ }), 'Plan');
    await chooseKind('Plan');
    await chooseClause('7.6', /^7\.6/);
    await save();
    expect(await form.findByRole('alert')).toHaveTextContent(
      '2 fields need attention: Owner, Clauses',
    );
    expect(form.getByText('Expected somebody who exists.')).toBeInTheDocument();
    expect(
      form.getByText('7.6: expected a clause that exists.'),
    ).toBeInTheDocument();
  });

  it('takes a chosen clause away', async () => {
    renderDocuments(apiWithDocuments([]));
    await openForm();
    await chooseClause('Knowledge', /Knowledge/);
    expect(tags()).toEqual(['7.6 Knowledge']);
    await user.click(screen.getByRole('button', { name: /Remove/ }));
    expect(screen.queryByRole('row')).not.toBeInTheDocument();
  });

  it('asks before what is entered is lost', async () => {
    renderDocuments(apiWithDocuments([]));
    const form = await openForm();
    const title = form.getByRole('textbox', { name: /^Title/ });
    await user.type(title, 'Draft');
    await user.keyboard('{Escape}');
    await user.click(await form.findByRole('button', { name: 'Keep editing' }));
    expect(title).toHaveValue('Draft');
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await user.click(await form.findByRole('button', { name: 'Discard' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('is accessible', async () => {
    renderDocuments(apiWithDocuments([]));
    await openForm();
    await chooseClause('7.6', /^7\.6/);
    expect(await axe(screen.getByRole('dialog'))).toHaveNoViolations();
  });
});

describe('editing a document', () => {
  it('saves the whole document and tells where it is declared', async () => {
    const api = apiWithDocuments();
    const saveDocument = jest.spyOn(api, 'saveDocument');
    renderDocuments(api);
    const form = await openForm('Continuity plan');
    expect(
      form.getByText(/This document is declared in app-config/),
    ).toBeInTheDocument();
    await user.type(form.getByRole('textbox', { name: /^Version/ }), '2');
    await save();
    expect(
      await screen.findByText('Continuity plan is saved.'),
    ).toBeInTheDocument();
    expect(saveDocument).toHaveBeenCalledWith({
      id: 'continuity-plan',
      etag: '1',
      values: {
        title: 'Continuity plan',
        kind: 'plan',
        entityRef: 'component:default/handbook',
        owner: 'group:default/platform',
        version: '2',
        approvedOn: '2024-01-15',
        reviewEvery: 'P1Y',
        clauses: [{ standard: 'iso20000-1-2018', clause: '8.7.2' }],
      },
    });
    // The details are open again, with what is declared beside it.
    expect(await screen.findByText('Declared: Not set')).toBeInTheDocument();
  });

  it('merges with what somebody else saved meanwhile', async () => {
    const api = apiWithDocuments();
    renderDocuments(api);
    const form = await openForm('Information security policy');
    const version = form.getByRole('textbox', { name: /^Version/ });
    await user.clear(version);
    await user.type(version, '4');
    const title = form.getByRole('textbox', { name: /^Title/ });
    await user.type(title, ' A');
    const [policy] = api.documents;
    api.documents[0] = { ...policy, etag: '2', title: 'Theirs', kind: 'plan' };

    await save();
    expect(
      await form.findByText('Somebody else changed this meanwhile'),
    ).toBeInTheDocument();
    const choices = (name: string) =>
      within(form.getByRole('radiogroup', { name }));
    // Only one of both changed these.
    expect(
      choices('Version').getByRole('radio', { name: 'Mine: 4' }),
    ).toBeChecked();
    expect(
      choices('Kind').getByRole('radio', { name: 'Theirs: Plan' }),
    ).toBeChecked();
    const merge = () =>
      user.click(
        screen.getByRole('button', { name: 'Save the merged values' }),
      );
    await merge();
    expect(await form.findByText(/Choose one of the two/)).toBeInTheDocument();
    await user.click(
      choices('Title').getByRole('radio', { name: 'Theirs: Theirs' }),
    );
    await merge();
    expect(await screen.findByText('Theirs is saved.')).toBeInTheDocument();
    expect(api.documents.find(({ id }) => id === policy.id)).toMatchObject({
      title: 'Theirs',
      kind: 'plan',
      version: '4',
    });
  });

  it('loses nothing when it is gone meanwhile', async () => {
    const api = apiWithDocuments();
    api.saveDocument = async () => {
      throw new NotFoundError('No such document');
    };
    renderDocuments(api);
    const form = await openForm('Continuity plan');
    const version = form.getByRole('textbox', { name: /^Version/ });
    await user.type(version, '2');
    await save();
    expect(await form.findByRole('alert')).toHaveTextContent(
      'The document is not in the register any more. Everything you entered is still here.',
    );
    expect(version).toHaveValue('2');
  });
});

describe('removing a document', () => {
  const openDetails = async (title: string) =>
    user.click(
      await screen.findByRole('button', { name: `Details of ${title}` }),
    );

  it('deletes one of the portal once that is confirmed', async () => {
    const api = apiWithDocuments();
    renderDocuments(api);
    await openDetails('Management review minutes');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const question = within(
      screen.getByRole('alertdialog', {
        name: 'Delete this document from the register?',
      }),
    );
    expect(question.getByRole('button', { name: 'Keep' })).toHaveFocus();
    await user.click(question.getByRole('button', { name: 'Keep' }));
    expect(api.documents).toHaveLength(4);
    expect(screen.getByRole('button', { name: 'Delete' })).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(
      await screen.findByText('Management review minutes is deleted.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      screen.queryByRole('rowheader', { name: /Management review/ }),
    ).not.toBeInTheDocument();
  });

  it('withdraws what the portal says of a declared one, and only that', async () => {
    const api = apiWithDocuments();
    const plan = api.documents[1];
    api.documents[1] = { ...plan, version: '9', declared: plan };
    renderDocuments(api);
    await openDetails('Continuity plan');
    await user.click(
      await screen.findByRole('button', {
        name: "Withdraw the portal's values",
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(
      await screen.findByText(
        'What is declared of Continuity plan holds again.',
      ),
    ).toBeInTheDocument();
    await openDetails('Continuity plan');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('app-config')).toBeInTheDocument();
    expect(
      dialog.queryByRole('button', { name: /Withdraw|Delete/ }),
    ).not.toBeInTheDocument();
    expect(api.documents.find(({ id }) => id === plan.id)).not.toHaveProperty(
      'version',
      '9',
    );
  });

  it('removes nothing that somebody else changed meanwhile', async () => {
    const api = apiWithDocuments();
    renderDocuments(api);
    await openDetails('Management review minutes');
    api.documents[3] = { ...api.documents[3], etag: '2', version: '7' };
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else changed the document meanwhile.',
    );
    expect(await screen.findByText('7')).toBeInTheDocument();
    expect(api.documents).toHaveLength(4);
  });
});
