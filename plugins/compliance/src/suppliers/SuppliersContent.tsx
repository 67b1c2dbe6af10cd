import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useCallback } from 'react';
import { useStatus, useVocabulary } from '../api';
import { CatalogReadingAlert, DataAge } from '../components';
import { complianceTranslationRef } from '../translations';
import { DependentsDialog } from './DependentsDialog';
import styles from './SuppliersContent.module.css';
import { SuppliersTable } from './SuppliersTable';
import { useSuppliersQuery } from './useSuppliersQuery';

/** The table of all suppliers that the reader may see. */
export function SuppliersContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update } = useSuppliersQuery();
  const vocabulary = useVocabulary();
  const status = useStatus();
  const open = useCallback((opened: string) => update({ opened }), [update]);

  return (
    <section aria-label={t('estate.suppliers.title')} className={styles.root}>
      <CatalogReadingAlert status={status.value} />
      <div className={styles.toolbar}>
        <SearchField
          className={styles.search}
          aria-label={t('services.search')}
          placeholder={t('services.search')}
          size="small"
          value={query.search}
          onChange={search => update({ search })}
        />
        {status.value && (
          <span className={styles.age}>
            <DataAge catalogReadAt={status.value.catalogReadAt} />
          </span>
        )}
      </div>
      <SuppliersTable
        query={query}
        update={update}
        open={open}
        vocabulary={vocabulary}
      />
      {query.opened && (
        <DependentsDialog
          entityRef={query.opened}
          onClose={() => update({ opened: undefined })}
        />
      )}
    </section>
  );
}
