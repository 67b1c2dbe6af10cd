import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { applicabilityApi } from '../../__testUtils__';
import {
  address,
  cellsOf,
  renderApplicability,
  shownIds,
} from '../__testUtils__/renderApplicability';

jest.setTimeout(60_000);

const link = (name: string | RegExp) => screen.findByRole('link', { name });

/** What each row of the comparison says. */
async function changes() {
  const table = await screen.findByRole('table', { name: 'Comparison' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(({ textContent }) => textContent));
}

async function choose(side: 'From' | 'To', option: string) {
  await userEvent.click(
    screen.getByRole('button', { name: new RegExp(` ${side}$`) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('versions of a statement', () => {
  it('are listed with who, when and what they came to', async () => {
    renderApplicability(applicabilityApi());
    const open = await screen.findByRole('button', { name: 'Versions (2)' });
    expect(open).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(open);
    const items = within(
      screen.getByRole('region', { name: 'Versions' }),
    ).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /^Version 2Approved .* by kim\.4 applicable, 1 excludedNote: Yearly reviewShowCompare with version 1Compare with the draft$/,
      ),
      expect.stringMatching(
        /^Version 1Approved .*5 applicable, 0 excludedShowCompare with the draft$/,
      ),
    ]);
  });

  it('are shown as they were, and never edited', async () => {
    renderApplicability(applicabilityApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Versions (2)' }),
    );
    await userEvent.click(await link('Show version 1'));
    expect(await screen.findByText('This is version 1')).toBeInTheDocument();
    await waitFor(() => expect(address().toString()).toBe('version=1'));
    expect(await cellsOf(/^A\.8\.30/)).toEqual({
      Control: 'A.8.30 Outsourced development',
      Applicable: 'Yes',
      Justification: 'Risk treatment',
      'Implementation by people': 'Planned',
      Owner: 'Not set',
      'Reviewed on': 'Not set',
    });
    expect(
      screen.queryByRole('button', { name: /^Edit/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(await link('Back to the draft'));
    expect(
      await screen.findByRole('button', { name: /^Edit A\.8\.30/ }),
    ).toBeInTheDocument();
    expect(address().toString()).toBe('');
  });

  it('are compared control by control and field by field', async () => {
    renderApplicability(applicabilityApi(), '/?from=1&to=2');
    expect(await changes()).toEqual([
      [
        'A.5.1 Policies for information security',
        'Changed',
        'Reasons for inclusion',
        'Risk treatment',
        'Risk treatment, Legal or contractual',
      ],
      ['Implementation', 'Planned', 'Implemented'],
      ['Owner', 'Not set', 'security (group:default/security)'],
      ['Links', 'Not set', 'Policy (https://wiki.example.com/policy)'],
      ['Reviewed on', 'Not set', 'Feb 1, 2026'],
      ['A.8.30 Outsourced development', 'Changed', 'Applicable', 'Yes', 'No'],
      ['Reasons for inclusion', 'Risk treatment', 'Not set'],
      ['Reason for exclusion', 'Not set', 'Nothing is developed outside.'],
      ['Implementation', 'Planned', 'Not set'],
    ]);
    expect(screen.getByText('2 controls differ')).toBeInTheDocument();
  });

  it('are compared with each other and with the draft, either way', async () => {
    renderApplicability(applicabilityApi(), '/?from=1&to=2');
    await changes();
    await choose('From', 'Draft');
    await waitFor(async () =>
      expect(await changes()).toEqual([
        [
          'A.5.30 ICT readiness for business continuity',
          'Changed',
          'Implementation',
          'Implemented',
          'Planned',
        ],
        [
          'A.7.4 Physical security monitoring',
          'Changed',
          'Applicable',
          'Undecided',
          'Yes',
        ],
        ['Reasons for inclusion', 'Not set', 'Risk treatment'],
        ['Implementation', 'Not set', 'Planned'],
      ]),
    );
    expect(address().toString()).toBe('from=draft&to=2');
    await choose('To', 'Draft');
    expect(
      await screen.findByText('Both say the same about every control.'),
    ).toBeInTheDocument();
    await userEvent.click(await link('Back to the statement'));
    await screen.findByRole('button', { name: /^Edit A\.5\.1 / });
    expect(shownIds()).toHaveLength(5);
  });

  it('tell what only one edition of the standard had', async () => {
    const api = applicabilityApi();
    const [old, current] = api.applicabilityVersions;
    api.applicabilityVersions = [
      { ...old, entries: [...old.entries.slice(0, 4), { clause: 'A.9.9' }] },
      {
        ...current,
        entries: old.entries.slice(0, 4).concat({ clause: 'A.8.30' }),
      },
    ];
    renderApplicability(api, '/?from=1&to=2');
    expect(await changes()).toEqual([
      ['A.8.30 Outsourced development', 'Added', 'The whole control', '', ''],
      ['A.9.9 ', 'Removed', 'The whole control', '', ''],
    ]);
  });

  it.each(['/?version=9', '/?from=9&to=draft'])(
    'say that there is none: %s',
    async at => {
      renderApplicability(applicabilityApi(), at);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'There is no version 9',
      );
    },
  );

  it('are accessible', async () => {
    const { container } = renderApplicability(
      applicabilityApi(),
      '/?from=1&to=draft',
    );
    await changes();
    await userEvent.click(screen.getByRole('button', { name: 'Versions (2)' }));
    expect(await axe(container)).toHaveNoViolations();
  });
});
