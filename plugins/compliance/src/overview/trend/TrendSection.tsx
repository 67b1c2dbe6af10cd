import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  LevelRule,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { lazy, Suspense } from 'react';
import { ErrorAlert, Loading, Section, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { Period, periods } from '../overviewQuery';
import { useTrends } from '../useEstate';
import { isAssessed, sinceFirst } from './history';
import styles from './TrendSection.module.css';
import { TrendTable } from './TrendTable';
import { useTrendTexts } from './useTrendTexts';

// The library for charts is loaded when there is something to draw.
const TrendCharts = lazy(() =>
  import('./TrendCharts').then(charts => ({ default: charts.TrendCharts })),
);

function Trend(props: { points: TrendPoint[]; levels: LevelRule[] }) {
  const { levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  const texts = useTrendTexts(levels);

  const points = sinceFirst(props.points);
  if (points.filter(isAssessed).length < 2) {
    return (
      <p className={styles.text}>
        {points.length > 0
          ? t('overview.trend.begins', { date: date(points[0].date) })
          : t('overview.trend.none')}
      </p>
    );
  }
  return (
    <>
      <p className={styles.text}>{texts.changes(points).join(' ')}</p>
      <Suspense
        fallback={<Loading label={t('overview.trend.loading')} rows={4} />}
      >
        <TrendCharts points={points} levels={levels} />
      </Suspense>
      <TrendTable points={points} levels={levels} />
    </>
  );
}

/** How score and levels changed over the last days. */
export function TrendSection(props: {
  days: Period;
  onDaysChange: (days: Period) => void;
  levels: LevelRule[];
}) {
  const { days, onDaysChange, levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const trends = useTrends(days);
  return (
    <Section
      title={t('overview.trend.title')}
      controls={
        <Select
          label={t('overview.trend.days')}
          options={periods.map(period => ({
            id: String(period),
            label: t('overview.trend.lastDays', { days: number(period) }),
          }))}
          value={String(days)}
          onChange={value => onDaysChange(Number(value) as Period)}
        />
      }
    >
      {trends.value && (
        <Trend key={days} points={trends.value.points} levels={levels} />
      )}
      {trends.error && (
        <ErrorAlert
          error={trends.error}
          retry={trends.retry}
          isRetrying={trends.loading}
        />
      )}
      {!trends.value && !trends.error && (
        <Loading label={t('overview.trend.loading')} rows={4} />
      )}
    </Section>
  );
}
