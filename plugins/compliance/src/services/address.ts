import {
  CheckStatus,
  checkStatuses,
  isDate,
} from '@service-compliance/backstage-plugin-compliance-common';
import { areDefaultColumns, readColumns } from './columns/columnIds';
import {
  defaultQuery,
  duePeriods,
  filterKeys,
  groupings,
  openStatuses,
  orderFields,
  ServicesFilter,
  ServicesQuery,
} from './servicesQuery';

/** Parameters with one value each. */
const names = [
  'q',
  'sort',
  'direction',
  'mine',
  'check',
  'minScore',
  'maxScore',
  'dueBy',
  'query',
  'groupBy',
  'columns',
  'view',
] as const;

const allNames = [...names, 'checkStatus', 'open', ...filterKeys];

function readCheck(params: URLSearchParams): ServicesFilter['check'] {
  const id = params.get('check');
  const status = params
    .getAll('checkStatus')
    .filter((value): value is CheckStatus =>
      checkStatuses.some(known => known === value),
    );
  return id
    ? { id, status: status.length > 0 ? status : openStatuses }
    : undefined;
}

function readScore(text: string | null): number | undefined {
  const score = Number(text?.trim() || NaN);
  return score >= 0 && score <= 100 ? score : undefined;
}

function readDue(text: string | null): string | undefined {
  const isKnown = duePeriods.some(days => String(days) === text);
  return text && (isKnown || isDate(text)) ? text : undefined;
}

/** Reads a query from the address of the page; what is not known is ignored. */
export function readQuery(params: URLSearchParams): ServicesQuery {
  const { order } = defaultQuery;
  const filters: ServicesQuery['filters'] = {};
  for (const key of filterKeys) {
    const values = params.getAll(key).filter(Boolean);
    if (values.length > 0) {
      filters[key] = values;
    }
  }
  return {
    search: params.get('q') ?? '',
    order: {
      field:
        orderFields.find(name => name === params.get('sort')) ?? order.field,
      direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
    },
    filters,
    mine: params.get('mine') === 'true',
    check: readCheck(params),
    minScore: readScore(params.get('minScore')),
    maxScore: readScore(params.get('maxScore')),
    dueBy: readDue(params.get('dueBy')),
    query: params.get('query') ?? '',
    groupBy: groupings.find(name => name === params.get('groupBy')),
    open: params.getAll('open').filter(Boolean),
    columns: params.has('columns')
      ? readColumns(params.get('columns')!.split(','))
      : undefined,
    view: params.get('view') || undefined,
  };
}

/**
 * Writes a query into the address of the page, where only what differs from
 * the default is said and parameters of others stay.
 */
export function writeQuery(
  query: ServicesQuery,
  current: URLSearchParams,
): URLSearchParams {
  const { order, filters, check, columns } = query;
  const params = new URLSearchParams(current);
  allNames.forEach(name => params.delete(name));

  const values: Record<(typeof names)[number], string | number | undefined> = {
    q: query.search,
    sort: order.field === defaultQuery.order.field ? undefined : order.field,
    direction: order.direction === 'desc' ? 'desc' : undefined,
    mine: query.mine ? 'true' : undefined,
    check: check?.id,
    minScore: query.minScore,
    maxScore: query.maxScore,
    dueBy: query.dueBy,
    query: query.query,
    groupBy: query.groupBy,
    columns:
      columns && !areDefaultColumns(columns) ? columns.join() : undefined,
    view: query.view,
  };
  for (const name of names) {
    const value = values[name] ?? '';
    if (value !== '') {
      params.set(name, String(value));
    }
  }
  if (check && check.status.join() !== openStatuses.join()) {
    check.status.forEach(status => params.append('checkStatus', status));
  }
  for (const key of filterKeys) {
    filters[key]?.forEach(value => params.append(key, value));
  }
  query.open.forEach(key => params.append('open', key));
  return params;
}
