import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiEditLine } from '@remixicon/react';
import {
  CheckResult,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ClauseList, CopyableCode, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './ResultDetails.module.css';

/** What was expected, what to do, which clauses it supports, since when. */
export function ResultDetails(props: {
  result: CheckResult;
  standards: Map<string, StandardResponse>;
  /** Where the finding is resolved in the portal. */
  fixLink?: string;
}) {
  const { result, standards, fixLink } = props;
  const {
    title,
    status,
    expected,
    remediation,
    clauses,
    since,
    dueOn,
    weight,
  } = result;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, number } = useFormats();

  return (
    <div className={styles.root}>
      <dl className={styles.details}>
        <dt>{t('scorecard.expected')}</dt>
        <dd>{expected}</dd>
        {status !== 'pass' && (
          <>
            <dt>{t('scorecard.toDo')}</dt>
            <dd>
              {remediation.text}
              {fixLink && (
                <div className={styles.fix}>
                  <ButtonLink
                    size="small"
                    variant="secondary"
                    aria-label={t('record.fixNamed', { title })}
                    iconStart={<RiEditLine aria-hidden />}
                    href={fixLink}
                  >
                    {t('record.fix')}
                  </ButtonLink>
                </div>
              )}
            </dd>
            {remediation.annotations && remediation.annotations.length > 0 && (
              <>
                <dt>{t('scorecard.annotations')}</dt>
                <dd>
                  <ul className={styles.annotations}>
                    {remediation.annotations.map(annotation => (
                      <li key={annotation}>
                        <CopyableCode text={annotation} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
          </>
        )}
        {clauses.length > 0 && (
          <>
            <dt>{t('scorecard.clauses')}</dt>
            <dd>
              <ClauseList clauses={clauses} standards={standards} />
            </dd>
          </>
        )}
      </dl>
      <ul className={styles.notes}>
        <li>
          {t('scorecard.since', {
            status: t(`status.${status}`),
            date: (
              <time dateTime={since} title={since}>
                {date(since)}
              </time>
            ),
          })}
        </li>
        {dueOn && (
          <li>
            {t(status === 'pass' ? 'scorecard.passUntil' : 'scorecard.dueOn', {
              date: date(dueOn),
            })}
          </li>
        )}
        <li>{t('scorecard.weight', { weight: number(weight) })}</li>
      </ul>
    </div>
  );
}
