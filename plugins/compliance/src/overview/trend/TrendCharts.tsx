import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LevelRule,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo, useState } from 'react';
import { Bar, BarShapeProps, Line } from 'recharts';
import { Swatch, useFormats, useLevelTitle } from '../../components';
import tones from '../../components/tones.module.css';
import { complianceTranslationRef } from '../../translations';
import { bestFirst, toneOfLevel } from '../levels';
import { DailyChart } from './DailyChart';
import { isAssessed } from './history';
import styles from './TrendCharts.module.css';
import { useTrendTexts } from './useTrendTexts';

/** Between two parts; it tells them apart without their colours, in pixels. */
const GAP = 1;

/** The part of the services of a day that has a level. */
function DayPart({ x, y, width, height }: BarShapeProps) {
  return (
    <rect
      className={styles.part}
      x={x}
      y={y}
      // Widths are rounded down, which would leave hairlines between days.
      width={width + 1}
      height={Math.max(height - GAP, 0)}
    />
  );
}

/** Average score and levels of each day, and the numbers of a chosen one. */
export function TrendCharts(props: {
  /** Not empty. */
  points: TrendPoint[];
  levels: LevelRule[];
}) {
  const { points, levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const levelTitle = useLevelTitle(levels);
  const texts = useTrendTexts(levels);
  const [choice, setChoice] = useState<number>();

  const newest = points.map(isAssessed).lastIndexOf(true);
  const chosen = choice ?? newest;
  const point = points[chosen];
  const ids = useMemo(() => bestFirst(levels), [levels]);
  const common = { points, chosen, onChoose: setChoice };
  const percent = (value: number) =>
    t('value.percent', { value: number(value) });

  // They are many and stay the same whichever day is chosen.
  const bars = useMemo(
    () =>
      ids.map(id => (
        <Bar
          key={id}
          dataKey={(day: TrendPoint) =>
            isAssessed(day) ? day.levels?.[id] ?? 0 : undefined
          }
          stackId="levels"
          className={tones[toneOfLevel(id, levels)]}
          shape={DayPart}
          isAnimationActive={false}
        />
      )),
    [ids, levels],
  );

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
          <Line
            dataKey="averageScore"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            stroke="var(--bui-fg-announcement)"
            strokeWidth={2.5}
            // Round ends make a point of a day between days without a score.
            strokeLinecap="round"
            strokeLinejoin="round"
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
          format={number}
          chosenText={texts.levelsOfDay(point, ids)}
        >
          {bars}
        </DailyChart>
      </figure>
    </div>
  );
}
