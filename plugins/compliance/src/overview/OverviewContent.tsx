import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useChecks, useStatus, useVocabulary } from '../api';
import {
  CatalogReadingAlert,
  DataAge,
  EmptyState,
  ErrorAlert,
  Loading,
} from '../components';
import { complianceTranslationRef } from '../translations';
import { ExpiringChecks } from './ExpiringChecks';
import { FailingChecks } from './FailingChecks';
import { KeyFigures } from './KeyFigures';
import { LevelDistribution } from './LevelDistribution';
import { MatrixSection } from './matrix/MatrixSection';
import styles from './OverviewContent.module.css';
import { TrendSection } from './trend/TrendSection';
import { useEstate } from './useEstate';
import { useOverviewQuery } from './useOverviewQuery';

/**
 * How everything that the reader may see stands, where it is worst and whether
 * it gets better.
 */
export function OverviewContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const status = useStatus();
  return (
    <section aria-label={t('overview.title')} className={styles.root}>
      <CatalogReadingAlert status={status.value} />
      {status.value && (
        <span className={styles.age}>
          <DataAge catalogReadAt={status.value.catalogReadAt} />
        </span>
      )}
      <OverviewSections />
    </section>
  );
}

function OverviewSections() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update } = useOverviewQuery();
  const vocabulary = useVocabulary();
  const checks = useChecks();
  const estate = useEstate(query.groupBy);

  const failed = [vocabulary, checks, estate].filter(({ error }) => error);
  if (!vocabulary.value || !checks.value || !estate.value) {
    return failed.length > 0 ? (
      <ErrorAlert
        error={failed[0].error!}
        retry={() => failed.forEach(({ retry }) => retry())}
        isRetrying={failed.some(({ loading }) => loading)}
      />
    ) : (
      <Loading label={t('overview.loading')} rows={8} />
    );
  }
  const { levels } = vocabulary.value;
  const { summary } = estate.value;
  if (summary.total === 0) {
    return (
      <EmptyState
        title={t('services.emptyTitle')}
        description={t('services.empty')}
      />
    );
  }
  return (
    <>
      <KeyFigures estate={estate.value} />
      <LevelDistribution summary={summary} levels={levels} />
      <TrendSection
        days={query.days}
        onDaysChange={days => update({ days })}
        levels={levels}
      />
      <MatrixSection
        answer={estate}
        checks={checks.value.items}
        query={query}
        update={update}
      />
      <div className={styles.columns}>
        <FailingChecks failing={summary.failing} />
        <ExpiringChecks expiring={summary.expiring} />
      </div>
      <p className={styles.disclaimer}>{t('score.disclaimer')}</p>
    </>
  );
}
