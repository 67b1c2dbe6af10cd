/** A number of each day; absent for days without one. */
export type DailyValues = (number | undefined)[];

/** Consecutive days that have a value. */
export interface Run<T> {
  /** Position of the first day. */
  start: number;
  values: T[];
}

/** Charts are 100 wide and 100 high, whatever their size on the screen. */
export const SIZE = 100;

/** The days that have a value, without those between that have none. */
export function runsOf<T>(days: readonly (T | undefined)[]): Run<T>[] {
  const runs: Run<T>[] = [];
  let run: Run<T> | undefined;
  for (const [index, value] of days.entries()) {
    if (value === undefined) {
      run = undefined;
    } else if (run) {
      run.values.push(value);
    } else {
      run = { start: index, values: [value] };
      runs.push(run);
    }
  }
  return runs;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Where the middle of a day is, from the left. */
export function dayCentre(day: number, count: number): number {
  return rounded(((day + 0.5) / count) * SIZE);
}

/** How far down a value is. */
export function depthOf(value: number, maximum: number): number {
  return rounded(SIZE - (value / maximum) * SIZE);
}

/**
 * A line through the values of consecutive days. A day between others without
 * value becomes a point, as round ends make it.
 */
export function linePath(values: DailyValues, maximum: number): string {
  return runsOf(values)
    .map(run => {
      const [first, ...others] = run.values.map(
        (value, index) =>
          `${dayCentre(run.start + index, values.length)} ${depthOf(
            value,
            maximum,
          )}`,
      );
      return `M${first}${others.map(point => `L${point}`).join('') || 'h0'}`;
    })
    .join('');
}

/** The part of a stack that one thing takes on a day. */
export interface Layer {
  from: number;
  to: number;
}

/** Areas with a step for each day, as nothing is known of between. */
export function areaPath(
  layers: readonly (Layer | undefined)[],
  maximum: number,
): string {
  const left = (day: number) => rounded((day / layers.length) * SIZE);
  return runsOf(layers)
    .map(({ start, values }) => {
      const tops = values.map(
        ({ to }, index) =>
          `V${depthOf(to, maximum)}H${left(start + index + 1)}`,
      );
      const bottoms = values.map(
        ({ from }, index) =>
          `V${depthOf(from, maximum)}H${left(start + index)}`,
      );
      const begin = `M${left(start)} ${depthOf(values[0].from, maximum)}`;
      return `${begin}${tops.join('')}${bottoms.reverse().join('')}Z`;
    })
    .join('');
}

/** Lays the numbers of each day on one another, in the order of the keys. */
export function stack(
  days: readonly (Record<string, number> | undefined)[],
  keys: readonly string[],
): (Layer | undefined)[][] {
  const heights = days.map(() => 0);
  return keys.map(key =>
    days.map((numbers, day) => {
      if (!numbers) {
        return undefined;
      }
      const from = heights[day];
      heights[day] += numbers[key] ?? 0;
      return { from, to: heights[day] };
    }),
  );
}

/** The end of an axis: a number that is little higher, round and even. */
export function axisEnd(highest: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  const ends = [1, 2, 4, 6, 8, 10].map(factor => factor * magnitude);
  return ends.find(end => end >= highest && end % 2 === 0)!;
}

/** The day at a position between 0 (left) and 1 (right). */
export function dayAt(position: number, count: number): number {
  return Math.min(Math.max(Math.floor(position * count), 0), count - 1);
}

/** The days to name on the axis: the first, the last and some between. */
export function namedDays(count: number, wanted = 4): number[] {
  const steps = Math.min(wanted, count) - 1;
  return steps < 1
    ? [0]
    : Array.from({ length: steps + 1 }, (_, step) =>
        Math.round((step / steps) * (count - 1)),
      );
}
