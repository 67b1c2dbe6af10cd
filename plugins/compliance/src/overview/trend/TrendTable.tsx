import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import {
  LevelRule,
  TrendPoint,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { ScrollArea, useFormats, useLevelTitle } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { bestFirst } from '../levels';
import { isAssessed } from './history';

interface TrendTableProps {
  points: TrendPoint[];
  levels: LevelRule[];
}

function Days(props: TrendTableProps) {
  const { points, levels } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, number } = useFormats();
  const levelTitle = useLevelTitle(levels);
  const ids = bestFirst(levels);
  return (
    <ScrollArea label={t('overview.trend.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('overview.trend.date')}</th>
            <th scope="col">{t('overview.trend.averageScore')}</th>
            <th scope="col">{t('overview.trend.total')}</th>
            <th scope="col">{t('overview.trend.openFindings')}</th>
            <th scope="col">{t('overview.trend.unclassifiedColumn')}</th>
            {ids.map(id => (
              <th key={id} scope="col">
                {levelTitle(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={point.date}>
              <th scope="row">{date(point.date)}</th>
              {isAssessed(point) ? (
                <>
                  <td>
                    {point.averageScore === undefined
                      ? t('score.none')
                      : t('value.percent', {
                          value: number(point.averageScore),
                        })}
                  </td>
                  <td>{number(point.total ?? 0)}</td>
                  <td>{number(point.openFindings ?? 0)}</td>
                  <td>{number(point.unclassified ?? 0)}</td>
                  {ids.map(id => (
                    <td key={id}>{number(point.levels?.[id] ?? 0)}</td>
                  ))}
                </>
              ) : (
                <td colSpan={4 + ids.length}>{t('overview.trend.noData')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** The numbers behind the charts, the newest first; on demand. */
export function TrendTable(props: TrendTableProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isExpanded, setExpanded] = useState(false);
  return (
    <Accordion isExpanded={isExpanded} onExpandedChange={setExpanded}>
      <AccordionTrigger level={3} title={t('overview.trend.table')} />
      <AccordionPanel>{isExpanded && <Days {...props} />}</AccordionPanel>
    </Accordion>
  );
}
