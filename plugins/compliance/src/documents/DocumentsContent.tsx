import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isErrorNamed, useAllStandards } from '../api';
import { EmptyState, ErrorAlert, Loading } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './DocumentsContent.module.css';
import { Register } from './Register';
import { useDocuments } from './useDocuments';

/** The documents that are evidence for clauses of the organisation. */
export function DocumentsContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const register = useDocuments();
  const standards = useAllStandards();

  function content() {
    if (isErrorNamed(register.error, 'NotAllowedError')) {
      return (
        <EmptyState
          title={t('documents.notAllowedTitle')}
          description={t('documents.notAllowed')}
        />
      );
    }
    const failed = [register, standards].find(({ error }) => error);
    if (failed?.error) {
      return (
        <ErrorAlert
          error={failed.error}
          retry={failed.retry}
          isRetrying={failed.loading}
        />
      );
    }
    return register.value && standards.value ? (
      <Register register={register.value} standards={standards.value} />
    ) : (
      <Loading label={t('documents.loading')} rows={6} />
    );
  }

  return (
    <section aria-label={t('documents.title')} className={styles.root}>
      {content()}
      <p className={styles.disclaimer}>{t('documents.disclaimer')}</p>
    </section>
  );
}
