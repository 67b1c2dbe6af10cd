import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { SortDescriptor, useTable } from '@backstage/ui';
import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo, useRef } from 'react';
import { complianceApiRef } from '../api';
import { complianceTranslationRef } from '../translations';
import { OrderField, ServicesQuery, UpdateQuery } from './servicesQuery';
import { Narrowing } from './useNarrowing';

/** An entity in the table. */
export interface ServiceRow extends EntitySummary {
  id: string;
}

/** The same with its place in the whole list. */
interface PagedRow extends ServiceRow {
  /** From 1. */
  position: number;
}

const PAGE_SIZES = [25, 50, 100];

/** Pages of the entities that match the query, read from the backend. */
export function useServicesTable(options: {
  query: ServicesQuery;
  update: UpdateQuery;
  narrowing: Narrowing;
}) {
  const { query, update, narrowing } = options;
  const api = useApi(complianceApiRef);
  const { t } = useTranslationRef(complianceTranslationRef);
  const { search, order } = query;

  // A page is only known by its cursor, so where it starts is remembered.
  const pageStarts = useRef(new Map<string, number>());

  const sort = useMemo(
    (): SortDescriptor => ({
      column: order.field,
      direction: order.direction === 'asc' ? 'ascending' : 'descending',
    }),
    [order.field, order.direction],
  );

  return useTable<PagedRow, Narrowing>({
    mode: 'cursor',
    search,
    sort,
    filter: narrowing,
    onSearchChange: value => update({ search: value }),
    onSortChange: ({ column, direction }) =>
      update({
        order: {
          field: column as OrderField,
          direction: direction === 'ascending' ? 'asc' : 'desc',
        },
      }),
    paginationOptions: {
      pageSize: PAGE_SIZES[0],
      pageSizeOptions: PAGE_SIZES.map(value => ({
        value,
        label: t('services.pageSize', { size: String(value) }),
      })),
    },
    async getData({ cursor, pageSize, signal }) {
      const { items, totalItems, pageInfo } = await api.queryEntities(
        {
          ...narrowing,
          fullText: search.trim() || undefined,
          order,
          limit: pageSize,
          cursor,
        },
        { signal },
      );
      const start = cursor ? pageStarts.current.get(cursor) ?? 0 : 0;
      if (pageInfo.nextCursor) {
        pageStarts.current.set(pageInfo.nextCursor, start + items.length);
      }
      return {
        data: items.map((item, index) => ({
          ...item,
          id: item.entityRef,
          position: start + index + 1,
        })),
        nextCursor: pageInfo.nextCursor,
        totalCount: totalItems,
      };
    },
  });
}
