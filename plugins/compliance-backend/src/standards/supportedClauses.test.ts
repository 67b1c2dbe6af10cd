import { defineStandard } from '@service-compliance/backstage-plugin-compliance-common';
import { supportedClauses } from './supportedClauses';

const standard = defineStandard({
  id: 'house-rules',
  title: 'House rules',
  managementSystem: 'sms',
  clauses: [
    { id: '1', title: 'Manners' },
    { id: '1.1', title: 'Doors' },
    { id: '1.1.1', title: 'Knocking' },
    { id: '1.2', title: 'Noise', evidence: 'service' },
    { id: '2', title: 'Pets' },
  ],
});

const check = (id: string, ...clauses: string[]) => ({
  id,
  clauses: clauses.map(clause => ({ standard: 'house-rules', clause })),
});

describe('supportedClauses', () => {
  const evidenceAndChecks = (...checks: ReturnType<typeof check>[]) =>
    supportedClauses(standard, checks).map(({ id, evidence, checks: own }) =>
      `${id} ${evidence} ${own.join(' ')}`.trimEnd(),
    );

  it('has the evidence that the standard states', () => {
    expect(evidenceAndChecks()).toEqual([
      '1 service',
      '1.1 organisation',
      '1.1.1 organisation',
      '1.2 service',
      '2 organisation',
    ]);
  });

  it('adds what checks support, with its parts and the headings', () => {
    expect(
      evidenceAndChecks(
        check('knocks', '1.1.1', '1.1.1'),
        check('quiet', '1.2', '2'),
        check('pets', '2'),
      ),
    ).toEqual([
      '1 service',
      '1.1 service',
      '1.1.1 service knocks',
      '1.2 service quiet',
      '2 service quiet pets',
    ]);
    expect(evidenceAndChecks(check('doors', '1.1'))).toEqual([
      '1 service',
      '1.1 service doors',
      '1.1.1 service',
      '1.2 service',
      '2 organisation',
    ]);
  });

  it('leaves the clauses of other standards alone', () => {
    const other = {
      id: 'other',
      clauses: [{ standard: 'iso27001-2022', clause: '2' }],
    };
    expect(supportedClauses(standard, [other])[4]).toMatchObject({
      evidence: 'organisation',
      checks: [],
    });
  });
});
