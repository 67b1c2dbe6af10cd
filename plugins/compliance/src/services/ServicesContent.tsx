import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { useId, useState } from 'react';
import { useStatus, useVocabulary } from '../api';
import { CatalogReadingAlert, DataAge, ErrorAlert } from '../components';
import { complianceTranslationRef } from '../translations';
import { ColumnsMenu, useChosenColumns, useColumns } from './columns';
import { ExportMenu, ExportStatus, useExport } from './export';
import { ActiveFilters, ServicesFilters } from './filters';
import { ServiceGroups } from './groups';
import { QueryBox, useQueryFields } from './query';
import styles from './ServicesContent.module.css';
import { ServicesTable } from './ServicesTable';
import { ServicesToolbar } from './ServicesToolbar';
import { useNarrowing } from './useNarrowing';
import { useServicesQuery } from './useServicesQuery';

/** A part of the page that is shown or not. */
function usePanel(isOpenAtFirst: boolean) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return { id: useId(), isOpen, toggle: () => setOpen(!isOpen) };
}

/**
 * The working table of all services that the reader may see.
 *
 * @public
 */
export function ServicesContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update, hrefOf } = useServicesQuery();
  const vocabulary = useVocabulary();
  const status = useStatus();
  const { fields, ...fieldsState } = useQueryFields();
  const { narrowing, isWrong } = useNarrowing(query, fields);
  const chosen = useChosenColumns(query, update);
  const columns = useColumns(vocabulary.value, chosen.columns);
  const download = useExport();
  const filters = usePanel(false);
  const queryBox = usePanel(query.query !== '');
  const error =
    vocabulary.error ?? (query.query ? fieldsState.error : undefined);

  function content() {
    if (error) {
      return (
        <ErrorAlert
          error={error}
          isRetrying={vocabulary.loading}
          retry={fieldsState.retry}
        />
      );
    }
    if (isWrong) {
      return (
        <Alert status="warning" icon title={t('services.query.notApplied')} />
      );
    }
    if (!narrowing) {
      return <Skeleton width="100%" height={240} />;
    }
    return query.groupBy ? (
      <ServiceGroups
        groupBy={query.groupBy}
        query={query}
        update={update}
        hrefOf={hrefOf}
        narrowing={narrowing}
        columns={columns}
      />
    ) : (
      <ServicesTable
        query={query}
        update={update}
        narrowing={narrowing}
        columns={columns}
        isReady={vocabulary.value !== undefined}
      />
    );
  }

  return (
    <section aria-label={t('services.title')} className={styles.root}>
      <CatalogReadingAlert status={status.value} />
      <ServicesToolbar
        query={query}
        update={update}
        filters={filters}
        queryBox={queryBox}
      >
        <ColumnsMenu columns={chosen.columns} choose={chosen.choose} />
        <ExportMenu
          isPending={download.isPending}
          isDisabled={!narrowing}
          onExport={format =>
            download.start(
              {
                ...narrowing,
                fullText: query.search.trim() || undefined,
                order: query.order,
              },
              format,
            )
          }
        />
        {status.value && (
          <span className={styles.age}>
            <DataAge catalogReadAt={status.value.catalogReadAt} />
          </span>
        )}
      </ServicesToolbar>
      <ExportStatus
        state={download}
        failedTitle={t('services.export.failed')}
      />
      <div id={filters.id} hidden={!filters.isOpen}>
        {filters.isOpen && vocabulary.value && (
          <ServicesFilters
            query={query}
            update={update}
            vocabulary={vocabulary.value}
          />
        )}
      </div>
      <div id={queryBox.id} hidden={!queryBox.isOpen}>
        {queryBox.isOpen && (
          <QueryBox
            applied={query.query}
            onApply={text => update({ query: text })}
            fields={fields}
          />
        )}
      </div>
      {vocabulary.value && (
        <ActiveFilters
          query={query}
          update={update}
          vocabulary={vocabulary.value}
        />
      )}
      {content()}
    </section>
  );
}
