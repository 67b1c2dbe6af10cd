import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SortDescriptor, TableProps, useTable } from '@backstage/ui';
import { useMemo, useRef } from 'react';
import { complianceTranslationRef } from '../translations';
import { useFormats } from './useFormats';

/** How a list is searched and sorted. */
interface ListQuery<F extends string> {
  search: string;
  order: { field: F; direction: 'asc' | 'desc' };
}

/** Which page of a list is asked for. */
interface PageRequest<F extends string> {
  fullText?: string;
  order: ListQuery<F>['order'];
  limit: number;
  /** Absent for the first page. */
  cursor?: string;
}

/** A page as the backend answers it. */
interface Page<T> {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** An item with its place in the whole list. */
export type ListRow<T> = T & {
  id: string;
  /** From 1. */
  position: number;
};

const PAGE_SIZES = [25, 50, 100];

/**
 * The pages of a list that the backend searches, sorts and cuts by cursor, for
 * a table.
 *
 * @param options - `filter` is what else the pages depend on; another one means
 * another list
 */
export function useListTable<
  T extends { entityRef: string },
  F extends string,
  Filter,
>(options: {
  query: ListQuery<F>;
  update: (change: Partial<ListQuery<F>>) => void;
  filter?: Filter;
  load: (
    page: PageRequest<F>,
    options: { signal: AbortSignal },
  ) => Promise<Page<T>>;
}) {
  const { query, update, filter, load } = options;
  const { search, order } = query;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();

  // A page is only known by its cursor, so where it starts is remembered.
  const pageStarts = useRef(new Map<string, number>());

  const sort = useMemo(
    (): SortDescriptor => ({
      column: order.field,
      direction: order.direction === 'asc' ? 'ascending' : 'descending',
    }),
    [order.field, order.direction],
  );

  const { tableProps, reload } = useTable<ListRow<T>, Filter>({
    mode: 'cursor',
    search,
    sort,
    filter,
    onSearchChange: value => update({ search: value }),
    onSortChange: ({ column, direction }) =>
      update({
        order: {
          field: column as F,
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
      const { items, totalItems, pageInfo } = await load(
        {
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

  const { data } = tableProps;
  const pagination: TableProps<ListRow<T>>['pagination'] =
    tableProps.pagination.type === 'page'
      ? {
          ...tableProps.pagination,
          getLabel: ({ totalCount = 0 }) =>
            t('services.range', {
              from: number(data?.at(0)?.position ?? 0),
              to: number(data?.at(-1)?.position ?? 0),
              total: number(totalCount),
            }),
        }
      : tableProps.pagination;
  return { tableProps: { ...tableProps, pagination }, reload };
}
