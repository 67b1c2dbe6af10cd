import { casesOf } from '../__testUtils__/casesOf';
import { entity, supplier } from '../__testUtils__/facts';

const contract = (more: Record<string, string> = {}) => ({
  'supplier-contract': 'https://example.com/contract',
  'supplier-contract-ends': '2027-12-31',
  'supplier-notice-period': 'P3M',
  ...more,
});
const consumer = (name: string, classification?: string) =>
  entity({
    name,
    declares: classification
      ? { 'information-classification': classification }
      : {},
  });
const accessTo = (level: string) => ({ 'supplier-data-access': level });

const cases = casesOf(
  {
    'supplier-assessed': [
      {
        declares: {
          'supplier-last-assessed': '2020-01-01',
          'supplier-residual-risk': 'critical',
        },
        status: 'pass',
        finding: 'The supplier was assessed on 2020-01-01.',
      },
      {
        status: 'unknown',
        finding: 'No assessment or residual risk is declared.',
      },
      {
        declares: { 'supplier-last-assessed': '2026-01-01' },
        status: 'unknown',
        finding: 'No residual risk is declared.',
      },
      {
        declares: { 'supplier-last-assessed': '2027-01-01' },
        status: 'fail',
        finding: 'The assessment on 2027-01-01 lies in the future.',
        dueOn: '2027-01-01',
      },
      {
        declares: { 'supplier-last-assessed': 'last year' },
        status: 'fail',
        finding: expect.stringMatching(/'last year', which cannot be used\.$/),
      },
      { is: { type: 'database' } },
    ],
    'supplier-assessment-current': [
      {
        declares: {
          'supplier-last-assessed': '2026-05-22',
          'supplier-criticality': 'critical',
        },
        status: 'pass',
        finding: 'It was last assessed on 2026-05-22.',
        dueOn: '2026-11-23',
      },
      {
        declares: {
          'supplier-last-assessed': '2026-05-21',
          'supplier-criticality': 'critical',
        },
        status: 'fail',
        finding: 'It was last assessed on 2026-05-21, more than 6 months ago.',
      },
      {
        declares: { 'supplier-last-assessed': '2026-05-21' },
        status: 'unknown',
        finding:
          'It was assessed on 2026-05-21, but no criticality says how often it must be.',
      },
      {
        declares: { 'supplier-criticality': 'low' },
        status: 'unknown',
        finding: 'No assessment is declared.',
      },
    ],
    'supplier-contract': [
      {
        declares: contract(),
        status: 'pass',
        finding:
          'The contract ends on 2027-12-31; notice can be given until 2027-09-30.',
        dueOn: '2027-10-01',
      },
      {
        // Notice can still be given on the day of the deadline.
        declares: contract({ 'supplier-contract-ends': '2027-02-22' }),
        status: 'pass',
        finding:
          'The contract ends on 2027-02-22; notice can be given until 2026-11-22.',
        dueOn: '2026-11-23',
      },
      {
        declares: contract({ 'supplier-contract-ends': '2027-02-21' }),
        status: 'fail',
        finding:
          'The contract ends on 2027-02-21, and the deadline for notice went by on 2026-11-21.',
        dueOn: '2027-02-22',
      },
      {
        declares: contract({ 'supplier-contract-ends': '2026-11-21' }),
        status: 'fail',
        finding: 'The contract ended on 2026-11-21.',
      },
      {
        declares: { 'supplier-contract-ends': '2026-11-22' },
        status: 'unknown',
        finding: 'No contract or notice period is declared.',
        dueOn: '2026-11-23',
      },
      {
        status: 'unknown',
        finding:
          'No contract, end of the contract or notice period is declared.',
      },
      {
        declares: contract({ 'supplier-contract-ends': '9999-12-31' }),
        status: 'pass',
        finding:
          'The contract ends on 9999-12-31; notice can be given until 9999-09-30.',
        dueOn: '9999-10-01',
      },
      {
        declares: contract({ 'supplier-notice-period': 'P9999999Y' }),
        status: 'fail',
        finding: expect.stringMatching(
          /the deadline for notice went by on 0001-01-01\.$/,
        ),
        dueOn: '2028-01-01',
      },
      {
        declares: contract({ 'supplier-notice-period': '3 months' }),
        status: 'fail',
        finding: expect.stringMatching(
          /'3 months', which cannot be used; did you mean 'P3M'\?$/,
        ),
      },
    ],
    'supplier-risk': [
      {
        declares: { 'supplier-residual-risk': 'medium' },
        status: 'pass',
        finding: 'The residual risk is Medium.',
      },
      {
        declares: { 'supplier-residual-risk': 'high' },
        status: 'fail',
        finding: 'The residual risk is High.',
      },
      { status: 'unknown', finding: 'No residual risk is declared.' },
      {
        // In a scale of three the middle one is acceptable.
        config: {
          vocabulary: {
            scales: {
              risk: [
                { id: 'green', title: 'Green' },
                { id: 'amber', title: 'Amber' },
                { id: 'red', title: 'Red' },
              ],
            },
          },
        },
        declares: { 'supplier-residual-risk': 'amber' },
        status: 'pass',
        finding: 'The residual risk is Amber.',
      },
    ],
    'supplier-certification': [
      {
        declares: {
          'supplier-certifications':
            'ISO 27001 until 2027-03-31 (hosting); SOC 2 until 2027-01-31',
        },
        status: 'pass',
        finding:
          'Valid are ISO 27001 until 2027-03-31 and SOC 2 until 2027-01-31.',
        dueOn: '2027-02-01',
      },
      {
        declares: {
          'supplier-certifications':
            'ISO 27001 until 2026-11-22; SOC 2 until 2026-11-21',
        },
        status: 'fail',
        finding: 'SOC 2 expired on 2026-11-21.',
      },
      { status: 'unknown', finding: 'No certificate is declared.' },
      {
        declares: { 'supplier-kind': 'internal' },
        status: 'not-applicable',
        finding: 'No certificate is needed of this kind of supplier: Internal.',
      },
      {
        declares: { 'supplier-certifications': 'ISO 27001' },
        status: 'fail',
        finding: expect.stringMatching(
          /supplier-certifications has the value 'ISO 27001'/,
        ),
      },
    ],
    'supplier-exit-plan': [
      {
        declares: { 'supplier-exit-plan': 'https://example.com/exit' },
        status: 'pass',
        finding: 'An exit plan is linked.',
      },
      {
        declares: { 'supplier-criticality': 'critical' },
        status: 'unknown',
        finding: 'No exit plan is linked.',
      },
      {
        declares: { 'supplier-criticality': 'high' },
        status: 'not-applicable',
        finding: 'A supplier of criticality High needs no exit plan.',
      },
      { status: 'unknown', finding: 'No exit plan is linked.' },
    ],
    'supplier-data-access': [
      {
        declares: accessTo('none'),
        status: 'pass',
        finding: 'The supplier sees no information of ours.',
      },
      {
        declares: accessTo('confidential'),
        consumers: [
          consumer('web', 'public'),
          consumer('cards', 'confidential'),
          consumer('other'),
        ],
        status: 'pass',
        finding:
          "The data access 'Up to confidential' is needed by what depends on it.",
      },
      {
        declares: accessTo('restricted'),
        consumers: [
          consumer('web', 'public'),
          consumer('cards', 'confidential'),
        ],
        status: 'fail',
        finding:
          "The data access 'Up to restricted' is above the classification of web (Public) and cards (Confidential).",
      },
      {
        declares: accessTo('restricted'),
        consumers: [consumer('web', 'public'), consumer('other')],
        status: 'unknown',
        finding: 'No classification is known of other.',
      },
      {
        declares: accessTo('restricted'),
        status: 'not-applicable',
        finding: 'Nothing depends on the supplier.',
      },
      { status: 'unknown', finding: 'No data access is declared.' },
      {
        config: {
          vocabulary: {
            scales: {
              dataAccess: [
                { id: 'no', title: 'No' },
                { id: 'yes', title: 'Yes' },
              ],
            },
          },
        },
        declares: accessTo('yes'),
        consumers: [consumer('web', 'public')],
        status: 'unknown',
        finding:
          "The data access 'Yes' is not a level of the classification, so it cannot be compared.",
      },
    ],
  },
  supplier,
);

