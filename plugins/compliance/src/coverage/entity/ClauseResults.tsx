import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  CheckResult,
  ServiceClauseCoverage,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StatusLabel } from '../../components';
import { resultHash } from '../../entity/scorecard/useLinkedResult';
import { complianceTranslationRef } from '../../translations';
import styles from './JudgedClauses.module.css';

/** What the checks behind a clause say, each with the way to its result. */
export function ClauseResults(props: {
  results: ServiceClauseCoverage['results'];
  scorecard: readonly Pick<CheckResult, 'checkId' | 'title'>[];
}) {
  const { results, scorecard } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (results.length === 0) {
    return <></>;
  }
  return (
    <ul aria-label={t('coverage.detail.checks')}>
      {results.map(({ checkId, status, upcoming }) => {
        const title =
          scorecard.find(result => result.checkId === checkId)?.title ??
          checkId;
        return (
          <li key={checkId} className={styles.result}>
            <StatusLabel status={status} />
            {status === 'not-applicable' ? (
              <span>{title}</span>
            ) : (
              <Link href={resultHash(checkId)}>{title}</Link>
            )}
            {upcoming && (
              <span className={styles.muted}>
                {t('coverage.entity.upcoming')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
