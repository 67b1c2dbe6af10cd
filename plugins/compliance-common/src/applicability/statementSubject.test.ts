import { defineStandard, iso20000, iso27001 } from '../standards';
import { statementSubject, whyNotInStatement } from '.';

const numbersOf = (...args: Parameters<typeof statementSubject>) =>
  statementSubject(...args).clauses.map(({ id }) => id);

const house = defineStandard({
  id: 'house',
  title: 'House rules',
  managementSystem: 'isms',
  clauses: [
    { id: '4', title: 'Kitchen' },
    { id: '4.1', title: 'Dishes' },
    { id: '5', title: 'Garden' },
  ],
});

describe('statementSubject', () => {
  it('is about the 93 controls of Annex A', () => {
    const { about, clauses } = statementSubject(iso27001);
    expect(about).toBe('controls');
    expect(clauses).toHaveLength(93);
    expect(clauses.every(({ kind }) => kind === 'control')).toBe(true);
    expect([clauses[0].id, clauses[92].id]).toEqual(['A.5.1', 'A.8.34']);
  });

  it('is about the parts of 6 to 10 where there are no controls', () => {
    expect(statementSubject(iso20000).about).toBe('clauses');
    const numbers = numbersOf(iso20000);
    expect(numbers).toEqual(
      expect.arrayContaining(['6.1', '7.5.4', '8.3.4', '9.4', '10.2']),
    );
    expect(numbers.filter(id => /^[45]/.test(id))).toEqual([]);
    expect(numbers).not.toContain('8.3');
    expect(numbers).not.toContain('8.3.4.1');
  });

  it('is about all parts of a standard with a structure of its own', () => {
    expect(numbersOf(house)).toEqual(['4.1', '5']);
  });
});

describe('whyNotInStatement', () => {
  it.each([
    [iso27001, 'A.5.1'],
    [iso20000, '8.4.1'],
    [house, '5'],
  ])('has nothing against %#', (standard, clause) => {
    expect(whyNotInStatement(standard, clause)).toBeUndefined();
  });

  it.each([
    [iso27001, 'A.9.1', 'has no control A.9.1'],
    [iso27001, '6.1.2', '6.1.2 of ISO/IEC 27001:2022 is a clause, and'],
    [iso20000, '8.9', 'has no clause 8.9'],
    [iso20000, '4.3', 'The organisation must itself meet the clauses 4 and 5'],
    [iso20000, '5.2.1', 'must itself meet the clauses 4 and 5'],
    [iso20000, '8.3', '8.3 of ISO/IEC 20000-1:2018 is a heading or a detail'],
    [iso20000, '8.3.4.1', 'is a heading or a detail'],
    [house, '4', 'is a heading or a detail: a statement is about clauses'],
  ])('tells about %#', (standard, clause, expected) => {
    expect(whyNotInStatement(standard, clause)).toContain(expected);
  });
});
