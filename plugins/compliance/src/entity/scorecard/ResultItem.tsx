import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { RiCalendarLine } from '@remixicon/react';
import {
  CheckResult,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StatusLabel, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { ResultDetails } from './ResultDetails';
import styles from './ResultItem.module.css';

/** A result that opens to say what was expected and what to do. */
export function ResultItem(props: {
  result: CheckResult;
  standards: Map<string, StandardResponse>;
  fixLink?: string;
}) {
  const { result, standards, fixLink } = props;
  const { status, title, finding, upcoming, enforcedFrom } = result;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();

  return (
    <Accordion className={styles.root} defaultExpanded={status === 'fail'}>
      <AccordionTrigger level={4}>
        <span className={styles.trigger}>
          <span className={styles.status}>
            <StatusLabel status={status} />
          </span>
          <span className={styles.text}>
            <span className={styles.title}>{title}</span>
            <span className={styles.finding}>{finding}</span>
          </span>
          {upcoming && enforcedFrom && (
            <span className={styles.upcoming}>
              <RiCalendarLine aria-hidden size={14} />
              {t('scorecard.upcoming', { date: date(enforcedFrom) })}
            </span>
          )}
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <ResultDetails
          result={result}
          standards={standards}
          fixLink={fixLink}
        />
      </AccordionPanel>
    </Accordion>
  );
}
