import { NotAllowedError } from '@backstage/errors';
import { iso27001 } from '@service-compliance/backstage-plugin-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  applicabilityApi,
  FakeComplianceApi,
  statementResponse,
} from '../__testUtils__';
import {
  address,
  cellsOf,
  renderApplicability,
  shownIds,
} from './__testUtils__/renderApplicability';

jest.setTimeout(60_000);

const ALL = ['A.5.1', 'A.5.9', 'A.5.30', 'A.7.4', 'A.8.30'];
const policies = /^A\.5\.1 Policies/;

const list = (name: string) => within(screen.getByRole('list', { name }));
const link = (name: string | RegExp) => screen.findByRole('link', { name });

describe('ApplicabilityContent', () => {
  it('shows what people say of each control beside what checks measure', async () => {
    renderApplicability(applicabilityApi());
    expect(await link('Covered by 1 of 2 services')).toBeInTheDocument();
    expect(await cellsOf(policies)).toEqual({
      Control: 'A.5.1 Policies for information security',
      Applicable: 'Yes',
      Justification:
        'Risk treatment, Legal or contractualPolicy(opens in a new tab)',
      'Implementation by people': 'Implemented',
      'What checks measure': 'No check',
      Owner: 'security',
      'Reviewed on': 'Feb 1, 2026',
      Actions: '',
    });
    expect(await cellsOf(/^A\.5\.9/)).toMatchObject({
      'Implementation by people': 'Planned',
      'What checks measure':
        'Covered by 2 of 2 servicesSaid to be planned at most, but every service that is judged covers it',
      Owner: 'Not set',
      'Reviewed on': 'Not set',
    });
    expect(await cellsOf(/^A\.5\.30/)).toMatchObject({
      'What checks measure':
        'Covered by 1 of 2 servicesSaid to be implemented, but not every service covers it',
    });
    expect(await cellsOf(/^A\.7\.4/)).toMatchObject({
      Applicable: 'Undecided',
      Justification: '',
      'Implementation by people': 'Not set',
    });
    expect(await cellsOf(/^A\.8\.30/)).toMatchObject({
      Applicable: 'No',
      Justification: 'Nothing is developed outside.',
      'What checks measure': 'Not measured: excluded in version 2',
    });
    expect(
      screen
        .getAllByRole('rowheader')
        .filter(header => header.getAttribute('scope') === 'rowgroup')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'A.5 Organizational controls',
      'A.7 Physical controls',
      'A.8 Technological controls',
    ]);
  });

  it('leads to the clause on the Clauses tab', async () => {
    renderApplicability(applicabilityApi());
    expect(await link('Covered by 1 of 2 services')).toHaveAttribute(
      'href',
      '/compliance/clauses?arrangement=iso27001-2022&clause=iso27001-2022%3AA.5.30',
    );
  });

  it('shows all 93 controls', async () => {
    const api = applicabilityApi();
    api.getStandard = new FakeComplianceApi().getStandard;
    api.applicability[iso27001.id] = statementResponse({
      entries: iso27001.clauses
        .filter(({ kind }) => kind === 'control')
        .map(({ id }) => ({ clause: id, etag: '0' })),
    });
    renderApplicability(api);
    await waitFor(() =>
      expect(document.querySelectorAll('th[scope="row"]')).toHaveLength(93),
    );
    expect(
      list('Controls of the draft').getByText('93 undecided'),
    ).toBeInTheDocument();
  });

  it('says which version holds and what the draft changes', async () => {
    renderApplicability(applicabilityApi());
    expect(
      await screen.findByRole('heading', { name: 'Version 2 holds' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Approved .*2026.* by/)).toHaveTextContent('kim');
    expect(screen.getByText('Note: Yearly review')).toBeInTheDocument();
    expect(
      await screen.findByText(/The draft changes 2 controls against it/),
    ).toBeInTheDocument();
    await userEvent.click(await link('Show what changes'));
    expect(
      await screen.findByText('2 controls differ', {
        selector: '[role="status"]',
      }),
    ).toBeInTheDocument();
    await waitFor(() => expect(address().toString()).toBe('from=2&to=draft'));
  });

  it('says that nothing is approved yet', async () => {
    renderApplicability(applicabilityApi({ versions: [] }));
    expect(
      await screen.findByRole('heading', { name: 'Not approved yet' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/The draft/)).not.toBeInTheDocument();
  });

  it('narrows by everything, and keeps it in the address', async () => {
    const user = userEvent.setup();
    renderApplicability(applicabilityApi(), '/?theirs=1');
    await link('Covered by 1 of 2 services');
    expect(shownIds()).toEqual(ALL);

    await user.type(screen.getByRole('searchbox'), 'security');
    expect(shownIds()).toEqual(['A.5.1', 'A.7.4']);
    await user.click(screen.getByRole('button', { name: /^Any Applicable/ }));
    await user.click(await screen.findByRole('option', { name: 'Undecided' }));
    await user.keyboard('{Escape}');
    expect(shownIds()).toEqual(['A.7.4']);
    expect(address().toString()).toBe(
      'theirs=1&q=security&applicable=undecided',
    );
    expect(screen.getByText(/^1 of 5 shown/)).toBeInTheDocument();

    await user.click(await link('Show all'));
    expect(shownIds()).toEqual(ALL);
    await user.click(
      screen.getByRole('switch', { name: 'Only where checks disagree' }),
    );
    expect(shownIds()).toEqual(['A.5.9', 'A.5.30']);
    expect(address().toString()).toBe('theirs=1&only=disagreements');
  });

  it('shows what the address says', async () => {
    renderApplicability(
      applicabilityApi(),
      '/?implementation=implemented&owner=group:default/security',
    );
    await screen.findByRole('rowheader', { name: policies });
    expect(shownIds()).toEqual(['A.5.1']);
  });

  it('waits for what checks measure to know where they disagree', async () => {
    const api = applicabilityApi();
    const { getCoverage } = api;
    let answer = () => {};
    const pause = new Promise<void>(resolve => {
      answer = resolve;
    });
    api.getCoverage = query => pause.then(() => getCoverage(query));
    renderApplicability(api, '/?only=disagreements');
    await screen.findByRole('heading', { name: 'Version 2 holds' });
    expect(screen.queryByText('Nothing matches')).not.toBeInTheDocument();
    answer();
    await link('2 where checks disagree');
    expect(shownIds()).toEqual(['A.5.9', 'A.5.30']);
  });

  it('counts, and leads to what is counted', async () => {
    renderApplicability(applicabilityApi());
    await link('2 where checks disagree');
    expect(
      list('Controls of the draft')
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '3 applicable',
      '1 excluded',
      '1 undecided',
      '2 where checks disagree',
    ]);
    await userEvent.click(await link('1 undecided'));
    await waitFor(() => expect(shownIds()).toEqual(['A.7.4']));
    expect(address().toString()).toBe('applicable=undecided');
  });

  it('says that nothing matches', async () => {
    renderApplicability(applicabilityApi(), '/?q=nobody');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    await userEvent.click(await link('Show all'));
    await waitFor(() => expect(shownIds()).toEqual(ALL));
  });

  it('can be read by those who may not change it', async () => {
    renderApplicability(
      applicabilityApi({ mayUpdate: false, mayApprove: false }),
      '/?edit=A.5.1',
    );
    await link('Covered by 1 of 2 services');
    expect(shownIds()).toEqual(ALL);
    expect(
      screen.getByText(/Changing it needs compliance\.applicability\.update/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^(Edit|Approve)/ }),
    ).not.toBeInTheDocument();
  });

  it('says which permission is missing to read it', async () => {
    const api = applicabilityApi();
    api.getApplicability = async () => {
      throw new NotAllowedError('No');
    };
    renderApplicability(api);
    expect(
      await screen.findByText(/compliance\.applicability\.read/),
    ).toBeInTheDocument();
  });

  it('says what failed and tries again', async () => {
    const api = applicabilityApi();
    const { getApplicability } = api;
    api.getApplicability = async () => {
      throw new Error('The database is on fire');
    };
    renderApplicability(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is on fire',
    );
    api.getApplicability = getApplicability;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('rowheader', { name: policies }),
    ).toBeInTheDocument();
  });

  it('does without what checks measure', async () => {
    const api = applicabilityApi();
    const { getCoverage } = api;
    api.getCoverage = async () => {
      throw new Error('No coverage today');
    };
    renderApplicability(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What checks measure could not be loadedNo coverage today',
    );
    expect(await cellsOf(policies)).toMatchObject({
      'What checks measure': 'Not known',
    });
    expect(screen.queryByText(/where checks disagree$/)).toHaveTextContent(
      'Only where checks disagree',
    );
    api.getCoverage = getCoverage;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await link('2 where checks disagree')).toBeInTheDocument();
  });

  it('saves all statements as a file', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:statement');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const api = applicabilityApi();
    renderApplicability(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    expect(
      await screen.findByText('applicability.csv was saved'),
    ).toBeInTheDocument();
    expect(api.auditExports).toEqual([{ file: 'applicability.csv' }]);
    click.mockRestore();
  });

  it('prints the draft, or the version that is shown', async () => {
    const printed = { name: /^Statement of Applicability: ISO\/IEC 27001/ };
    renderApplicability(applicabilityApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Print view' }),
    );
    const draft = within(await screen.findByRole('dialog', printed));
    expect(draft.getByText('Draft, not approved')).toBeInTheDocument();
    expect(
      draft.getByText('Policy: https://wiki.example.com/policy'),
    ).toBeInTheDocument();
    expect(address().toString()).toBe('print=statement');
    await userEvent.click(draft.getByRole('button', { name: 'Close' }));

    await userEvent.click(screen.getByRole('button', { name: 'Versions (2)' }));
    await userEvent.click(await link('Show version 1'));
    await screen.findByText('This is version 1');
    await userEvent.click(screen.getByRole('button', { name: 'Print view' }));
    const version = within(await screen.findByRole('dialog', printed));
    expect(version.getByText(/^1, approved/)).toBeInTheDocument();
  });

  it('says that there are no standards', async () => {
    const api = applicabilityApi();
    api.getStandards = async () => ({ items: [] });
    renderApplicability(api);
    expect(await screen.findByText('No standards yet')).toBeInTheDocument();
  });

  it('is accessible', async () => {
    const { container } = renderApplicability(applicabilityApi());
    await link('Covered by 1 of 2 services');
    expect(await axe(container)).toHaveNoViolations();
  });
});
