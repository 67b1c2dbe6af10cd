import { casesOf } from '../__testUtils__/casesOf';
import { entity, supplier } from '../__testUtils__/facts';

const database = (classification?: string, name = 'ledger') =>
  entity({
    kind: 'Resource',
    type: 'database',
    name,
    title: `Database ${name}`,
    declares: classification
      ? { 'information-classification': classification }
      : {},
  });
const classified = (level: string, more?: Record<string, string>) => ({
  'information-classification': level,
  ...more,
});

const cases = casesOf({
  'information-classified': [
    {
      declares: classified('internal'),
      status: 'pass',
      finding: 'The information is classified Internal.',
    },
    { status: 'unknown', finding: 'No classification is declared.' },
    {
      declares: classified('confidental'),
      status: 'fail',
      finding:
        "The annotation compliance/information-classification has the value 'confidental', which cannot be used; did you mean 'confidential'?",
    },
    {
      is: { kind: 'API', type: 'openapi' },
      status: 'unknown',
      finding: 'No classification is declared.',
    },
    { is: { type: 'documentation' } },
    { is: { type: 'saas' } },
  ],
  'information-protection-needs': [
    {
      declares: { cia: 'C1 I1 A1', 'personal-data': 'none' },
      status: 'pass',
      finding: 'Protection needs are rated and personal data is declared.',
    },
    {
      declares: classified('confidential', { cia: 'C3 I3 A2' }),
      status: 'unknown',
      finding: 'No statement about personal data is declared.',
    },
    {
      declares: classified('restricted'),
      status: 'unknown',
      finding:
        'No rating of confidentiality, integrity and availability or statement about personal data is declared.',
    },
    {
      declares: classified('internal'),
      status: 'not-applicable',
      finding: 'Not needed for information classified Internal.',
    },
    {
      declares: classified('confidential', { cia: 'C5 I3 A2' }),
      status: 'fail',
      finding: expect.stringMatching(
        /'C5 I3 A2', which cannot be used; did you mean 'C4 I3 A2'\?$/,
      ),
    },
    {
      // Whether the ratings are needed cannot be told.
      declares: classified('secret'),
      status: 'fail',
      finding: expect.stringMatching(
        /information-classification has the value 'secret'/,
      ),
    },
    {
      status: 'unknown',
      finding: expect.stringMatching(/^No rating of .* is declared\.$/),
    },
  ],
  'information-owner': [
    {
      declares: { 'information-owner': 'retail' },
      status: 'pass',
      finding: 'The information is owned by group:default/retail.',
    },
    {
      declares: classified('confidential'),
      status: 'unknown',
      finding: 'No information owner is declared.',
    },
    {
      declares: classified('public'),
      status: 'not-applicable',
      finding: 'Not needed for information classified Public.',
    },
    {
      // In a scale of three the middle one counts as sensitive.
      config: {
        vocabulary: {
          scales: {
            classification: [
              { id: 'open', title: 'Open' },
              { id: 'own', title: 'Own' },
              { id: 'secret', title: 'Secret' },
            ],
          },
        },
      },
      declares: classified('own'),
      status: 'unknown',
      finding: 'No information owner is declared.',
    },
  ],
  'information-residency': [
    {
      declares: { 'data-residency': 'DE, FR' },
      status: 'pass',
      finding: 'The information is stored in DE, FR.',
    },
    {
      declares: { 'personal-data': 'pii' },
      status: 'unknown',
      finding: 'Personal data is processed, but not declared where.',
    },
    {
      declares: { 'personal-data': 'none' },
      status: 'not-applicable',
      finding: 'No personal data is processed.',
    },
    {
      status: 'unknown',
      finding:
        'Neither personal data nor the countries of storage are declared.',
    },
    {
      declares: { 'data-residency': 'Germany' },
      status: 'fail',
      finding: expect.stringMatching(/data-residency has the value 'Germany'/),
    },
  ],
  'information-covers-dependencies': [
    {
      declares: classified('confidential'),
      dependencies: [database('internal'), database('confidential')],
      status: 'pass',
      finding: 'It is classified Confidential, as high as all it consumes.',
    },
    {
      declares: classified('internal'),
      dependencies: [
        database('confidential'),
        database('public', 'prices'),
        database('restricted', 'salaries'),
        database(undefined, 'other'),
      ],
      status: 'fail',
      finding:
        'It is classified Internal, lower than Database ledger (Confidential) and Database salaries (Restricted).',
    },
    {
      declares: classified('internal'),
      dependencies: [database(), 'resource:default/unseen'],
      status: 'unknown',
      finding:
        'No classification is known of Database ledger and resource:default/unseen.',
    },
    {
      declares: classified('restricted'),
      dependencies: [database()],
      status: 'pass',
      finding: 'It is classified Restricted, the highest there is.',
    },
    {
      dependencies: [database('internal')],
      status: 'unknown',
      finding: 'No classification is declared to compare with.',
    },
    {
      declares: classified('public'),
      dependencies: [
        supplier({ declares: classified('restricted') }),
        entity({ type: 'library', name: 'utils' }),
      ],
      status: 'not-applicable',
      finding: 'It consumes no information of others.',
    },
    {
      status: 'not-applicable',
      finding: 'It consumes no information of others.',
    },
    { is: { kind: 'API', type: 'openapi' } },
  ],
  'information-reviewed': [
    {
      declares: { 'information-reviewed': '2026-01-31' },
      status: 'pass',
      finding: 'The classification was last reviewed on 2026-01-31.',
      dueOn: '2027-02-01',
    },
    {
      config: { vocabulary: { reviewEvery: 'P6M' } },
      declares: { 'information-reviewed': '2026-01-31' },
      status: 'fail',
      finding:
        'The classification was last reviewed on 2026-01-31, more than 6 months ago.',
    },
    {
      declares: { 'information-reviewed': '31/02/2026' },
      status: 'fail',
      finding: expect.stringMatching(
        /'31\/02\/2026', which cannot be used; did you mean '2026-02-28'\?$/,
      ),
    },
    {
      status: 'unknown',
      finding: 'No review of the classification is declared.',
    },
  ],
});

describe('checks of information', () => {
  it.each(cases)('%s says %j', (_checkId, expected, judge) => {
    expect(judge()).toEqual(expected);
  });
});
