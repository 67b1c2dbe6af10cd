import { NotAllowedError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { CoverageQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import {
  CheckedService,
  coverageResponse,
  FakeComplianceApi,
} from '../__testUtils__';
import { complianceApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { readQuery } from '../services/address';
import { ClausesContent } from './ClausesContent';

jest.setTimeout(60_000);

const SMS = 'iso20000-1-2018';
const ISMS = 'iso27001-2022';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** Two services that own up to continuity, and one that does not. */
const services: CheckedService[] = [
  { 'catalogue-owner': 'pass', 'continuity-tested': 'pass' },
  { 'catalogue-owner': 'pass', 'continuity-tested': 'fail' },
  { 'continuity-tested': 'pass' },
];

const documents = [
  {
    id: 'policy-1',
    title: 'Service policy',
    state: 'current' as const,
    clauses: [
      { standard: SMS, clause: '5.2' },
      { standard: ISMS, clause: '5.2' },
    ],
  },
];

function apiWith(
  options: Partial<NonNullable<Parameters<typeof coverageResponse>[1]>> = {},
) {
  const api = new FakeComplianceApi();
  for (const standard of [SMS, ISMS]) {
    api.coverage[standard] = coverageResponse(standard, {
      services,
      outOfScope: standard === SMS ? 1 : 4,
      documents,
      ...(standard === ISMS && {
        excluded: { 'A.8.30': 'Nothing is developed outside.' },
        version: 2,
      }),
      ...(standard === SMS && { handledBy: { '8.6.2': 'Service desk Ltd' } }),
      ...options,
    });
  }
  const getCoverage = jest.spyOn(api, 'getCoverage');
  return { api, getCoverage };
}

function renderClauses(api: FakeComplianceApi, address = '/') {
  return renderInTestApp(
    <>
      <ClausesContent />
      <Address />
    </>,
    {
      apis: [
        [complianceApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [storageApiRef, mockApis.storage()],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance': rootRouteRef,
      },
    },
  );
}

const address = () =>
  new URLSearchParams(screen.getByLabelText('Address').textContent ?? '');
const lastAsked = (spy: jest.SpyInstance): CoverageQuery =>
  spy.mock.calls.at(-1)![0];

const tree = (name: string) => screen.findByRole('list', { name });

/** What is said of a clause. */
async function row(number: string, list = 'ISO/IEC 20000-1:2018') {
  const link = within(await tree(list)).getByRole('link', {
    name: new RegExp(`^${number.replaceAll('.', '\\.')} `),
  });
  return link.closest('li')!;
}

const numbersIn = (item: HTMLElement) =>
  within(within(item).getByRole('list', { name: 'Services by state' }))
    .getAllByRole('listitem')
    .map(entry => entry.textContent);

/** Which services a link leads to. */
function selectionOf(link: HTMLElement) {
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  expect(pathname).toBe('/compliance/services');
  return readQuery(searchParams);
}

const clauseDialog = async (link: RegExp) => {
  await userEvent.click(await screen.findByRole('link', { name: link }));
  return within(await screen.findByRole('dialog'));
};

describe('ClausesContent', () => {
  it('shows how many services stand how, and how many are in scope', async () => {
    renderClauses(apiWith().api);
    expect(numbersIn(await row('8.7.2'))).toEqual(['2 Covered', '1 Gap']);
    expect(numbersIn(await row('8.2.4'))).toEqual([
      '2 Covered',
      '1 Not assessed',
    ]);
    expect(
      screen.getByText('3 services in scope of the service management system'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 out of scope')).toBeInTheDocument();
    expect(
      screen.getByText(/^80.% of what checks judge is covered$/),
    ).toBeInTheDocument();
  });

  it('sums up what is below a heading', async () => {
    renderClauses(apiWith().api);
    const heading = (
      await screen.findByRole('button', { name: /^8\.7 Service assurance/ })
    ).parentElement!;
    expect(heading).toHaveTextContent(/3 clauses/);
    expect(heading).toHaveTextContent(/66\.7.% covered/);
  });

  it('tells documents, parts and who handles a clause', async () => {
    renderClauses(apiWith().api);
    const policy = await row('5.2.1');
    expect(policy).toHaveTextContent('Organisation levelCovered1 document');
    expect(
      within(policy).getByRole('link', { name: 'Service policy (current)' }),
    ).toHaveAttribute('href', '/compliance/documents?document=policy-1');
    expect(await row('5.3')).toHaveTextContent(
      'Organisation levelUnknownNo document names it yet',
    );
    expect(await row('8.3.4')).toHaveTextContent(
      '8.3.4.1 Management of external suppliers',
    );
    expect(await row('8.6.2')).toHaveTextContent('Handled by Service desk Ltd');
  });

  it('says what is only indicated, and on which way', async () => {
    renderClauses(apiWith().api);
    const configuration = await row('8.2.6');
    expect(numbersIn(configuration)).toEqual(['2 Indicated', '1 Not assessed']);
    expect(configuration).toHaveTextContent(
      'Indicatedvia ISO/IEC 27001:2022 A.5.9',
    );
    expect(await row('8.7.2')).not.toHaveTextContent('via');
  });

  it('shows Annex A by theme, with what the approved statement excludes', async () => {
    const { api } = apiWith();
    renderClauses(api, `/?arrangement=${ISMS}`);
    expect(
      await screen.findByRole('button', { name: /^A\.6 People controls/ }),
    ).toHaveAttribute('aria-expanded', 'true');
    const outsourced = await row('A.8.30', 'ISO/IEC 27001:2022');
    expect(outsourced).toHaveTextContent(
      'Excluded in the Statement of Applicability version 2Reason: Nothing is developed outside.',
    );
    expect(numbersIn(outsourced)).toEqual(['3 Not applicable']);
    expect(screen.getByText('4 out of scope')).toBeInTheDocument();
  });

  it('folds what is below a heading with the keyboard', async () => {
    renderClauses(apiWith().api);
    const heading = await screen.findByRole('button', {
      name: /^8\.7 Service assurance/,
    });
    expect(heading).toHaveAttribute('aria-expanded', 'true');
    act(() => heading.focus());
    await userEvent.keyboard('{Enter}');
    expect(heading).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.queryByRole('link', { name: /^8\.7\.2 / }),
    ).not.toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(screen.getByRole('link', { name: /^8\.7\.2 / })).toBeInTheDocument();
  });

  it('has an arrangement for every standard, kept in the address', async () => {
    const { api, getCoverage } = apiWith();
    const house = {
      id: 'house-rules',
      title: 'House rules',
      managementSystem: 'sms' as const,
      themes: [],
      crosswalks: [],
      clauses: [
        {
          id: '1',
          title: 'Be kind',
          kind: 'clause' as const,
          evidence: 'service' as const,
          unit: true,
          checks: [],
        },
      ],
    };
    const { getStandard, getStandards } = api;
    api.getStandards = async () => {
      const { items } = await getStandards();
      return {
        items: [
          ...items,
          { ...house, themes: undefined, clauses: 1, controls: 0 },
        ],
      };
    };
    api.getStandard = async id => (id === house.id ? house : getStandard(id));
    api.coverage[house.id] = {
      ...coverageResponse(SMS),
      standard: house.id,
      services: 1,
      clauses: [
        {
          ...coverageResponse(SMS, { services: [{}] }).clauses.find(
            ({ clause }) => clause === '8.7.2',
          )!,
          clause: '1',
        },
      ],
    };
    renderClauses(api);
    await tree('ISO/IEC 20000-1:2018');
    const arrangements = within(
      screen.getByRole('radiogroup', { name: 'Arrangement' }),
    );
    expect(
      arrangements.getAllByRole('radio').map(({ textContent }) => textContent),
    ).toEqual([
      'ISO/IEC 20000-1:2018',
      'ISO/IEC 27001:2022',
      'House rules',
      'Integrated',
    ]);
    await userEvent.click(
      arrangements.getByRole('radio', { name: 'House rules' }),
    );
    expect(
      within(await tree('House rules')).getByRole('link', {
        name: '1 Be kind',
      }),
    ).toBeInTheDocument();
    expect(address().get('arrangement')).toBe('house-rules');
    expect(lastAsked(getCoverage).standard).toBe('house-rules');
  });

  it('narrows as the Services tab does, in the same address', async () => {
    const { api, getCoverage } = apiWith();
    renderClauses(
      api,
      '/?owner=group%3Adefault%2Fcards&serviceTier=tier-1&q=pay&query=kind%3A+api',
    );
    await tree('ISO/IEC 20000-1:2018');
    expect(lastAsked(getCoverage)).toEqual({
      standard: SMS,
      filter: { owner: ['group:default/cards'], serviceTier: ['tier-1'] },
      query: { kind: 'api' },
      fullText: 'pay',
    });

    await userEvent.click(screen.getByRole('button', { name: /^Filters/ }));
    await userEvent.click(await screen.findByRole('switch', { name: 'Mine' }));
    await waitFor(() =>
      expect(lastAsked(getCoverage).filter).toMatchObject({ mine: true }),
    );
    expect(address().get('mine')).toBe('true');

    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() =>
      expect(lastAsked(getCoverage)).toMatchObject({ standard: SMS }),
    );
    await waitFor(() => expect([...address()]).toEqual([]));
  });

  it('does not show numbers for a query that cannot be read', async () => {
    const { api, getCoverage } = apiWith();
    renderClauses(api, '/?query=nothing%3A+known');
    expect(
      await screen.findByText(/The query in the address cannot be read/),
    ).toBeInTheDocument();
    expect(getCoverage).not.toHaveBeenCalled();
  });

  it('leads from the numbers of a clause to the services', async () => {
    renderClauses(
      apiWith().api,
      '/?owner=group%3Adefault%2Fcards&query=kind%3A+api',
    );
    const dialog = await clauseDialog(/^8\.7\.2 /);
    expect(
      dialog.getByRole('heading', {
        name: '8.7.2 Service continuity management',
      }),
    ).toBeInTheDocument();
    const gaps = selectionOf(
      dialog.getByRole('link', { name: '1 service: Gap' }),
    );
    expect(gaps.filters).toEqual({ owner: ['group:default/cards'] });
    expect(JSON.parse(gaps.query)).toEqual({
      $all: [{ kind: 'api' }, { 'clause.iso20000-1-2018.8.7.2': 'gap' }],
    });
    expect(dialog.queryByRole('link', { name: /Waived/ })).toBeNull();

    const open = selectionOf(
      dialog.getByRole('link', {
        name: 'Services with open findings of Continuity plan is tested in time',
      }),
    );
    expect(open.check).toEqual({
      id: 'continuity-tested',
      status: ['fail', 'unknown'],
    });
    expect(open.filters).toEqual({ owner: ['group:default/cards'] });
  });

  it('names related clauses as a draft and goes on to them', async () => {
    renderClauses(apiWith().api, `/?clause=${SMS}%3A8.7.2`);
    const dialog = within(await screen.findByRole('dialog'));
    const related = within(
      dialog.getByRole('region', { name: 'Related clauses' }),
    ).getAllByRole('listitem');
    expect(related.map(({ textContent }) => textContent)).toContain(
      'overlaps with ISO/IEC 27001:2022 A.5.30 ICT readiness for business continuity Draft',
    );
    await userEvent.click(dialog.getByRole('link', { name: /A\.5\.30/ }));
    expect(
      await screen.findByRole('heading', { name: /^A\.5\.30 ICT readiness/ }),
    ).toBeInTheDocument();
    expect(Object.fromEntries(address())).toEqual({
      arrangement: ISMS,
      clause: `${ISMS}:A.5.30`,
    });

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(address().has('clause')).toBe(false);
  });

  it('shows what both standards share once, and how much evidence they share', async () => {
    const { api } = apiWith();
    renderClauses(api, '/?arrangement=integrated');
    const shared = within(
      await screen.findByRole('region', { name: 'Shared management system' }),
    );
    const improvement = shared
      .getAllByRole('link', {
        name: '10.1 Nonconformity and corrective action',
      })[0]
      .closest('li')!
      .parentElement!.closest('li')!;
    // The numbers are swapped between the two.
    expect(
      within(improvement).getByRole('link', {
        name: '10.2 Nonconformity and corrective action',
      }),
    ).toBeInTheDocument();

    const continuity = (
      await screen.findByRole('button', { name: 'Continuity: clauses' })
    ).closest('li')!;
    expect(continuity).toHaveTextContent(
      'Checks that serve both: Continuity plan is tested in time',
    );
    expect(
      within(continuity).getByRole('link', { name: /^8\.7\.2 / }),
    ).toBeInTheDocument();
    expect(
      within(continuity).getByRole('link', { name: /^A\.5\.30 / }),
    ).toBeInTheDocument();
    expect(screen.getByText('4 out of scope')).toBeInTheDocument();

    expect(screen.getByText(/^7 of \d+ requirements/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'How is this computed?' }),
    );
    expect(
      await screen.findByText(/one check or document is evidence for it and/),
    ).toBeInTheDocument();
  });

  it('explains the states', async () => {
    renderClauses(apiWith().api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Legend' }),
    );
    const legend = within(
      await screen.findByRole('dialog', { name: 'Legend' }),
    );
    expect(
      legend.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual([
      'Covered',
      'Waived',
      'Partial',
      'Unknown',
      'Gap',
      'Indicated',
      'Not applicable',
      'Not assessed',
      'Organisation level',
    ]);
    expect(
      legend.getByText(/not a statement of conformity/),
    ).toBeInTheDocument();
  });

  describe('export', () => {
    async function exportFile(name: string) {
      await tree('ISO/IEC 20000-1:2018');
      await userEvent.click(screen.getByRole('button', { name: 'Export' }));
      await userEvent.click(await screen.findByRole('menuitem', { name }));
    }

    beforeEach(() => {
      URL.createObjectURL = jest.fn(() => 'blob:file');
      URL.revokeObjectURL = jest.fn();
      jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(() => {});
    });

    afterEach(() => jest.restoreAllMocks());

    it('saves the standard for the services that are shown', async () => {
      const { api } = apiWith();
      renderClauses(api, '/?serviceTier=tier-1');
      await exportFile('Coverage of ISO/IEC 20000-1:2018 (CSV)');
      expect(
        await screen.findByText(`coverage-${SMS}.csv was saved`),
      ).toBeInTheDocument();
      expect(api.auditExports).toEqual([
        {
          file: `coverage-${SMS}.csv`,
          filter: { serviceTier: ['tier-1'] },
        },
      ]);
    });

    it('says why a file cannot be had', async () => {
      const { api } = apiWith();
      api.exportForAudit = async () => {
        throw new NotAllowedError('You may not export');
      };
      renderClauses(api);
      await exportFile('Assessment results');
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The file could not be exportedYou may not export',
      );
    });
  });

  it('says that it loads, that it failed, and tries again', async () => {
    const { api, getCoverage } = apiWith();
    getCoverage.mockRejectedValueOnce(new Error('The database is down'));
    renderClauses(api);
    expect(
      await screen.findByText('Loading the coverage of clauses'),
    ).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await tree('ISO/IEC 20000-1:2018')).toBeInTheDocument();
  });

  it('says when there are no standards', async () => {
    const api = new FakeComplianceApi();
    api.getStandards = async () => ({ items: [] });
    renderClauses(api);
    expect(await screen.findByText('No standards yet')).toBeInTheDocument();
  });

  it('still lists the clauses when no service is in scope', async () => {
    renderClauses(apiWith({ services: [] }).api);
    expect(await row('8.7.2')).toBeInTheDocument();
    expect(
      screen.getByText('0 services in scope of the service management system'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No check judges these services'),
    ).toBeInTheDocument();
  });

  it.each([['/'], ['/?arrangement=integrated'], [`/?clause=${SMS}%3A8.7.2`]])(
    'can be used with assistive technology at %s',
    async at => {
      const { container } = renderClauses(apiWith().api, at);
      await screen.findAllByText(/in scope of the service management system/);
      const shown = at.includes('clause')
        ? await screen.findByRole('dialog')
        : container;
      expect(await axe(shown)).toHaveNoViolations();
    },
  );
});
