import {
  EntityTotals,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle } from '../../components';
import { MatrixOrder } from '../overviewQuery';
import { Estate } from '../useEstate';

/** The totals of one owner, system or domain. */
export interface GroupRow {
  /** Entity ref, or `unset`. */
  key: string;
  totals: EntityTotals;
  /** Number of those not classified; absent when it is not told. */
  unclassified?: number;
}

/** One row for each group that is known. */
export function matrixRows({ summary, unclassified }: Estate): GroupRow[] {
  const counts = new Map(
    unclassified.groups.map(({ key, total }) => [key, total]),
  );
  // Only where all groups are told, one that is missing has none.
  const others = unclassified.hasMoreGroups ? undefined : 0;
  return summary.groups.map(({ key, ...totals }) => ({
    key,
    totals,
    unclassified: counts.get(key) ?? others,
  }));
}

const values: {
  [K in MatrixOrder['field']]: (row: GroupRow) => string | number | undefined;
} = {
  name: ({ key }) => (key === UNSET ? undefined : entityTitle(key)),
  total: ({ totals }) => totals.total,
  averageScore: ({ totals }) => totals.averageScore,
  unclassified: ({ unclassified }) => unclassified,
};

/** Sorts rows; those without a value come last, in either direction. */
export function sortRows(rows: GroupRow[], order: MatrixOrder): GroupRow[] {
  const valueOf = values[order.field];
  const sign = order.direction === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    return typeof first === 'number'
      ? sign * (first - Number(second))
      : sign * first.localeCompare(String(second));
  });
}
