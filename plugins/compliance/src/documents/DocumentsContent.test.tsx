import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { inDays, registeredDocument } from '../__testUtils__';
import {
  address,
  apiWithDocuments,
  renderDocuments,
} from './__testUtils__/renderDocuments';

// Tables of many cells are slow to query by role.
jest.setTimeout(60_000);

const SCRIPT_LINK = ['javascript', 'alert(1)'].join(':');

/** The titles in the order of the table. */
async function titles() {
  const rows = await screen.findAllByRole('rowheader');
  return rows.map(row => row.textContent?.replace('(opens in a new tab)', ''));
}

/** What the cells of a row say, by column. */
async function cellsOf(title: string) {
  const rowHeader = await screen.findByRole('rowheader', {
    name: new RegExp(title),
  });
  const row = rowHeader.closest('[role="row"]') as HTMLElement;
  const headers = screen.getAllByRole('columnheader');
  const cells = [rowHeader, ...within(row).getAllByRole('gridcell')];
  return Object.fromEntries(
    headers.map((header, index) => [
      header.textContent,
      cells[index].textContent,
    ]),
  );
}

const figures = () =>
  within(screen.getByRole('list', { name: 'Documents in numbers' }))
    .getAllByRole('link')
    .map(link => link.textContent);

describe('DocumentsContent', () => {
  it('shows the numbers and each document', async () => {
    renderDocuments();
    expect(await cellsOf('Information security policy')).toEqual({
      Title: 'Information security policy(opens in a new tab)',
      Kind: 'Policy',
      State: 'Current',
      Owner: expect.stringContaining('security'),
      Version: '3.1',
      'Approved on': expect.stringMatching(/\d{4}$/),
      'Next review': expect.stringMatching(/^in 2\d\d days \(.*\d{4}\)$/),
      Clauses: 'ISO/IEC 20000-1:2018: 8.7.3ISO/IEC 27001:2022: 5.2, A.5.1',
      'Declared in': 'Portal',
    });
    expect(await cellsOf('Continuity plan')).toMatchObject({
      State: 'Overdue since Jan 16, 2025',
      Version: 'Not set',
      'Declared in': 'app-config',
    });
    expect(await cellsOf('Internal audit programme')).toMatchObject({
      State: 'Draft',
      'Next review': 'Not set',
      'Declared in': 'Catalog: audit-programme',
    });
    expect(figures()).toEqual([
      'Documents 4',
      'Current 2',
      'Review overdue 1',
      'Draft 1',
      'Review due 1 within 30 days',
      'Review due 1 within 90 days',
      'Serve more than one standard 1',
    ]);
  });

  it('links to the document or the entity that holds it, but to no script', async () => {
    const api = apiWithDocuments();
    api.documents.push(
      registeredDocument({ title: 'Bad', link: SCRIPT_LINK }, { id: 'bad' }),
    );
    renderDocuments(api);
    expect(
      await screen.findByRole('link', { name: /^Information security policy/ }),
    ).toHaveAttribute('href', 'https://handbook.example.com/security-policy');
    expect(
      screen.getByRole('link', { name: 'Continuity plan' }),
    ).toHaveAttribute('href', '/catalog/default/component/handbook');
    expect(screen.queryByRole('link', { name: /Bad/ })).not.toBeInTheDocument();
  });

  it('says until when a document that is approved already is a draft', async () => {
    renderDocuments(
      apiWithDocuments([
        registeredDocument({ title: 'Plan', approvedOn: '9998-03-01' }),
        registeredDocument(
          { title: 'Forever', approvedOn: inDays(-1) },
          { id: 'forever' },
        ),
      ]),
    );
    expect((await cellsOf('Plan')).State).toBe('Draft until Mar 1, 9998');
    expect((await cellsOf('Forever'))['Next review']).toBe('Does not expire');
  });

  it('shows many clauses once they are asked for', async () => {
    const clauses = Array.from({ length: 8 }, (_, index) => ({
      standard: 'iso27001-2022',
      clause: `A.5.${index + 1}`,
    }));
    renderDocuments(apiWithDocuments([registeredDocument({ clauses })]));
    const more = await screen.findByRole('button', {
      name: 'and 2 more of Information security policy',
    });
    const clausesCell = more.closest('[role="gridcell"]');
    expect(clausesCell).not.toHaveTextContent('A.5.8');
    await userEvent.click(more);
    expect(clausesCell).toHaveTextContent('A.5.8');
  });

  it('marks what was changed in the portal, and what cannot be used', async () => {
    const [policy] = apiWithDocuments().documents;
    renderDocuments(
      apiWithDocuments([
        {
          ...policy,
          source: 'config',
          declared: policy,
          problems: ['The date 2026-02-30 does not exist.'],
        },
      ]),
    );
    expect((await cellsOf('Information security policy'))['Declared in']).toBe(
      'app-configChanged in the portal1 problem',
    );
  });

  it.each([
    ['?q=audit', ['Internal audit programme']],
    ['?kind=plan', ['Continuity plan']],
    ['?state=overdue', ['Continuity plan']],
    ['?owner=group:default/security', ['Information security policy']],
    [
      '?standard=iso27001-2022',
      ['Information security policy', 'Internal audit programme'],
    ],
    ['?clause=iso20000-1-2018:8.7.2', ['Continuity plan']],
    ['?due=30', ['Management review minutes']],
    ['?shared=true', ['Information security policy']],
    [
      '?sort=nextReviewOn&direction=desc',
      [
        'Information security policy',
        'Management review minutes',
        'Continuity plan',
        'Internal audit programme',
      ],
    ],
  ])('shows what the address says: %s', async (search, expected) => {
    renderDocuments(apiWithDocuments(), search);
    expect(await titles()).toEqual(expected);
  });

  it('keeps filters and order in the address', async () => {
    const user = userEvent.setup();
    renderDocuments(apiWithDocuments(), '?theirs=1');
    await user.click(
      await screen.findByRole('switch', {
        name: 'Serves more than one standard',
      }),
    );
    await waitFor(() => expect(address()).toBe('?theirs=1&shared=true'));
    expect(await titles()).toEqual(['Information security policy']);

    await user.click(screen.getByRole('button', { name: /Kind/ }));
    await user.click(await screen.findByRole('option', { name: 'Plan' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    expect(address()).toBe('?theirs=1&kind=plan&shared=true');

    await user.click(
      screen.getByRole('button', { name: 'Show all documents' }),
    );
    expect(await titles()).toHaveLength(4);
    await user.click(screen.getByRole('columnheader', { name: 'State' }));
    await waitFor(() => expect(address()).toBe('?theirs=1&sort=state'));
    expect((await titles())[0]).toBe('Continuity plan');
  });

  it('leads from a number to its documents', async () => {
    renderDocuments(apiWithDocuments(), '?kind=policy&theirs=1');
    await userEvent.click(
      await screen.findByRole('link', { name: /Review overdue/ }),
    );
    expect(await titles()).toEqual(['Continuity plan']);
    expect(address()).toBe('?theirs=1&state=overdue');
  });

  it('shows the details of the document in the address', async () => {
    const user = userEvent.setup();
    renderDocuments();
    await user.click(
      await screen.findByRole('button', {
        name: 'Details of Information security policy',
      }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Information security policy',
      }),
    );
    await waitFor(() => expect(address()).toBe('?document=security-policy'));
    expect(dialog.getByText('1 year')).toBeInTheDocument();
    expect(dialog.getByRole('link', { name: '5.2 Policy' })).toHaveAttribute(
      'href',
      '/compliance/clauses?arrangement=iso27001-2022&clause=iso27001-2022%3A5.2',
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe(''));
  });

  it('shows what is declared beside what the portal says', async () => {
    const [policy] = apiWithDocuments().documents;
    renderDocuments(
      apiWithDocuments([
        {
          ...policy,
          source: 'config',
          declared: {
            ...policy,
            version: '3.0',
            clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
          },
        },
      ]),
      '?document=security-policy',
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Declared: 3.0')).toBeInTheDocument();
    expect(
      dialog.getByText('Declared: ISO/IEC 27001:2022 5.2'),
    ).toBeInTheDocument();
  });

  it('says that there is no such document', async () => {
    renderDocuments(apiWithDocuments(), '?document=gone');
    expect(
      await screen.findByRole('dialog', { name: 'No such document' }),
    ).toBeInTheDocument();
  });

  it('offers nothing to change to those who may not', async () => {
    const api = apiWithDocuments();
    api.mayUpdateDocuments = false;
    renderDocuments(api, '?document=security-policy');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.queryByRole('button', { name: /Edit|Delete|Withdraw/ }),
    ).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(await titles()).toHaveLength(4);
    expect(
      screen.queryByRole('button', { name: 'Add document' }),
    ).not.toBeInTheDocument();
  });

  it('says how documents come here while there are none', async () => {
    renderDocuments(apiWithDocuments([]));
    expect(await screen.findByText('No documents yet')).toBeInTheDocument();
    expect(screen.getByText(/compliance\.documents/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Add document' }),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    const api = apiWithDocuments();
    api.getDocuments = async () => {
      throw new NotAllowedError('No');
    };
    renderDocuments(api);
    expect(
      await screen.findByText(/compliance\.document\.read/),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = apiWithDocuments();
    const { getDocuments } = api;
    api.getDocuments = async () => {
      throw new Error('The database is on fire');
    };
    renderDocuments(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is on fire',
    );
    api.getDocuments = getDocuments;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await titles()).toHaveLength(4);
  });

  it('is accessible, opened or not', async () => {
    const { container } = renderDocuments();
    await titles();
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Details of Information security policy',
      }),
    );
    expect(await axe(await screen.findByRole('dialog'))).toHaveNoViolations();
  });
});
