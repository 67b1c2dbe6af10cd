import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { CheckResult } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import styles from './NotApplicableResults.module.css';

/** The checks that do not apply, with the reasons. */
export function NotApplicableResults(props: { results: CheckResult[] }) {
  const { results } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Accordion className={styles.root}>
      <AccordionTrigger level={3}>
        <span className={styles.title}>
          {t('scorecard.notApplicable', { count: results.length })}
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <ul className={styles.list}>
          {results.map(({ checkId, title, finding }) => (
            <li key={checkId}>
              <span>{title}</span>
              <span className={styles.finding}>{finding}</span>
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
}
