import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  ApplicabilityResponse,
  compareStatements,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { EntityLink, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { ApplicabilityQuery } from './applicabilityQuery';
import styles from './StatementHead.module.css';
import { useVersion } from './useStatement';

/** Which version holds, and what the draft changes against it. */
export function StatementHead(props: {
  statement: ApplicabilityResponse;
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
  /** What can be done with the statement. */
  children: ReactNode;
}) {
  const { statement, hrefOf, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();
  const last = statement.versions.at(0);
  const version = useVersion(statement.standard, last?.number);
  const changes =
    version.value &&
    compareStatements(version.value.entries, statement.entries).length;

  return (
    <header className={styles.root}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          {last
            ? t('applicability.head.holds', { number: String(last.number) })
            : t('applicability.head.none')}
        </h2>
        {last ? (
          <p>
            {t('applicability.head.approved', {
              time: timestamp(last.approvedAt),
              user: <EntityLink entityRef={last.approvedBy} />,
            })}
          </p>
        ) : (
          <p>{t('applicability.head.noneHelp')}</p>
        )}
        {last?.note && (
          <p className={styles.note}>
            {t('applicability.head.note', { note: last.note })}
          </p>
        )}
        {last && changes === 0 && <p>{t('applicability.head.draftSame')}</p>}
        {last && changes !== undefined && changes > 0 && (
          <p>
            {t('applicability.head.draftChanges', { count: changes })}{' '}
            <Link
              href={hrefOf({
                version: undefined,
                compared: { from: last.number, to: 'draft' },
              })}
            >
              {t('applicability.head.showChanges')}
            </Link>
          </p>
        )}
        {!statement.mayUpdate && <p>{t('applicability.head.readOnly')}</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
