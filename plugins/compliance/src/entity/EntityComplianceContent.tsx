import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { useEntityCompliance } from '../api';
import { ComplianceReport } from './ComplianceReport';
import styles from './EntityComplianceContent.module.css';
import { EntityUnavailable } from './EntityUnavailable';

/**
 * The compliance tab of an entity: profile, scorecard and findings.
 *
 * @public
 */
export function EntityComplianceContent() {
  const { entity } = useEntity();
  const answer = useEntityCompliance(entity);

  if (answer.value?.state !== 'known') {
    return (
      <EntityUnavailable
        answer={answer}
        skeleton={
          <div className={styles.skeleton}>
            <Skeleton height={120} />
            <div className={styles.columns}>
              <Skeleton height={480} />
              <Skeleton height={480} />
            </div>
          </div>
        }
      />
    );
  }
  const { compliance, vocabulary } = answer.value;
  return (
    <ComplianceReport
      key={stringifyEntityRef(entity)}
      compliance={compliance}
      vocabulary={vocabulary}
      reload={answer.retry}
      isReloading={answer.loading}
    />
  );
}
