import {
  areaPath,
  axisEnd,
  dayAt,
  dayCentre,
  linePath,
  namedDays,
  runsOf,
  stack,
} from './geometry';

describe('runsOf', () => {
  it('leaves out the days without a value', () => {
    expect(runsOf([undefined, 1, 2, undefined, undefined, 0])).toEqual([
      { start: 1, values: [1, 2] },
      { start: 5, values: [0] },
    ]);
  });
});

describe('linePath', () => {
  it('goes through the middle of the days', () => {
    expect(linePath([0, 50, 100, 25], 100)).toBe(
      'M12.5 100L37.5 50L62.5 0L87.5 75',
    );
  });

  it('crosses no gap, and makes a point of a day between gaps', () => {
    expect(linePath([50, 50, undefined, 50, undefined], 100)).toBe(
      'M10 50L30 50M70 50h0',
    );
  });

  it('is nothing without values', () => {
    expect(linePath([undefined, undefined], 100)).toBe('');
  });
});

describe('stack', () => {
  const days: (Record<string, number> | undefined)[] = [
    { gold: 1, silver: 2 },
    undefined,
    { silver: 3 },
  ];

  it('lays the numbers on one another, and nothing on a gap', () => {
    expect(stack(days, ['gold', 'silver'])).toEqual([
      [{ from: 0, to: 1 }, undefined, { from: 0, to: 0 }],
      [{ from: 1, to: 3 }, undefined, { from: 0, to: 3 }],
    ]);
  });
});

describe('areaPath', () => {
  it('is a step for each day', () => {
    expect(
      areaPath(
        [
          { from: 0, to: 2 },
          { from: 1, to: 4 },
        ],
        4,
      ),
    ).toBe('M0 100V50H50V0H100V75H50V100H0Z');
  });

  it('crosses no gap', () => {
    const layer = { from: 0, to: 1 };
    expect(areaPath([layer, undefined, undefined, layer], 1)).toBe(
      'M0 100V0H25V100H0ZM75 100V0H100V100H75Z',
    );
  });
});

describe('axisEnd', () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [9, 10],
    [62, 80],
    [81, 100],
    [101, 200],
    [10_000, 10_000],
    [10_001, 20_000],
  ])('for %d is %d', (highest, end) => {
    expect(axisEnd(highest)).toBe(end);
  });
});

describe('dayAt', () => {
  it.each([
    [0, 0],
    [0.24, 0],
    [0.25, 1],
    [1, 3],
    [-1, 0],
    [2, 3],
  ])('of %d is %d', (position, day) => {
    expect(dayAt(position, 4)).toBe(day);
  });

  it('is the day whose middle it is', () => {
    for (let day = 0; day < 90; day++) {
      expect(dayAt(dayCentre(day, 90) / 100, 90)).toBe(day);
    }
  });
});

describe('namedDays', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [5, [0, 1, 3, 4]],
    [90, [0, 30, 59, 89]],
  ])('of %d', (count, days) => {
    expect(namedDays(count)).toEqual(days);
  });
});
