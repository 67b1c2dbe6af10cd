import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  entityResponse,
  FakeComplianceApi,
  FakeSignals,
  serviceCoverage,
} from '../../__testUtils__';
import { renderEntityExtension } from '../../__testUtils__/renderEntityExtension';

jest.setTimeout(60_000);

const SMS = 'iso20000-1-2018';
const ISMS = 'iso27001-2022';

const service = {
  'catalogue-owner': 'pass',
  'continuity-tested': 'fail',
  'continuity-tier': 'pass',
} as const;

function apiWith(...standards: FakeComplianceApi['entityCoverage']) {
  const api = new FakeComplianceApi();
  api.entityCoverage = standards;
  return api;
}

function renderTab(api: FakeComplianceApi, signals?: FakeSignals) {
  return renderEntityExtension('entity-content:compliance', { api, signals });
}

const section = () => screen.findByRole('region', { name: 'Clause coverage' });

async function open(standard: RegExp) {
  await userEvent.click(
    await within(await section()).findByRole('button', { name: standard }),
  );
  return within(await section());
}

/** The clause with this number, in the list of a standard. */
const clauseIn = (list: HTMLElement, number: string) =>
  within(list).getByText(number).closest('li')!;

describe('CoverageSection', () => {
  it('says how much of how many clauses is covered', async () => {
    renderTab(
      apiWith(
        serviceCoverage(SMS, { service }),
        serviceCoverage(ISMS, { service }),
      ),
    );
    expect(
      await within(await section()).findByRole('button', {
        name: /^ISO\/IEC 20000-1:2018 50.% of 2 clauses covered$/,
      }),
    ).toHaveAttribute('aria-expanded', 'false');
    expect(
      within(await section()).getByRole('button', {
        name: /^ISO\/IEC 27001:2022 50.% of 2 clauses covered$/,
      }),
    ).toBeInTheDocument();
  });

  it('shows the clauses under their headings with the checks behind them', async () => {
    renderTab(apiWith(serviceCoverage(SMS, { service })));
    const shown = await open(/20000-1/);
    const list = shown.getByRole('list', { name: 'ISO/IEC 20000-1:2018' });
    expect(
      within(list).getByRole('button', { name: /^8\.7 Service assurance/ }),
    ).toHaveAttribute('aria-expanded', 'true');
    const continuity = clauseIn(list, '8.7.2');
    expect(continuity).toHaveTextContent(
      'Partial8.7.2 Service continuity management',
    );
    expect(
      within(within(continuity).getByRole('list', { name: 'Checks' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'PassContinuity tier is set',
      'FailContinuity plan is tested in time',
    ]);
    expect(
      shown.getByRole('list', { name: 'Clauses by state' }),
    ).toHaveTextContent('1 Covered');
  });

  it('leads from a check to its result, also when that is filtered out', async () => {
    renderTab(apiWith(serviceCoverage(SMS, { service })));
    const scorecard = within(
      await screen.findByRole('region', { name: 'Scorecard' }),
    );
    await userEvent.click(
      scorecard.getByRole('radio', { name: 'Open findings' }),
    );
    expect(
      scorecard.queryByRole('button', { name: /Continuity tier is set/ }),
    ).not.toBeInTheDocument();
    const shown = await open(/20000-1/);
    await userEvent.click(
      shown.getByRole('link', { name: 'Continuity tier is set' }),
    );
    await waitFor(() =>
      expect(
        scorecard.getByRole('button', { name: /Continuity tier is set/ }),
      ).toHaveFocus(),
    );
  });

  it('says what is only indicated, by what, and that the weakest link decides', async () => {
    renderTab(apiWith(serviceCoverage(ISMS, { service })));
    const shown = await open(/27001/);
    const list = shown.getByRole('list', { name: 'ISO/IEC 27001:2022' });
    expect(clauseIn(list, 'A.5.29')).toHaveTextContent(
      'Indicatedvia ISO/IEC 20000-1:2018 8.7.2partial evidence there',
    );
    expect(
      shown.getByText(/as strong as the weakest link on its way/),
    ).toBeInTheDocument();
  });

  it('lists what the organisation shows apart, folded', async () => {
    renderTab(
      apiWith(
        serviceCoverage(SMS, {
          service,
          documents: [
            {
              id: 'policy',
              title: 'Service policy',
              state: 'overdue',
              clauses: [{ standard: SMS, clause: '5.2' }],
            },
          ],
        }),
      ),
    );
    const shown = await open(/20000-1/);
    expect(screen.queryByText(/Establishing the service/)).toBeNull();
    await userEvent.click(
      shown.getByRole('button', { name: /for the organisation to show/ }),
    );
    const list = shown.getByRole('list', {
      name: /for the organisation to show/,
    });
    expect(
      within(list)
        .getByText(/Establishing the service management policy/)
        .closest('li'),
    ).toHaveTextContent('Gap1 documentService policy (review overdue)');
    // It is in no number of the service.
    expect(
      shown.getByRole('list', { name: 'Clauses by state' }),
    ).not.toHaveTextContent('Organisation level');
  });

  it('says why a standard does not apply instead of showing it', async () => {
    renderTab(
      apiWith(
        serviceCoverage(ISMS, {
          inScope: false,
          outOfScopeReason: 'Run by the parent company.',
        }),
      ),
    );
    const shown = await open(/27001:2022 Out of scope$/);
    expect(
      shown.getByText(
        /out of scope of the information security management system/,
      ),
    ).toBeInTheDocument();
    expect(
      shown.getByText('Reason: Run by the parent company.'),
    ).toBeInTheDocument();
    expect(
      shown.queryByRole('list', { name: 'ISO/IEC 27001:2022' }),
    ).not.toBeInTheDocument();
  });

  it('tells excluded controls and what nobody checks', async () => {
    renderTab(
      apiWith(
        serviceCoverage(ISMS, {
          service,
          excluded: { 'A.8.30': 'Nothing is developed outside.' },
        }),
      ),
    );
    const shown = await open(/27001/);
    const list = shown.getByRole('list', { name: 'ISO/IEC 27001:2022' });
    expect(clauseIn(list, 'A.8.30')).toHaveTextContent(
      'Not applicableA.8.30 Outsourced developmentExcluded in the Statement of ApplicabilityReason: Nothing is developed outside.',
    );
    expect(
      shown.getByRole('button', { name: /that no check looks at/ }),
    ).toHaveAttribute('aria-expanded', 'false');
  });

  it('has no percentage when nothing is judged', async () => {
    renderTab(apiWith(serviceCoverage(SMS)));
    const shown = await open(/20000-1:2018 No clause is judged$/);
    expect(
      shown.getByText('No check judges a clause of this standard here.'),
    ).toBeInTheDocument();
  });

  it('fails on its own, and can be tried again', async () => {
    const api = apiWith(serviceCoverage(SMS, { service }));
    jest
      .spyOn(api, 'getEntityCoverage')
      .mockRejectedValueOnce(new Error('The database is down'));
    renderTab(api);
    expect(
      await screen.findByRole('region', { name: 'Scorecard' }),
    ).toBeInTheDocument();
    const failed = within(await section());
    expect(await failed.findByRole('alert')).toHaveTextContent(
      'The database is down',
    );
    await userEvent.click(failed.getByRole('button', { name: 'Try again' }));
    expect(
      await failed.findByRole('button', { name: /20000-1/ }),
    ).toBeInTheDocument();
  });

  it('is asked again when the profile changed, and stays until then', async () => {
    const api = apiWith(serviceCoverage(SMS, { service }));
    const signals = new FakeSignals();
    const getEntityCoverage = jest.spyOn(api, 'getEntityCoverage');
    renderTab(api, signals);
    await open(/50.% of 2 clauses/);

    api.entityCoverage = [
      serviceCoverage(SMS, {
        service: { 'catalogue-owner': 'pass', 'continuity-tested': 'pass' },
      }),
    ];
    api.entities = [entityResponse({ overrides: { version: '2' } })];
    signals.send('compliance:payments', { version: '2' });
    expect(
      await within(await section()).findByRole('button', {
        name: /100.% of 2 clauses/,
      }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(getEntityCoverage).toHaveBeenCalledTimes(2);
  });

  it('says when there are no standards', async () => {
    renderTab(apiWith());
    expect(
      await within(await section()).findByText(
        'There are no standards to cover.',
      ),
    ).toBeInTheDocument();
  });

  it('can be used with assistive technology', async () => {
    renderTab(apiWith(serviceCoverage(ISMS, { service })));
    await open(/27001/);
    expect(await axe(await section())).toHaveNoViolations();
  });
});
