import { casesOf } from '../__testUtils__/casesOf';

const cases = casesOf({
  'operations-change-process': [
    {
      declares: { 'change-process': 'https://example.com/change' },
      status: 'pass',
      finding: 'A change process is linked with compliance/change-process.',
    },
    {
      is: { annotations: { 'github.com/project-slug': 'bank/payments' } },
      status: 'pass',
      finding: 'A change process is linked with github.com/project-slug.',
    },
    { status: 'unknown', finding: 'No change process is linked.' },
    { is: { kind: 'Resource', type: 'database' } },
  ],
  'operations-on-call': [
    {
      is: { annotations: { 'pagerduty.com/integration-key': 'key' } },
      status: 'pass',
      finding: 'An on-call rota is linked with pagerduty.com/integration-key.',
    },
    {
      is: { annotations: { 'pagerduty.com/integration-key': ' ' } },
      status: 'unknown',
      finding: 'No on-call rota is linked.',
    },
    {
      declares: { 'on-call': 'call me' },
      status: 'fail',
      finding: expect.stringMatching(
        /compliance\/on-call has the value 'call me'/,
      ),
    },
    { is: { type: 'saas' } },
  ],
  'operations-runbook': [
    {
      is: { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } },
      status: 'pass',
      finding: 'A runbook is linked with backstage.io/techdocs-ref.',
    },
    { status: 'unknown', finding: 'No runbook is linked.' },
    { is: { type: 'library' } },
  ],
});

describe('checks of operations', () => {
  it.each(cases)('%s says %j', (_checkId, expected, judge) => {
    expect(judge()).toEqual(expected);
  });
});
