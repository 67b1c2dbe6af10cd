import { TrendPoint } from '@service-compliance/backstage-plugin-compliance-common';

/** How a number was when history began and is now. */
export interface Change {
  direction: 'rose' | 'fell' | 'stayed';
  from: number;
  to: number;
  /** ISO 8601 date. */
  since: string;
}

/** Whether there are numbers of a day. */
export const isAssessed = (point: TrendPoint) => point.total !== undefined;

/** Without the days before the first assessment: nothing is missing there. */
export function sinceFirst(points: readonly TrendPoint[]): TrendPoint[] {
  const first = points.findIndex(isAssessed);
  return first === -1 ? [] : points.slice(first);
}

/** What became of a number; absent when fewer than two days have it. */
export function changeOf(
  points: readonly TrendPoint[],
  valueOf: (point: TrendPoint) => number | undefined,
): Change | undefined {
  const known = points.filter(point => valueOf(point) !== undefined);
  if (known.length < 2) {
    return undefined;
  }
  const [from, to] = [known[0], known[known.length - 1]].map(
    point => valueOf(point)!,
  );
  const moved = to > from ? 'rose' : 'fell';
  return {
    direction: to === from ? 'stayed' : moved,
    from,
    to,
    since: known[0].date,
  };
}
