import { TrendPoint } from '@service-compliance/backstage-plugin-compliance-common';
import { oneDecimal } from './totals';

/** Sums over some entities, or what they changed by. */
export interface Sums {
  /** Number of entities with a score. */
  total: number;
  score: number;
  openFindings: number;
  /** Number of entities whose information is not classified. */
  unclassified: number;
  /** Number of entities by level. */
  levels: Record<string, number>;
}

/**
 * One point for each day, the oldest first. Goes back from how it is today, as
 * history only tells changes.
 *
 * @param options - `days` are consecutive ISO 8601 dates up to today, the
 * oldest first; `assessed` are those that have numbers; `changes` are the sums
 * after a day less those before it
 */
export function trendOf(options: {
  days: string[];
  assessed: ReadonlySet<string>;
  today: Sums;
  changes: ReadonlyMap<string, Sums>;
}): TrendPoint[] {
  let sums = options.today;
  return [...options.days]
    .reverse()
    .map(date => {
      const point = options.assessed.has(date)
        ? { date, ...numbersOf(sums) }
        : { date };
      sums = less(sums, options.changes.get(date));
      return point;
    })
    .reverse();
}

function less(sums: Sums, change?: Sums): Sums {
  return change
    ? {
        total: sums.total - change.total,
        score: sums.score - change.score,
        openFindings: sums.openFindings - change.openFindings,
        unclassified: sums.unclassified - change.unclassified,
        levels: Object.fromEntries(
          Object.entries(sums.levels).map(([level, total]) => [
            level,
            total - change.levels[level],
          ]),
        ),
      }
    : sums;
}

function numbersOf(sums: Sums): Omit<TrendPoint, 'date'> {
  const { total, score, openFindings, unclassified, levels } = sums;
  return {
    total,
    averageScore: total > 0 ? oneDecimal(score / total) : undefined,
    openFindings,
    unclassified,
    levels: Object.fromEntries(
      Object.entries(levels).filter(([, count]) => count > 0),
    ),
  };
}
