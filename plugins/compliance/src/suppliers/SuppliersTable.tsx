import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Table } from '@backstage/ui';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { AnswerState } from '../api';
import { EmptyState, ErrorAlert } from '../components';
import { complianceTranslationRef } from '../translations';
import { ShownSuppliers } from './suppliersQuery';
import styles from './SuppliersTable.module.css';
import { useColumns } from './useColumns';
import { useSuppliersTable } from './useSuppliersTable';

function NoSuppliers(props: { isSearched: boolean; clear: () => void }) {
  const { isSearched, clear } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (!isSearched) {
    return (
      <EmptyState
        title={t('estate.suppliers.emptyTitle')}
        description={t('estate.suppliers.empty')}
      />
    );
  }
  return (
    <EmptyState
      title={t('services.noMatchTitle')}
      description={t('estate.suppliers.noMatch')}
      action={
        <Button variant="secondary" onPress={clear}>
          {t('estate.suppliers.clear')}
        </Button>
      }
    />
  );
}

/** The suppliers that match the query, page by page. */
export function SuppliersTable(props: {
  query: ShownSuppliers;
  update: (change: Partial<ShownSuppliers>) => void;
  /** Shows the dependents of a supplier; must stay the same. */
  open: (entityRef: string) => void;
  vocabulary: AnswerState<VocabularyResponse>;
}) {
  const { query, update, open, vocabulary } = props;
  const { tableProps, reload } = useSuppliersTable(query, update);
  const columns = useColumns(vocabulary.value, open);

  const error = tableProps.error ?? vocabulary.error;
  if (error) {
    return (
      <ErrorAlert
        error={error}
        isRetrying={tableProps.isPending || vocabulary.loading}
        retry={() => {
          if (vocabulary.error) {
            vocabulary.retry();
          }
          if (tableProps.error) {
            reload();
          }
        }}
      />
    );
  }

  // Without the titles of the levels the rows would be shown twice.
  const data = vocabulary.value && tableProps.data;

  return (
    <Table
      {...tableProps}
      data={data}
      isPending={tableProps.isPending || !vocabulary.value}
      columnConfig={columns}
      className={styles.table}
      emptyState={
        <NoSuppliers
          isSearched={query.search.trim() !== ''}
          clear={() => update({ search: '' })}
        />
      }
    />
  );
}
