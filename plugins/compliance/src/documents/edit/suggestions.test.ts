import { standards } from '../../__testUtils__';
import { suggestClauses } from './suggestions';

const sms = (clause: string) => ({ standard: 'iso20000-1-2018', clause });
const isms = (clause: string) => ({ standard: 'iso27001-2022', clause });
const numbers = (...chosen: Parameters<typeof suggestClauses>[0]) =>
  suggestClauses(chosen, standards).map(
    ({ standard, clause }) => `${standard} ${clause}`,
  );

describe('suggestClauses', () => {
  it('offers what the crosswalk relates, in both directions', () => {
    expect(numbers(sms('7.6'))).toEqual([
      'iso27001-2022 7.2',
      'iso27001-2022 A.5.37',
    ]);
    expect(numbers(isms('A.5.37'))).toEqual(['iso20000-1-2018 7.6']);
  });

  it('leaves out what is chosen, be it with a heading above it', () => {
    expect(numbers(sms('7.6'), isms('7.2'))).not.toContain('iso27001-2022 7.2');
    expect(numbers(sms('7.6'), isms('7'))).not.toContain('iso27001-2022 7.2');
  });

  it('says what it relates to, and that the crosswalk is a draft', () => {
    const [first] = suggestClauses([sms('5.2.1'), sms('5.2.2')], standards);
    expect(first).toMatchObject({
      ...isms('5.2'),
      isDraft: true,
      relatedTo: [{ clause: sms('5.2.1') }, { clause: sms('5.2.2') }],
    });
  });

  it('offers nothing of a clause or a standard that is not known', () => {
    expect(numbers(sms('77'))).toEqual([]);
    expect(numbers({ standard: 'gone', clause: '5.2' })).toEqual([]);
  });
});
