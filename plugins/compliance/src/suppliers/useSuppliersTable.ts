import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { SortDescriptor, useTable } from '@backstage/ui';
import { SupplierSummary } from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo, useRef } from 'react';
import { complianceApiRef } from '../api';
import { complianceTranslationRef } from '../translations';
import { OrderField, ShownSuppliers } from './suppliersQuery';

/** A supplier in the table, with its place in the whole list, from 1. */
export interface SupplierRow extends SupplierSummary {
  id: string;
  position: number;
}

const PAGE_SIZES = [25, 50, 100];

/** Pages of the suppliers that match the query, read from the backend. */
export function useSuppliersTable(
  query: ShownSuppliers,
  update: (change: Partial<ShownSuppliers>) => void,
) {
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
    [order],
  );

  return useTable<SupplierRow>({
    mode: 'cursor',
    search,
    sort,
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
      const { items, totalItems, pageInfo } = await api.querySuppliers(
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
}
