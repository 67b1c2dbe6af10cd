import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DependenciesResponse,
  findLevel,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './DependencyChains.module.css';
import { EntityPath } from './EntityPath';

/** The chains that explain the supplier risk, and what recovers too late. */
export function DependencyChains(props: {
  answer: DependenciesResponse;
  vocabulary: VocabularyResponse;
}) {
  const { answer, vocabulary } = props;
  const { supplierRisk, recovery, dependencies } = answer;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { duration } = useFormats();
  const own = dependencies.rto;

  return (
    <dl className={styles.root}>
      <dt>{t('estate.dependencies.risk')}</dt>
      <dd>
        {supplierRisk
          ? t('estate.dependencies.riskChain', {
              risk:
                findLevel(vocabulary, 'risk', supplierRisk.risk)?.title ??
                supplierRisk.risk,
              path: <EntityPath path={supplierRisk.path} />,
            })
          : t('estate.dependencies.riskNone')}
      </dd>
      <dt>{t('estate.dependencies.recovery')}</dt>
      {own === undefined && <dd>{t('estate.dependencies.recoveryUnknown')}</dd>}
      {own !== undefined && recovery.length === 0 && (
        <dd>{t('estate.dependencies.recoveryNone')}</dd>
      )}
      {own !== undefined &&
        recovery.map(({ path, rto }) => (
          <dd key={path.join(' ')}>
            {t('estate.dependencies.recoveryChain', {
              path: <EntityPath path={path} />,
              rto: duration(rto),
              own: duration(own),
            })}
          </dd>
        ))}
    </dl>
  );
}
