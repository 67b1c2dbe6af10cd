import {
  CheckStatus,
  EntityOrderField,
  findingStatuses,
  GroupBy,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ColumnId } from './columns/columnIds';

/** Properties that the services can be narrowed to, each to some values. */
export const filterKeys = [
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'lifecycle',
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
  'level',
  'progress',
] as const;

/** A filter of one property, with alternative values. */
export type FilterKey = (typeof filterKeys)[number];

/** What can be sorted by. */
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
  'type',
  'lifecycle',
] as const satisfies readonly (EntityOrderField & ColumnId)[];

/** A column, by which the table can be sorted. */
export type OrderField = (typeof orderFields)[number];

/** What the services can be grouped by. */
export const groupings = [
  'owner',
  'system',
  'domain',
] as const satisfies readonly GroupBy[];

/** What the services are grouped by. */
export type Grouping = (typeof groupings)[number];

/** Within how many days something can expire. */
export const duePeriods = [30, 60, 90] as const;

/** Which services are shown. */
export interface ServicesFilter {
  /** Without empty lists, which would match nothing. */
  filters: { [K in FilterKey]?: string[] };
  /** Only what the reader owns. */
  mine: boolean;
  /** Only services for which a check has one of these statuses. */
  check?: { id: string; status: CheckStatus[] };
  /** Lowest and highest score, 0–100. */
  minScore?: number;
  maxScore?: number;
  /** When a passing check expires at the latest: a date, or days from today. */
  dueBy?: string;
  /** A filter predicate as it was typed, YAML or JSON. */
  query: string;
}

/** What the table of services shows, and how. */
export interface ServicesQuery extends ServicesFilter {
  search: string;
  order: { field: OrderField; direction: 'asc' | 'desc' };
  /** Absent for a plain list. */
  groupBy?: Grouping;
  /** Keys of the groups that are open. */
  open: string[];
  /** Absent when the reader's own choice holds. */
  columns?: ColumnId[];
  /** Id of the view that it started from. */
  view?: string;
}

/** Changes some of what the table shows. */
export type UpdateQuery = (change: Partial<ServicesQuery>) => void;

/** All services. */
export const noFilter: ServicesFilter & { search: string } = {
  filters: {},
  mine: false,
  check: undefined,
  minScore: undefined,
  maxScore: undefined,
  dueBy: undefined,
  query: '',
  search: '',
};

/** The query when the address of the page says nothing. */
export const defaultQuery: ServicesQuery = {
  ...noFilter,
  order: { field: 'name', direction: 'asc' },
  open: [],
};

/** A check is open when it is one of these. */
export const openStatuses: CheckStatus[] = [...findingStatuses];

/** The filters with other values of one property. */
export function withValues(
  { filters }: ServicesFilter,
  key: FilterKey,
  values: string[],
): ServicesFilter['filters'] {
  const { [key]: _, ...others } = filters;
  return values.length > 0 ? { ...others, [key]: values } : others;
}

/** Number of filters that narrow the table, without search and query box. */
export function countFilters(filter: ServicesFilter): number {
  const { filters, mine, check, minScore, maxScore, dueBy } = filter;
  return (
    Object.keys(filters).length +
    (mine ? 1 : 0) +
    [check, minScore ?? maxScore, dueBy].filter(value => value !== undefined)
      .length
  );
}

/** Whether anything is left out. */
export function isNarrowed(query: ServicesQuery): boolean {
  return (
    query.search.trim() !== '' ||
    query.query.trim() !== '' ||
    countFilters(query) > 0
  );
}
