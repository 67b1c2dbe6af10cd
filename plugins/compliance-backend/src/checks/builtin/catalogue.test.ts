import { casesOf } from '../__testUtils__/casesOf';
import { entity } from '../__testUtils__/facts';

const database = entity({ kind: 'Resource', type: 'database', name: 'ledger' });

const cases = casesOf({
  'catalogue-owner': [
    { status: 'pass', finding: 'It is owned by group:default/team-a.' },
    {
      is: { owners: [] },
      status: 'unknown',
      finding: 'No owner is declared.',
    },
    {
      is: {
        owners: ['group:default/team-a', 'group:default/gone'],
        missingOwners: ['group:default/gone'],
      },
      status: 'fail',
      finding: 'The catalog has no group:default/gone.',
    },
  ],
  'catalogue-description': [
    {
      is: { description: 'Moves money.' },
      status: 'pass',
      finding: 'There is a description.',
    },
    {
      is: { description: ' \n ' },
      status: 'unknown',
      finding: 'There is no description.',
    },
  ],
  'catalogue-lifecycle': [
    {
      is: { lifecycle: 'production' },
      status: 'pass',
      finding: 'The lifecycle is production.',
    },
    {
      is: { kind: 'API' },
      status: 'unknown',
      finding: 'No lifecycle is declared.',
    },
    { is: { kind: 'Resource', type: 'database' } },
  ],
  'catalogue-system': [
    {
      is: { system: 'system:default/cards' },
      status: 'pass',
      finding: 'It belongs to system:default/cards.',
    },
    { status: 'unknown', finding: 'No system is declared.' },
    {
      is: { type: 'saas' },
      status: 'not-applicable',
      finding: 'Suppliers belong to no system of ours.',
    },
    { is: { kind: 'System', type: 'product' } },
  ],
  'catalogue-dependencies': [
    {
      dependencies: [database],
      status: 'pass',
      finding: 'It has 1 dependency.',
    },
    { status: 'unknown', finding: 'No dependencies are declared.' },
    {
      declares: { dependencies: 'none' },
      status: 'pass',
      finding: 'It is declared to have no dependencies.',
    },
    {
      declares: { dependencies: 'none' },
      dependencies: [database, 'resource:default/unknown'],
      status: 'fail',
      finding: 'It has 2 dependencies, and is declared to have none.',
    },
    {
      declares: { dependencies: 'no' },
      status: 'fail',
      finding:
        "The annotation compliance/dependencies has the value 'no', which cannot be used; did you mean 'none'?",
    },
    {
      is: { type: 'saas' },
      status: 'not-applicable',
      finding: 'What a supplier depends on is up to the supplier.',
    },
    { is: { kind: 'Resource', type: 'database' } },
  ],
});

describe('checks of the catalogue', () => {
  it.each(cases)('%s says %j', (_checkId, expected, judge) => {
    expect(judge()).toEqual(expected);
  });
});
