import {
  compareDurations,
  durationToMillis,
  formatDuration,
  isDuration,
  suggestDuration,
} from './duration';

describe('durations', () => {
  it.each(['PT4H', 'P1D', 'P2W', 'P1Y6M', 'P1DT12H', 'PT15M', 'PT90S'])(
    'accepts %s',
    text => {
      expect(isDuration(text)).toBe(true);
    },
  );

  it.each(['', 'P', 'PT', 'P1DT', '4 hours', 'PT-4H', 'P1.5D', 'pt4h', 'P4H'])(
    'refuses %p',
    text => {
      expect(isDuration(text)).toBe(false);
      expect(() => durationToMillis(text)).toThrow(RangeError);
      expect(() => formatDuration(text)).toThrow(RangeError);
    },
  );

  it.each([
    ['4h', 'PT4H'],
    ['4 hours', 'PT4H'],
    ['PT4H', 'PT4H'],
    [' pt4h ', 'PT4H'],
    ['1 day', 'P1D'],
    ['1 day 12 hours', 'P1DT12H'],
    ['90 min', 'PT90M'],
    ['2 weeks', 'P2W'],
    ['6 months', 'P6M'],
    ['1y 6mo', 'P1Y6M'],
  ])('suggests for %p the duration %s', (text, expected) => {
    expect(suggestDuration(text)).toBe(expected);
  });

  it.each([
    'soon',
    '4',
    '4 parsecs',
    '4h 2h',
    'h',
    '__proto__',
    '1 constructor',
  ])('has no suggestion for %p', text => {
    expect(suggestDuration(text)).toBeUndefined();
  });

  it('compares across units', () => {
    expect(compareDurations('PT60M', 'PT1H')).toBe(0);
    expect(compareDurations('PT25H', 'P1D')).toBeGreaterThan(0);
    expect(compareDurations('P30D', 'P1Y')).toBeLessThan(0);
  });

  it('puts them into words', () => {
    expect(formatDuration('PT4H')).toBe('4 hours');
    expect(formatDuration('P1DT12H')).toBe('1 day, 12 hours');
    expect(formatDuration('PT4H', 'de')).toBe('4 Stunden');
  });
});
