import { casesOf } from '../__testUtils__/casesOf';
import { entity, supplier } from '../__testUtils__/facts';

const tier2 = (more?: Record<string, string>) => ({
  'continuity-tier': 'tier-2',
  ...more,
});
const database = (declares: Record<string, string>, name = 'ledger') =>
  entity({ kind: 'Resource', type: 'database', name, declares });

const cases = casesOf({
  'continuity-tier': [
    {
      declares: tier2(),
      status: 'pass',
      finding: 'The continuity tier is Tier 2.',
    },
    { status: 'unknown', finding: 'No continuity tier is declared.' },
    {
      declares: { 'continuity-tier': 'tier-0' },
      status: 'fail',
      finding: expect.stringMatching(
        /'tier-0', which cannot be used; did you mean 'tier-1'\?$/,
      ),
    },
    {
      is: { kind: 'Resource', type: 'database' },
      status: 'unknown',
      finding: 'No continuity tier is declared.',
    },
    { is: { kind: 'API', type: 'openapi' } },
    { is: { type: 'library' } },
    { is: { kind: 'Resource', type: 'vendor' } },
  ],
  'continuity-objectives-consistent': [
    {
      declares: tier2(),
      status: 'pass',
      finding: 'RTO is 4 hours and RPO 1 hour, within the MTPD of 1 day.',
    },
    {
      declares: { rto: 'PT8H', mtpd: 'PT4H' },
      status: 'fail',
      finding: 'RTO is 8 hours, above the MTPD of 4 hours.',
    },
    {
      declares: { rto: 'P2D', rpo: 'P3D', mtpd: 'PT4H' },
      status: 'fail',
      finding: 'RTO is 2 days and RPO is 3 days, above the MTPD of 4 hours.',
    },
    {
      declares: { rto: 'PT1H' },
      status: 'unknown',
      finding: 'No RPO or MTPD is declared.',
    },
    { status: 'unknown', finding: 'No RTO, RPO or MTPD is declared.' },
    {
      declares: tier2({ rto: '4 hours' }),
      status: 'fail',
      finding:
        "The annotation compliance/rto has the value '4 hours', which cannot be used; did you mean 'PT4H'?",
    },
    {
      declares: {
        'continuity-tier': 'gold',
        rto: 'PT1H',
        rpo: 'PT1H',
        mtpd: 'P1D',
      },
      status: 'pass',
      finding: 'RTO is 1 hour and RPO 1 hour, within the MTPD of 1 day.',
    },
  ],
  'continuity-objectives-meet-tier': [
    {
      declares: tier2({ rto: 'PT1H' }),
      status: 'pass',
      finding: 'The objectives are no weaker than those of Tier 2.',
    },
    {
      declares: tier2({ rto: 'PT8H', rpo: 'PT2H' }),
      status: 'fail',
      finding: 'RTO is 8 hours and RPO is 2 hours, more than Tier 2 allows.',
    },
    {
      declares: { rto: 'PT8H' },
      status: 'unknown',
      finding: 'No continuity tier is declared to compare with.',
    },
  ],
  'continuity-plan': [
    {
      declares: { 'continuity-plan': 'https://example.com/bcp' },
      status: 'pass',
      finding: 'A continuity plan is linked.',
    },
    {
      declares: tier2(),
      status: 'unknown',
      finding: 'No continuity plan is linked.',
    },
    {
      declares: { 'continuity-tier': 'tier-3' },
      status: 'not-applicable',
      finding: 'Tier 3 needs no continuity plan.',
    },
    { status: 'unknown', finding: 'No continuity plan is linked.' },
    {
      declares: { 'continuity-plan': 'wiki.example.com/bcp' },
      status: 'fail',
      finding: expect.stringMatching(
        /did you mean 'https:\/\/wiki.example.com\/bcp'\?$/,
      ),
    },
  ],
  'continuity-tested': [
    {
      declares: tier2({
        'continuity-last-tested': '2026-05-12',
        'continuity-test-result': 'partial',
      }),
      status: 'pass',
      finding: 'It was last tested on 2026-05-12.',
      dueOn: '2027-05-13',
    },
    {
      declares: {
        'continuity-tier': 'tier-1',
        'continuity-last-tested': '2026-05-12',
        'continuity-test-result': 'passed',
      },
      status: 'fail',
      finding: 'It was last tested on 2026-05-12, more than 6 months ago.',
    },
    {
      declares: tier2({
        'continuity-last-tested': '2026-05-12',
        'continuity-test-result': 'failed',
      }),
      status: 'fail',
      finding: 'The test on 2026-05-12 failed.',
    },
    {
      declares: tier2({ 'continuity-last-tested': '2026-05-12' }),
      status: 'unknown',
      finding: 'It was tested on 2026-05-12, but no result is declared.',
      dueOn: '2027-05-13',
    },
    {
      declares: { 'continuity-last-tested': '2026-05-12' },
      status: 'unknown',
      finding:
        'It was tested on 2026-05-12, but no continuity tier says how often it must be.',
    },
    {
      declares: tier2(),
      status: 'unknown',
      finding: 'No continuity test is declared.',
    },
    {
      declares: tier2({
        'continuity-last-tested': '2027-01-01',
        'continuity-test-result': 'passed',
      }),
      status: 'fail',
      finding: 'It was last tested on 2027-01-01, which lies in the future.',
      dueOn: '2027-01-01',
    },
    {
      declares: tier2({ 'continuity-last-tested': '31/02/2026' }),
      status: 'fail',
      finding: expect.stringMatching(
        /'31\/02\/2026', which cannot be used; did you mean '2026-02-28'\?$/,
      ),
    },
  ],
  'continuity-achieved': [
    {
      declares: tier2({ 'achieved-rto': 'PT4H', 'achieved-rpo': 'PT0S' }),
      status: 'pass',
      finding: 'The last test achieved RTO and RPO.',
    },
    {
      declares: tier2({ 'achieved-rto': 'PT6H' }),
      status: 'fail',
      finding:
        'In the last test the achieved RTO is 6 hours, above the target of 4 hours.',
    },
    {
      declares: tier2({ 'achieved-rto': 'PT1H' }),
      status: 'unknown',
      finding: 'No achieved RPO is declared.',
    },
    {
      declares: { 'achieved-rto': 'PT1H', 'achieved-rpo': 'PT1H' },
      status: 'unknown',
      finding: 'No RTO or RPO is declared.',
    },
    {
      declares: tier2({ 'achieved-rto': 'quickly' }),
      status: 'fail',
      finding: expect.stringMatching(
        /achieved-rto has the value 'quickly', which cannot be used\.$/,
      ),
    },
  ],
  'continuity-backup-restored': [
    {
      is: { kind: 'Resource', type: 'database' },
      declares: { 'backup-restored': '2026-04-02' },
      status: 'pass',
      finding: 'A backup was last restored on 2026-04-02.',
      dueOn: '2027-04-03',
    },
    {
      is: { kind: 'Resource', type: 's3-bucket' },
      declares: { 'backup-restored': '2024-04-02' },
      status: 'fail',
      finding:
        'A backup was last restored on 2024-04-02, more than 1 year ago.',
    },
    {
      is: { kind: 'Resource', type: 'database' },
      status: 'unknown',
      finding: 'No restored backup is declared.',
    },
    { is: { type: 'service' } },
    { is: { kind: 'Resource', type: 'queue' } },
  ],
  'continuity-dependencies': [
    {
      declares: tier2(),
      dependencies: [database(tier2()), database({ rto: 'PT1H' }, 'prices')],
      status: 'pass',
      finding: 'Every dependency recovers within 4 hours.',
    },
    {
      declares: tier2(),
      dependencies: [
        database({ rto: 'P1D' }),
        database({ 'continuity-tier': 'tier-4' }, 'archive'),
        database({}, 'other'),
      ],
      status: 'fail',
      finding:
        'ledger recovers in 1 day and archive recovers in 3 days, later than 4 hours.',
    },
    {
      declares: tier2(),
      dependencies: [database({}), 'resource:default/unseen'],
      status: 'unknown',
      finding: 'No RTO is known of ledger and resource:default/unseen.',
    },
    {
      dependencies: [database(tier2())],
      status: 'unknown',
      finding: 'No RTO is declared to compare with.',
    },
    {
      declares: tier2(),
      dependencies: [
        supplier(),
        entity({ type: 'library', name: 'utils' }),
        entity({ kind: 'API', type: 'openapi', name: 'prices' }),
      ],
      status: 'not-applicable',
      finding: 'It depends on nothing that must recover.',
    },
    {
      declares: tier2(),
      dependencies: [supplier({ declares: { rto: 'P2D' } })],
      status: 'fail',
      finding: 'acme recovers in 2 days, later than 4 hours.',
    },
    {
      declares: tier2(),
      dependencies: ['a', 'b', 'c', 'd', 'e'].map(name =>
        database({ rto: 'P1D' }, name),
      ),
      status: 'fail',
      finding:
        'a recovers in 1 day, b recovers in 1 day, c recovers in 1 day and 2 more, later than 4 hours.',
    },
    {
      declares: { rto: '4 hours' },
      dependencies: [database(tier2())],
      status: 'fail',
      finding: expect.stringMatching(/compliance\/rto has the value '4 hours'/),
    },
  ],
});

describe('checks of continuity', () => {
  it.each(cases)('%s says %j', (_checkId, expected, judge) => {
    expect(judge()).toEqual(expected);
  });
});
