import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAllStandards, useStatus } from '../api';
import {
  CatalogReadingAlert,
  DataAge,
  EmptyState,
  ErrorAlert,
  Loading,
} from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './ClausesContent.module.css';
import { Clauses } from './Clauses';

/** How the clauses of the standards stand over the services. */
export function ClausesContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const status = useStatus();
  const standards = useAllStandards();

  function content() {
    if (!standards.value) {
      return standards.error ? (
        <ErrorAlert
          error={standards.error}
          retry={standards.retry}
          isRetrying={standards.loading}
        />
      ) : (
        <Loading label={t('coverage.loading')} rows={8} />
      );
    }
    return standards.value.length === 0 ? (
      <EmptyState
        title={t('coverage.empty.title')}
        description={t('coverage.empty.description')}
      />
    ) : (
      <Clauses standards={standards.value} />
    );
  }

  return (
    <section aria-label={t('coverage.title')} className={styles.root}>
      <CatalogReadingAlert status={status.value} />
      {status.value && (
        <span className={styles.age}>
          <DataAge catalogReadAt={status.value.catalogReadAt} />
        </span>
      )}
      {content()}
      <p className={styles.disclaimer}>{t('coverage.disclaimer')}</p>
    </section>
  );
}
