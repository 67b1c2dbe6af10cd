import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SortDescriptor, Table, useTable } from '@backstage/ui';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode, useMemo } from 'react';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { KnownStandard } from '../clauseGroups';
import { DocumentsQuery, OrderField } from '../documentsQuery';
import { sortDocuments } from '../register';
import { useColumns } from './useColumns';

const PAGE_SIZES = [25, 50, 100];

/** Documents page by page. */
export function DocumentsTable(props: {
  /** Those that match. */
  documents: RegisteredDocument[];
  standards: readonly KnownStandard[];
  order: DocumentsQuery['order'];
  update: (change: Partial<DocumentsQuery>) => void;
  /** Shows the details of a document; must stay the same. */
  open: (id: string) => void;
  emptyState: ReactNode;
}) {
  const { documents, standards, order, update, open, emptyState } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const columns = useColumns(standards, open);
  const sorted = useMemo(
    () => sortDocuments(documents, order),
    [documents, order],
  );
  const sort = useMemo(
    (): SortDescriptor => ({
      column: order.field,
      direction: order.direction === 'asc' ? 'ascending' : 'descending',
    }),
    [order],
  );
  const { tableProps } = useTable({
    mode: 'complete',
    data: sorted,
    // Other documents start with the first page.
    filter: documents,
    sort,
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
      getLabel: ({ offset = 0, pageSize, totalCount = 0 }) =>
        t('services.range', {
          from: number(Math.min(offset + 1, totalCount)),
          to: number(Math.min(offset + pageSize, totalCount)),
          total: number(totalCount),
        }),
    },
  });
  return (
    <Table {...tableProps} columnConfig={columns} emptyState={emptyState} />
  );
}
