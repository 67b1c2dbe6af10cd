import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LevelRule,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { useFormats, useLevelTitle } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { DailyChart } from '../components/DailyChart';
import { Swatch } from '../components/StackedBar';
import { bestFirst, toneOfLevel } from '../levels';
import { areaPath, axisEnd, linePath, stack } from './geometry';
import { isAssessed } from './history';
import styles from './TrendCharts.module.css';
import { useTrendTexts } from './useTrendTexts';

/** Average score and levels of each day, and the numbers of a chosen one. */
export function TrendCharts(props: {
  /** Not empty. */
  points: TrendPoint[];
  levels: LevelRule[];
}) {
  const { points, levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, number } = useFormats();
  const levelTitle = useLevelTitle(levels);
  const texts = useTrendTexts(levels);
  const [choice, setChoice] = useState<number>();

  const newest = points.map(isAssessed).lastIndexOf(true);
  const chosen = choice ?? newest;
  const point = points[chosen];
  const ids = bestFirst(levels);
  const totals = points.map(({ total = 0 }) => total);
  const highest = axisEnd(Math.max(...totals));
  const layers = stack(
    points.map(day => (isAssessed(day) ? day.levels ?? {} : undefined)),
    ids,
  );
  const common = {
    count: points.length,
    dayName: (day: number) => date(points[day].date),
    chosen,
    onChoose: setChoice,
  };
  const percent = (value: number) =>
    t('value.percent', { value: number(value) });

  return (
    <div className={styles.root}>
      <figure className={styles.chart}>
        <figcaption>
          <strong>{t('overview.trend.scoreChart')}</strong>
          <span className={styles.day}>{texts.day(point)}</span>
        </figcaption>
        <DailyChart
          {...common}
          label={t('overview.trend.chooseDay', {
            chart: t('overview.trend.scoreChart'),
          })}
          maximum={100}
          format={percent}
          chosenText={texts.day(point)}
        >
          <path
            className={styles.line}
            d={linePath(
              points.map(({ averageScore }) => averageScore),
              100,
            )}
          />
        </DailyChart>
      </figure>
      <figure className={styles.chart}>
        <figcaption>
          <strong>{t('overview.trend.levelsChart')}</strong>
          <ul className={styles.legend}>
            {ids.map(id => (
              <li key={id}>
                <Swatch tone={toneOfLevel(id, levels)} />
                {t('overview.trend.day.level', {
                  level: levelTitle(id),
                  value: isAssessed(point)
                    ? number(point.levels?.[id] ?? 0)
                    : '–',
                })}
              </li>
            ))}
          </ul>
        </figcaption>
        <DailyChart
          {...common}
          label={t('overview.trend.chooseDay', {
            chart: t('overview.trend.levelsChart'),
          })}
          maximum={highest}
          format={number}
          chosenText={texts.levelsOfDay(point, ids)}
        >
          {ids.map((id, index) => (
            <path
              key={id}
              className={styles.area}
              data-tone={toneOfLevel(id, levels)}
              d={areaPath(layers[index], highest)}
            />
          ))}
        </DailyChart>
      </figure>
    </div>
  );
}
