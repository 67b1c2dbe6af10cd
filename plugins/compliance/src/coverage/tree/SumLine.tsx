import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClauseCoverage,
  coveredPercent,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { sumOf } from '../clauseTree';
import styles from './SumLine.module.css';

/** What several clauses come to, in a few words. */
export function SumLine(props: { units: readonly ClauseCoverage[] }) {
  const { clauses, counts, organisation, documented } = sumOf(props.units);
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const percent = coveredPercent(counts);
  return (
    <span className={styles.root}>
      <span>{t('coverage.tree.clauses', { count: clauses })}</span>
      {percent !== undefined && (
        <span>{t('coverage.tree.covered', { percent: number(percent) })}</span>
      )}
      {organisation > 0 && (
        <span>
          {t('coverage.tree.documented', {
            documented: number(documented),
            total: number(organisation),
          })}
        </span>
      )}
    </span>
  );
}
