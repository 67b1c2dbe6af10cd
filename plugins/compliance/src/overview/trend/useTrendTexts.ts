import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LevelRule,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats, useLevelTitle } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { changeOf, isAssessed } from './history';

/** What the charts show, in words. */
export function useTrendTexts(levels: LevelRule[]) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, number } = useFormats();
  const levelTitle = useLevelTitle(levels);

  return {
    /** What became of the numbers. */
    changes(points: TrendPoint[]): string[] {
      const texts: string[] = [];
      const score = changeOf(points, point => point.averageScore);
      if (score) {
        texts.push(
          t(`overview.trend.score.${score.direction}`, {
            from: number(score.from),
            to: number(score.to),
            date: date(score.since),
          }),
        );
      }
      const findings = changeOf(points, point => point.openFindings);
      if (findings) {
        texts.push(
          t(`overview.trend.findings.${findings.direction}`, {
            from: number(findings.from),
            to: number(findings.to),
          }),
        );
      }
      const unclassified = changeOf(points, point => point.unclassified);
      if (unclassified) {
        texts.push(
          t(`overview.trend.unclassified.${unclassified.direction}`, {
            from: number(unclassified.from),
            to: number(unclassified.to),
          }),
        );
      }
      return texts;
    },

    /** The numbers of a day. */
    day(point: TrendPoint): string {
      if (!isAssessed(point)) {
        return t('overview.trend.day.notAssessed', { date: date(point.date) });
      }
      const {
        averageScore,
        total = 0,
        openFindings = 0,
        unclassified = 0,
      } = point;
      return t('overview.trend.day.assessed', {
        date: date(point.date),
        score:
          averageScore === undefined
            ? t('score.none')
            : t('overview.trend.day.score', { value: number(averageScore) }),
        services: t('overview.services', { count: total }),
        findings: t('findings.open', { count: openFindings }),
        unclassified: number(unclassified),
      });
    },

    /** The levels of a day. */
    levelsOfDay(point: TrendPoint, ids: string[]): string {
      if (!isAssessed(point)) {
        return t('overview.trend.day.notAssessed', { date: date(point.date) });
      }
      return t('overview.trend.day.levels', {
        date: date(point.date),
        levels: ids
          .map(id =>
            t('overview.trend.day.level', {
              level: levelTitle(id),
              value: number(point.levels?.[id] ?? 0),
            }),
          )
          .join(', '),
      });
    },
  };
}
