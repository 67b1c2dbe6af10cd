import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  entityResponse,
  FakeComplianceApi,
  mixedResults,
  result,
} from '../__testUtils__';
import { renderEntityExtension } from '../__testUtils__/renderEntityExtension';

function renderCard(api = new FakeComplianceApi()) {
  return renderEntityExtension('entity-card:compliance/summary', { api });
}

/** The value beside a label. */
async function valueOf(label: string) {
  const term = await screen.findByText(label);
  return within(term.parentElement!).getByRole('definition');
}

describe('EntityComplianceCard', () => {
  it('shows the value of each facet with its source', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        declared: { serviceLevel: { tier: 'tier-1' } },
        edited: { continuity: { tier: 'tier-2' } },
      }),
    ];
    renderCard(api);
    expect(await valueOf('Service tier')).toHaveTextContent('Tier 1Git');
    expect(await valueOf('Continuity tier')).toHaveTextContent('Tier 2Portal');
    expect(await valueOf('Classification')).toHaveTextContent('Not set');
    expect(await valueOf('Supplier risk')).toHaveTextContent(
      'No supplier risk known',
    );
  });

  it('shows the supplier risk that is inherited, and through what', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        overrides: {
          supplierRisk: {
            risk: 'high',
            path: [
              'component:default/payments',
              'component:default/ledger',
              'resource:default/northgate-cloud',
            ],
          },
        },
      }),
    ];
    renderCard(api);
    const risk = await valueOf('Supplier risk');
    expect(risk).toHaveTextContent('Highvia ledger → northgate-cloud');
    expect(
      within(risk).getByRole('link', { name: 'northgate-cloud' }),
    ).toBeInTheDocument();
  });

  it('does not tell a chain that the reader may not see', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({ overrides: { supplierRisk: { risk: 'high' } } }),
    ];
    renderCard(api);
    expect(await valueOf('Supplier risk')).toHaveTextContent(
      'Highthrough an entity that you may not see',
    );
  });

  it('shows the own risk of a supplier with its source', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        declared: { supplier: { residualRisk: 'medium' } },
        overrides: {
          isSupplier: true,
          facets: ['supplier'],
          supplierRisk: {
            risk: 'medium',
            path: ['component:default/payments'],
          },
        },
      }),
    ];
    renderCard(api);
    const risk = await valueOf('Supplier risk');
    expect(risk.textContent).toBe('MediumGit');
  });

  it('asks suppliers for a risk that is not set', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        overrides: { isSupplier: true, facets: ['supplier'] },
      }),
    ];
    renderCard(api);
    expect(await valueOf('Supplier risk')).toHaveTextContent('Not set');
  });

  it('shows score, level and the number of open findings', async () => {
    renderCard();
    expect(await screen.findByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      '42.9\u00a0%',
    );
    expect(screen.getByText('No level')).toBeInTheDocument();
    expect(screen.getByText('2 open findings')).toBeInTheDocument();
  });

  it('names the most valuable next steps, the heaviest first', async () => {
    renderCard();
    const steps = await screen.findByRole('region', {
      name: 'Most valuable next steps',
    });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Fail: Continuity plan is tested in timeExercise the plan and declare the date and the result.',
      expect.stringContaining('Unknown: Information owner is named'),
      expect.stringContaining('Fail: Service level agreement is linked'),
    ]);
  });

  it('leads to the scorecard', async () => {
    renderCard();
    expect(
      await screen.findByRole('link', { name: 'Open scorecard' }),
    ).toHaveAttribute('href', '/compliance');
  });

  it('leads from a next step to the field that resolves it', async () => {
    renderCard();
    expect(
      await screen.findByRole('link', {
        name: 'Continuity plan is tested in time',
      }),
    ).toHaveAttribute('href', '/compliance?edit=continuity&field=testResult');
  });

  it('leads to the first missing field, and says how many there are', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        results: [
          result({
            status: 'unknown',
            remediation: {
              text: '',
              annotations: ['compliance/rpo', 'compliance/sla'],
            },
          }),
        ],
        declared: {},
        edited: {},
      }),
    ];
    renderCard(api);
    expect(
      await screen.findByRole('link', {
        name: 'Complete the profile (2 fields)',
      }),
    ).toHaveAttribute('href', '/compliance?edit=continuity&field=rpo');
  });

  it('leads readers who may not edit nowhere', async () => {
    const api = new FakeComplianceApi();
    api.entities = [entityResponse({ overrides: { mayUpdate: false } })];
    renderCard(api);
    await screen.findByText('Continuity plan is tested in time');
    expect(
      within(screen.getByRole('region', { name: 'Compliance' }))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Open scorecard']);
  });

  it('says which headline values do not apply', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        declared: {
          information: { notApplicable: 'Retired' },
          continuity: { notApplicableFields: { tier: 'Retired' } },
        },
        edited: {},
      }),
    ];
    renderCard(api);
    expect(await valueOf('Classification')).toHaveTextContent('Not applicable');
    expect(await valueOf('Continuity tier')).toHaveTextContent(
      'Not applicable',
    );
    expect(await valueOf('Service tier')).toHaveTextContent('Not set');
  });

  it('is content when nothing is open', async () => {
    const api = new FakeComplianceApi();
    api.entities = [entityResponse({ results: [result()] })];
    renderCard(api);
    expect(await screen.findByText('No open findings')).toBeInTheDocument();
    expect(
      screen.queryByText('Most valuable next steps'),
    ).not.toBeInTheDocument();
  });

  it('hints at annotations that cannot be used', async () => {
    const api = new FakeComplianceApi();
    const error = {
      annotation: 'compliance/rto',
      value: '4 hours',
      expected: 'an ISO 8601 duration',
    };
    api.entities = [
      entityResponse({
        errors: [error, { ...error, annotation: 'compliance/rpo' }],
      }),
    ];
    renderCard(api);
    expect(
      await screen.findByText('2 annotations cannot be used'),
    ).toBeInTheDocument();
  });

  it('hints at values of the portal that are not allowed any more', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        errors: [
          {
            annotation: 'compliance/personal-data',
            value: 'some',
            expected: 'one of none, pii',
            source: 'portal',
          },
        ],
      }),
    ];
    renderCard(api);
    expect(
      await screen.findByText('1 value of the portal is not allowed any more'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/annotation/)).not.toBeInTheDocument();
  });

  it('says that the entity was never assessed', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({ results: [], overrides: { assessedAt: undefined } }),
    ];
    renderCard(api);
    expect(await screen.findByText('Not assessed')).toBeInTheDocument();
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    expect(screen.queryByText('No open findings')).not.toBeInTheDocument();
  });

  it('announces that it loads', async () => {
    const api = new FakeComplianceApi();
    api.getEntity = () => new Promise(() => {});
    renderCard(api);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loading compliance data',
    );
  });

  it('says what failed and tries again', async () => {
    const api = new FakeComplianceApi();
    const { getEntity } = api;
    api.getEntity = async () => {
      throw new Error('The database is on fire');
    };
    renderCard(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is on fire',
    );

    api.getEntity = getEntity;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('meter')).toBeInTheDocument();
  });

  it('shows the id of a level that the vocabulary does not have', async () => {
    const api = new FakeComplianceApi();
    api.entities = [
      entityResponse({
        declared: { serviceLevel: { tier: 'tier-9' } },
        edited: {},
        results: mixedResults,
      }),
    ];
    renderCard(api);
    expect(await valueOf('Service tier')).toHaveTextContent('tier-9Git');
  });

  it('is accessible', async () => {
    const { container } = renderCard();
    await screen.findByRole('meter');
    expect(
      // Which level the title of a card has is decided by the catalog.
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
