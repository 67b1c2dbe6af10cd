import { TrendPoint } from '@service-compliance/backstage-plugin-compliance-common';
import { changeOf, sinceFirst } from './history';

const day = (date: string, averageScore?: number): TrendPoint => ({
  date,
  total: 2,
  averageScore,
});
const gap = (date: string): TrendPoint => ({ date });

describe('sinceFirst', () => {
  it('leaves out the days before history, and no other gap', () => {
    expect(
      sinceFirst([
        gap('2026-08-01'),
        gap('2026-08-02'),
        day('2026-08-03', 1),
        gap('2026-08-04'),
      ]),
    ).toEqual([day('2026-08-03', 1), gap('2026-08-04')]);
  });

  it('is empty without history', () => {
    expect(sinceFirst([gap('2026-08-01')])).toEqual([]);
  });
});

describe('changeOf', () => {
  const score = ({ averageScore }: TrendPoint) => averageScore;

  it.each([
    [61, 68, 'rose'],
    [68, 61, 'fell'],
    [61, 61, 'stayed'],
  ])('from %d to %d', (from, to, direction) => {
    expect(
      changeOf(
        [
          gap('2026-08-23'),
          day('2026-08-24', from),
          day('2026-08-25', 99),
          day('2026-08-26', to),
          gap('2026-08-27'),
        ],
        score,
      ),
    ).toEqual({ direction, from, to, since: '2026-08-24' });
  });

  it('begins when there was a number', () => {
    expect(
      changeOf(
        [day('2026-08-24'), day('2026-08-25', 1), day('2026-08-26', 2)],
        score,
      ),
    ).toMatchObject({ since: '2026-08-25' });
  });

  it('takes two days', () => {
    expect(
      changeOf([day('2026-08-24', 1), gap('2026-08-25')], score),
    ).toBeUndefined();
  });
});
