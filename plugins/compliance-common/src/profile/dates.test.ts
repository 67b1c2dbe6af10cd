import { addDuration, isDate, subtractDuration, suggestDate } from './dates';

describe('dates', () => {
  it.each(['2026-02-28', '2028-02-29', '1999-12-31'])('accepts %s', text => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '31/02/2026', '2026-2-1', '', 'today'])(
    'refuses %p',
    text => {
      expect(isDate(text)).toBe(false);
    },
  );

  it.each([
    ['31/02/2026', '2026-02-28'],
    ['2026-02-31', '2026-02-28'],
    ['1.3.2026', '2026-03-01'],
    ['2026/03/01', '2026-03-01'],
    ['2026-03-01T10:00:00Z', '2026-03-01'],
    ['2026-15-01', '2026-12-01'],
  ])('suggests for %p the date %s', (text, expected) => {
    expect(suggestDate(text)).toBe(expected);
  });

  it.each(['yesterday', '12/26', '1/2/3'])('has no suggestion for %p', text => {
    expect(suggestDate(text)).toBeUndefined();
  });

  it('counts in calendar units', () => {
    expect(addDuration('2026-01-31', 'P1M')).toBe('2026-02-28');
    expect(addDuration('2026-05-12', 'P6M')).toBe('2026-11-12');
    expect(subtractDuration('2027-12-31', 'P3M')).toBe('2027-09-30');
  });

  it('stays among the dates that can be written and compared', () => {
    expect(addDuration('9999-12-31', 'P1D')).toBe('9999-12-31');
    expect(addDuration('2026-01-31', 'P99999999999Y')).toBe('9999-12-31');
    expect(subtractDuration('2026-01-31', 'P3000Y')).toBe('0001-01-01');
    expect(subtractDuration('2026-01-31', 'P99999999999Y')).toBe('0001-01-01');
  });
});