const assessed = (on: string, criticality = 'high', name = 'acme') =>
  supplier({
    name,
    declares: {
      'supplier-last-assessed': on,
      'supplier-criticality': criticality,
    },
  });

const dependencyCases = casesOf({
  'supplier-dependencies': [
    {
      dependencies: [
        assessed('2026-05-22', 'critical', 'fast'),
        assessed('2026-05-22', 'low', 'slow'),
      ],
      status: 'pass',
      finding: 'Every supplier that it depends on is assessed.',
      dueOn: '2026-11-23',
    },
    {
      dependencies: [
        assessed('2020-01-01'),
        supplier({ name: 'other' }),
        assessed('2026-05-22', 'low', 'slow'),
      ],
      status: 'fail',
      finding: 'There is no current assessment of acme.',
      dueOn: '2028-05-23',
    },
    {
      dependencies: [supplier(), assessed('2026-10-01', 'unclear', 'other')],
      status: 'unknown',
      finding: 'Assessment or criticality of acme and other is not declared.',
    },
    {
      dependencies: [entity({ name: 'ledger' }), 'resource:default/unseen'],
      status: 'not-applicable',
      finding: 'It depends on no supplier.',
    },
    { is: { type: 'saas' } },
    { is: { type: 'library' } },
  ],
});

describe('checks of suppliers', () => {
  it.each([...cases, ...dependencyCases])(
    '%s says %j',
    (_checkId, expected, judge) => {
      expect(judge()).toEqual(expected);
    },
  );
});
