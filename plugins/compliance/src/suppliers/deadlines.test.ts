import { nearnessOf } from './deadlines';

describe('nearnessOf', () => {
  it.each([
    ['2026-11-21', 'past'],
    ['2026-11-22', 'soon'],
    ['2026-12-22', 'soon'],
    ['2026-12-23', 'later'],
    ['9999-12-31', 'later'],
    ['0001-01-01', 'past'],
  ])('of %s is %s', (date, expected) => {
    expect(nearnessOf(date, '2026-11-22')).toBe(expected);
  });
});
