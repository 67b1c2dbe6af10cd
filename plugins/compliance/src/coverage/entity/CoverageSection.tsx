import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useMemo } from 'react';
import { useAllStandards } from '../../api';
import { ErrorAlert, Loading } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { Legend } from '../components/Legend';
import styles from './CoverageSection.module.css';
import { StandardCoverage } from './StandardCoverage';
import { useEntityCoverage } from './useEntityCoverage';

interface CoverageProps {
  compliance: Pick<EntityResponse, 'entityRef' | 'version' | 'scorecard'>;
}

function Coverage(props: CoverageProps) {
  const { entityRef, version, scorecard } = props.compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value, error, loading, retry } = useEntityCoverage(
    entityRef,
    version,
  );
  const { value: known } = useAllStandards();
  const standards = useMemo(
    () => new Map(known?.map(standard => [standard.id, standard])),
    [known],
  );

  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (!value) {
    return <Loading label={t('coverage.entity.loading')} rows={2} />;
  }
  if (value.standards.length === 0) {
    return <p>{t('coverage.entity.none')}</p>;
  }
  return (
    <>
      {value.standards.map(coverage => (
        <StandardCoverage
          key={coverage.standard}
          coverage={coverage}
          standards={standards}
          scorecard={scorecard.results}
        />
      ))}
      <p className={styles.disclaimer}>{t('coverage.disclaimer')}</p>
    </>
  );
}

/** How a service covers the clauses of the standards; loaded on its own. */
export function CoverageSection(props: CoverageProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Card>
        <CardHeader>
          <div className={styles.header}>
            <Text id={headingId} as="h2" variant="title-x-small" weight="bold">
              {t('coverage.entity.title')}
            </Text>
            <Legend />
          </div>
        </CardHeader>
        <CardBody>
          <div className={styles.standards}>
            <Coverage {...props} />
          </div>
        </CardBody>
      </Card>
    </section>
  );
}
