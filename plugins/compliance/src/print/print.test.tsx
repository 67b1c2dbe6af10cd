import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  ApplicabilityValues,
  iso20000,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComplianceApi } from '../__testUtils__';
import { standards } from '../__testUtils__/fixtures';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';
import { StatementPrint } from './StatementPrint';

/** What stands beside a name in the list at the top. */
const fact = (name: string) =>
  screen.getByText(name, { selector: 'dt' }).nextElementSibling;

describe('print view of a scorecard', () => {
  const document = () =>
    screen.findByRole('dialog', {
      name: 'Compliance scorecard: Payment gateway',
    });

  function renderPrint(api = new FakeComplianceApi()) {
    api.entityCoverage = [
      {
        standard: iso20000.id,
        title: iso20000.title,
        inScope: true,
        coveredPercent: 50,
        counts: { covered: 1, gap: 1 },
        clauses: ['8.7.2', '8.3.3'].map((clause, index) => ({
          clause,
          evidence: 'service',
          checks: ['continuity-tested'],
          state: index === 0 ? 'gap' : 'covered',
          results: [
            { checkId: 'continuity-tested', status: 'fail', upcoming: false },
          ],
        })),
      },
    ];
    renderEntityExtension('entity-content:compliance', {
      api,
      search: '?print=scorecard',
    });
  }

  it('says of what, when and by which version', async () => {
    renderPrint();
    await document();
    expect(fact('Entity')).toHaveTextContent('component:default/payments');
    expect(fact('As of')).toHaveTextContent(/\d/);
    expect(fact('Scope')).toHaveTextContent(
      'Service management: in scope. Information security: in scope.',
    );
    expect(fact('Version of the profile')).toHaveTextContent(/^\d+$/);
    expect(fact('Score')).toHaveTextContent('42.9 %, level No level');
  });

  it('has every result, the coverage of clauses, a legend and a disclaimer', async () => {
    const api = new FakeComplianceApi();
    renderPrint(api);
    const view = within(await document());
    const rows = view
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    const titles = api.entities[0].scorecard.results
      .filter(({ status }) => status !== 'not-applicable')
      .map(({ title }) => title);
    expect(rows).toEqual(expect.arrayContaining(titles));
    const coverage = within(
      await view.findByRole('table', {
        name: `Coverage of ${iso20000.title}`,
      }),
    );
    expect(
      coverage.getByRole('row', { name: /^8\.7\.2 .*Gap/ }),
    ).toBeInTheDocument();
    expect(view.getByText(/50 % of the 2 clauses/)).toBeInTheDocument();
    expect(view.getByText('Legend')).toBeInTheDocument();
    expect(
      view.getByText(/not a statement of conformity with any standard/),
    ).toBeInTheDocument();
  });

  it('is left with Escape, and the page is as it was', async () => {
    renderPrint();
    await document();
    const behind = screen.getByRole('button', { name: 'Reload' });
    expect(behind.closest('[inert]')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(behind.closest('[inert]')).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Print view' }),
    );
    const print = jest.spyOn(window, 'print').mockImplementation(() => {});
    const view = within(await document());
    await userEvent.click(view.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
    await userEvent.click(view.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Print view' }),
    ).toBeInTheDocument();
  });

  it('has no accessibility violation', async () => {
    renderPrint();
    expect(await axe(await document())).toHaveNoViolations();
  });
});

describe('print view of a statement', () => {
  const standard = standards.find(
    ({ themes }) => themes.length > 0,
  ) as StandardResponse;
  const controls = standard.clauses.filter(({ kind }) => kind === 'control');

  function renderPrint(
    options: { isDraft?: boolean; values?: ApplicabilityValues } = {},
  ) {
    const values: ApplicabilityValues = options.values ?? {
      applicable: true,
      reasons: ['risk-treatment', 'legal-or-contractual'],
      implementation: 'partial',
      owner: 'group:default/security',
      reviewedOn: '2026-02-01',
    };
    renderInTestApp(
      <StatementPrint
        standard={standard}
        version={
          options.isDraft
            ? undefined
            : {
                number: 3,
                approvedAt: '2026-03-02T09:00:00.000Z',
                approvedBy: 'user:default/mara',
                note: 'After the audit',
                applicable: controls.length,
                excluded: 0,
              }
        }
        entries={controls.map(({ id }, index) =>
          index === 0
            ? { clause: id, applicable: false, exclusion: 'No such site' }
            : { clause: id, ...values },
        )}
        services={62}
        onClose={() => {}}
      />,
    );
  }

  it('has every control with its justification', async () => {
    renderPrint();
    await screen.findByRole('dialog');
    expect(fact('Version')).toHaveTextContent(
      /^3, approved .*2026.* by user:default\/mara$/,
    );
    expect(fact('Note')).toHaveTextContent('After the audit');
    expect(fact('Scope')).toHaveTextContent('62 services in scope');
    expect(fact('Controls')).toHaveTextContent(
      `${controls.length - 1} applicable, 1 excluded, 0 undecided`,
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(controls.length);
    const [excluded, applied] = controls;
    expect(
      screen.getByRole('row', {
        name: new RegExp(`^${excluded.id} .* No No such site`),
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', {
        name: new RegExp(
          `^${applied.id} .* Yes Risk treatment, Legal or contractual Partial group:default/security`,
        ),
      }),
    ).toBeInTheDocument();
  });

  it('does not pass a draft off as approved', async () => {
    renderPrint({ isDraft: true, values: {} });
    await screen.findByRole('dialog');
    expect(fact('Version')).toHaveTextContent('Draft, not approved');
    expect(fact('Controls')).toHaveTextContent(
      `0 applicable, 1 excluded, ${controls.length - 1} undecided`,
    );
  });
});
