import {
  EntityFilter,
  EntityOrderField,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Facet values, level and kind that the table can be narrowed to. */
export const filterKeys = [
  'kind',
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
  'level',
] as const;

/** A filter of one property, with alternative values. */
export type FilterKey = (typeof filterKeys)[number];

/** What can be sorted by, in the order of the columns. */
export const orderFields = [
  'name',
  'score',
  'level',
  'openFindings',
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
  'owner',
  'system',
  'kind',
] as const satisfies readonly EntityOrderField[];

/** A column, by which the table can be sorted. */
export type OrderField = (typeof orderFields)[number];

/** What the table of services shows. */
export interface ServicesQuery {
  search: string;
  order: { field: OrderField; direction: 'asc' | 'desc' };
  /** Without empty lists, which would match nothing. */
  filters: { [K in FilterKey]?: string[] };
  /** Only entities with an open finding of this check. */
  finding?: string;
}

/** The query when the address of the page says nothing. */
export const defaultQuery: ServicesQuery = {
  search: '',
  order: { field: 'name', direction: 'asc' },
  filters: {},
};

/** Reads a query from the address of the page; what is not known is ignored. */
export function readQuery(params: URLSearchParams): ServicesQuery {
  const field = orderFields.find(name => name === params.get('sort'));
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
      field: field ?? defaultQuery.order.field,
      direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
    },
    filters,
    finding: params.get('finding') || undefined,
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
  const params = new URLSearchParams(current);
  for (const name of ['q', 'sort', 'direction', 'finding', ...filterKeys]) {
    params.delete(name);
  }
  const { search, order, filters, finding } = query;
  if (search) {
    params.set('q', search);
  }
  if (order.field !== defaultQuery.order.field) {
    params.set('sort', order.field);
  }
  if (order.direction !== defaultQuery.order.direction) {
    params.set('direction', order.direction);
  }
  for (const key of filterKeys) {
    filters[key]?.forEach(value => params.append(key, value));
  }
  if (finding) {
    params.set('finding', finding);
  }
  return params;
}

/** The filter of a query as the backend takes it. */
export function entityFilter({
  filters,
  finding,
}: Pick<ServicesQuery, 'filters' | 'finding'>): EntityFilter | undefined {
  const filter: EntityFilter = {
    ...filters,
    ...(finding && {
      check: { id: finding, status: ['fail' as const, 'unknown' as const] },
    }),
  };
  return Object.keys(filter).length > 0 ? filter : undefined;
}

/** Number of filters that narrow the table. */
export function countFilters({ filters, finding }: ServicesQuery): number {
  return Object.keys(filters).length + (finding ? 1 : 0);
}
