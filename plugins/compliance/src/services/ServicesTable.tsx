import { ColumnConfig, Table } from '@backstage/ui';
import { useMemo } from 'react';
import { ErrorAlert } from '../components';
import { NoServices } from './NoServices';
import { SelectionBar } from './SelectionBar';
import { ServicesQuery, UpdateQuery } from './servicesQuery';
import styles from './ServicesTable.module.css';
import { Narrowing } from './useNarrowing';
import { useSelection } from './useSelection';
import { ServiceRow, useServicesTable } from './useServicesTable';

/** The entities that match the query, page by page. */
export function ServicesTable(props: {
  query: ServicesQuery;
  update: UpdateQuery;
  narrowing: Narrowing;
  columns: ColumnConfig<ServiceRow>[];
  /** Whether the columns have titles of levels to show. */
  isReady: boolean;
}) {
  const { query, update, narrowing, columns, isReady } = props;
  const { tableProps, reload } = useServicesTable({ query, update, narrowing });
  const asked = useMemo(
    () => ({ narrowing, search: query.search }),
    [narrowing, query.search],
  );
  const selection = useSelection(asked);

  if (tableProps.error) {
    return (
      <ErrorAlert
        error={tableProps.error}
        isRetrying={tableProps.isPending}
        retry={reload}
      />
    );
  }

  // Without the titles of the levels the rows would be shown twice.
  const data = isReady ? tableProps.data : undefined;

  return (
    <>
      <Table
        {...tableProps}
        data={data}
        isPending={tableProps.isPending || !isReady}
        columnConfig={columns}
        className={styles.table}
        selection={{
          mode: 'multiple',
          behavior: 'toggle',
          selected: new Set(Object.keys(selection.selected)),
          onSelectionChange: keys => selection.selectOf(data ?? [], keys),
        }}
        emptyState={<NoServices query={query} update={update} />}
      />
      <SelectionBar
        selected={selection.selected}
        onClear={selection.clear}
        onEdited={() => {
          selection.clear();
          reload();
        }}
      />
    </>
  );
}
