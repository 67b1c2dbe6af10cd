import { countOpenChecks, writeOpenChecks } from './openChecks';

const checksOf = (amount: number) =>
  Array.from({ length: amount }, (_, index) => ({ id: `check-${index}` }));

describe('openChecks', () => {
  it.each([0, 1, 3, 4, 5, 36, 100])(
    'counts what was written, for %d checks',
    amount => {
      const checks = checksOf(amount);
      const every = (step: number) =>
        writeOpenChecks(checks, id => Number(id.split('-')[1]) % step === 0);
      const texts = [every(1), every(2), every(3), every(1000)];
      expect(countOpenChecks(checks, texts.join(''))).toEqual(
        checks.map(
          (_, index) =>
            1 +
            Number(index % 2 === 0) +
            Number(index % 3 === 0) +
            Number(index === 0),
        ),
      );
    },
  );

  it('takes a quarter of a character for each check', () => {
    expect(writeOpenChecks(checksOf(100), () => true)).toHaveLength(25);
    expect(writeOpenChecks(checksOf(6), id => id === 'check-4')).toBe('01');
  });

  it('counts nothing where nothing was written', () => {
    expect(countOpenChecks(checksOf(5), '')).toEqual([0, 0, 0, 0, 0]);
  });
});
