import { casesOf } from '../__testUtils__/casesOf';

const cases = casesOf({
  'service-level-tier': [
    {
      declares: { 'service-tier': 'tier-1' },
      status: 'pass',
      finding: 'The service tier is Tier 1.',
    },
    { status: 'unknown', finding: 'No service tier is declared.' },
    {
      declares: { 'service-tier': 'tier-9' },
      status: 'fail',
      finding:
        "The annotation compliance/service-tier has the value 'tier-9', which cannot be used; did you mean 'tier-4'?",
    },
    {
      declares: { 'service-tier': 'x'.repeat(10_000) },
      status: 'fail',
      finding: expect.stringMatching(
        /^The annotation compliance\/service-tier has the value 'x{79}…', which cannot be used\.$/,
      ),
    },
    { is: { type: 'library' } },
    { is: { type: 'saas' } },
    { is: { kind: 'API', type: 'openapi' } },
    {
      is: { kind: 'System', type: 'product' },
      status: 'unknown',
      finding: 'No service tier is declared.',
    },
  ],
  'service-level-availability': [
    {
      declares: { 'availability-target': '99.7' },
      status: 'pass',
      finding: 'The availability target is 99.7 %.',
    },
    {
      declares: { 'service-tier': 'tier-1' },
      status: 'pass',
      finding: 'The availability target is 99.95 %, as Tier 1 implies.',
    },
    { status: 'unknown', finding: 'No availability target is declared.' },
    {
      // What was meant must not be replaced by what the tier implies.
      declares: { 'service-tier': 'tier-1', 'availability-target': '99,9 %' },
      status: 'fail',
      finding: expect.stringMatching(
        /'99,9 %', which cannot be used; did you mean '99.9'\?$/,
      ),
    },
    {
      declares: { 'service-tier': 'tier-9' },
      status: 'fail',
      finding: expect.stringMatching(
        /compliance\/service-tier has the value 'tier-9'/,
      ),
    },
    {
      declares: { 'service-tier': 'tier-9', 'availability-target': '99.9' },
      status: 'pass',
      finding: 'The availability target is 99.9 %.',
    },
  ],
  'service-level-availability-meets-tier': [
    {
      declares: { 'service-tier': 'tier-1', 'availability-target': '99.95' },
      status: 'pass',
      finding:
        'The availability target is 99.95 %, and Tier 1 asks for 99.95 %.',
    },
    {
      declares: { 'service-tier': 'tier-1', 'availability-target': '99.9' },
      status: 'fail',
      finding:
        'The availability target is 99.9 %, below the 99.95 % of Tier 1.',
    },
    {
      declares: { 'availability-target': '99.9' },
      status: 'unknown',
      finding: 'No service tier is declared to compare with.',
    },
  ],
  'service-level-support-hours': [
    {
      declares: { 'service-tier': 'tier-2' },
      status: 'pass',
      finding: 'Support is 16x5, as Tier 2 implies.',
    },
    {
      declares: { 'service-tier': 'tier-2', 'support-hours': '24x7' },
      status: 'pass',
      finding: 'Support is 24x7.',
    },
    {
      declares: { 'service-tier': 'tier-2', 'support-hours': 'best-effort' },
      status: 'fail',
      finding: 'Support is Best effort, less than the 16x5 of Tier 2.',
    },
    {
      declares: { 'support-hours': '8x5' },
      status: 'unknown',
      finding:
        'Support is 8x5, and no service tier is declared to compare with.',
    },
    { status: 'unknown', finding: 'No support hours are declared.' },
  ],
  'service-level-sla': [
    {
      declares: { 'service-tier': 'tier-4', sla: 'https://example.com/sla' },
      status: 'pass',
      finding: 'A service level agreement is linked.',
    },
    {
      declares: { 'service-tier': 'tier-2' },
      status: 'unknown',
      finding: 'No service level agreement is linked.',
    },
    {
      declares: { 'service-tier': 'tier-3' },
      status: 'not-applicable',
      finding: 'Tier 3 needs no service level agreement.',
    },
    { status: 'unknown', finding: 'No service level agreement is linked.' },
    {
      declares: { sla: 'file:///etc/passwd' },
      status: 'fail',
      finding:
        "The annotation compliance/sla has the value 'file:///etc/passwd', which cannot be used.",
    },
  ],
  'service-level-reviewed': [
    {
      declares: { 'service-level-reviewed': '2025-11-22' },
      status: 'pass',
      finding: 'The service level was last reviewed on 2025-11-22.',
      dueOn: '2026-11-23',
    },
    {
      declares: { 'service-level-reviewed': '2025-11-21' },
      status: 'fail',
      finding:
        'The service level was last reviewed on 2025-11-21, more than 1 year ago.',
    },
    {
      declares: { 'service-level-reviewed': '2026-12-01' },
      status: 'fail',
      finding:
        'The service level was last reviewed on 2026-12-01, which lies in the future.',
      dueOn: '2026-12-01',
    },
    {
      status: 'unknown',
      finding: 'No review of the service level is declared.',
    },
  ],
});

describe('checks of the service level', () => {
  it.each(cases)('%s says %j', (_checkId, expected, judge) => {
    expect(judge()).toEqual(expected);
  });
});
