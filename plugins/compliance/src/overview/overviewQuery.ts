import { Grouping, groupings } from '../services/servicesQuery';

/** How many days the trend can cover. */
export const periods = [30, 90, 365] as const;

/** How many days the trend covers. */
export type Period = (typeof periods)[number];

const orderFields = ['name', 'total', 'averageScore', 'unclassified'] as const;

/** How the rows of the matrix are sorted. */
export interface MatrixOrder {
  field: (typeof orderFields)[number];
  direction: 'asc' | 'desc';
}

/** What the overview shows. */
export interface OverviewQuery {
  groupBy: Grouping;
  days: Period;
  order: MatrixOrder;
}

/** The query when the address of the page says nothing. */
export const defaultOverview: OverviewQuery = {
  groupBy: 'owner',
  days: 90,
  order: { field: 'total', direction: 'desc' },
};

/** Reads a query from the address of the page; what is not known is ignored. */
export function readOverviewQuery(params: URLSearchParams): OverviewQuery {
  const { groupBy, days, order } = defaultOverview;
  const field = orderFields.find(name => name === params.get('sort'));
  return {
    groupBy: groupings.find(name => name === params.get('groupBy')) ?? groupBy,
    days: periods.find(count => String(count) === params.get('days')) ?? days,
    order: field
      ? {
          field,
          direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
        }
      : order,
  };
}

/**
 * Writes a query into the address of the page, where only what differs from
 * the default is said and parameters of others stay.
 */
export function writeOverviewQuery(
  query: OverviewQuery,
  current: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(current);
  for (const name of ['groupBy', 'days', 'sort', 'direction']) {
    params.delete(name);
  }
  const { groupBy, days, order } = query;
  if (groupBy !== defaultOverview.groupBy) {
    params.set('groupBy', groupBy);
  }
  if (days !== defaultOverview.days) {
    params.set('days', String(days));
  }
  const { field, direction } = defaultOverview.order;
  if (order.field !== field || order.direction !== direction) {
    params.set('sort', order.field);
    params.set('direction', order.direction);
  }
  return params;
}
