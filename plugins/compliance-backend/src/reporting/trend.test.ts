import { Sums, trendOf } from './trend';

const days = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'];
const sums = (
  total: number,
  score: number,
  openFindings: number,
  levels: Record<string, number>,
  unclassified = 0,
): Sums => ({
  total,
  score,
  openFindings,
  unclassified,
  levels: { a: 0, b: 0, ...levels },
});

describe('trendOf', () => {
  it('goes back from today, change by change', () => {
    expect(
      trendOf({
        days,
        assessed: new Set(days),
        today: sums(3, 200, 5, { a: 1, b: 2 }, 1),
        changes: new Map([
          // What today came from.
          ['2026-06-04', sums(0, 50, -3, { a: -1, b: 1 }, -1)],
          // An entity that is new.
          ['2026-06-03', sums(1, 10, 4, { a: 1 }, 1)],
          // As it was before the first of the days is not asked for.
          ['2026-06-01', sums(1, 1, 1, { a: 1 })],
        ]),
      }),
    ).toEqual([
      {
        date: '2026-06-01',
        total: 2,
        averageScore: 70,
        openFindings: 4,
        unclassified: 1,
        levels: { a: 1, b: 1 },
      },
      {
        date: '2026-06-02',
        total: 2,
        averageScore: 70,
        openFindings: 4,
        unclassified: 1,
        levels: { a: 1, b: 1 },
      },
      {
        date: '2026-06-03',
        total: 3,
        averageScore: 50,
        openFindings: 8,
        unclassified: 2,
        levels: { a: 2, b: 1 },
      },
      {
        date: '2026-06-04',
        total: 3,
        averageScore: 66.7,
        openFindings: 5,
        unclassified: 1,
        levels: { a: 1, b: 2 },
      },
    ]);
  });

  it('has no numbers for days on which nothing was assessed, but their changes', () => {
    expect(
      trendOf({
        days: days.slice(2),
        assessed: new Set(['2026-06-03']),
        today: sums(1, 90, 0, { a: 1 }),
        changes: new Map([['2026-06-04', sums(0, 30, -1, { a: 1, b: -1 })]]),
      }),
    ).toEqual([
      {
        date: '2026-06-03',
        total: 1,
        averageScore: 60,
        openFindings: 1,
        unclassified: 0,
        levels: { b: 1 },
      },
      { date: '2026-06-04' },
    ]);
  });

  it('has no average of nothing', () => {
    expect(
      trendOf({
        days: days.slice(0, 1),
        assessed: new Set(days),
        today: sums(0, 0, 0, {}),
        changes: new Map(),
      }),
    ).toEqual([
      {
        date: '2026-06-01',
        total: 0,
        averageScore: undefined,
        openFindings: 0,
        unclassified: 0,
        levels: {},
      },
    ]);
  });
});
