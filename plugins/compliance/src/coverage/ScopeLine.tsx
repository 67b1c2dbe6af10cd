import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './ScopeLine.module.css';

/** Which services the coverage of a standard is about, and what it comes to. */
export function ScopeLine(props: {
  standard: StandardResponse;
  coverage: CoverageResponse;
}) {
  const { standard, coverage } = props;
  const { services, outOfScope, coveredPercent } = coverage;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  return (
    <p className={styles.root}>
      <span className={styles.title}>{standard.title}</span>
      <span>
        {t('coverage.scope.in', {
          count: services,
          system: t(`coverage.scope.${standard.managementSystem}`),
        })}
      </span>
      <span className={styles.muted} title={t('coverage.scope.outHelp')}>
        {t('coverage.scope.out', { value: number(outOfScope) })}
      </span>
      <span>
        {coveredPercent === undefined
          ? t('coverage.scope.noPercent')
          : t('coverage.scope.percent', { percent: number(coveredPercent) })}
      </span>
    </p>
  );
}
