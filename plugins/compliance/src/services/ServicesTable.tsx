import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Table, TableProps, Text } from '@backstage/ui';
import { ErrorAlert, useFormats } from '../components';
import { AnswerState } from '../api';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { countFilters, ServicesQuery } from './servicesQuery';
import styles from './ServicesTable.module.css';
import { useColumns } from './useColumns';
import { ServiceRow, useServicesTable } from './useServicesTable';

function EmptyTable(props: { isNarrowed: boolean; clear: () => void }) {
  const { isNarrowed, clear } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.empty} role="status">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t(isNarrowed ? 'services.noMatchTitle' : 'services.emptyTitle')}
      </Text>
      <Text>{t(isNarrowed ? 'services.noMatch' : 'services.empty')}</Text>
      {isNarrowed && (
        <Button variant="secondary" onPress={clear}>
          {t('services.clear')}
        </Button>
      )}
    </div>
  );
}

/** The entities that match the query, page by page. */
export function ServicesTable(props: {
  query: ServicesQuery;
  update: (change: Partial<ServicesQuery>) => void;
  vocabulary: AnswerState<VocabularyResponse>;
}) {
  const { query, update, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const { tableProps, reload } = useServicesTable(query, update);
  const columns = useColumns(vocabulary.value);

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
  const pagination: TableProps<ServiceRow>['pagination'] =
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

  return (
    <Table
      {...tableProps}
      data={data}
      isPending={tableProps.isPending || !vocabulary.value}
      pagination={pagination}
      columnConfig={columns}
      className={styles.table}
      emptyState={
        <EmptyTable
          isNarrowed={query.search.trim() !== '' || countFilters(query) > 0}
          clear={() => update({ search: '', filters: {}, finding: undefined })}
        />
      }
    />
  );
}
