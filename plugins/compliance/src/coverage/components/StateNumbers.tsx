import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { coverageStates } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { StateCounts } from '../clauseTree';
import styles from './StateNumbers.module.css';
import { StateBar, StateSwatch } from './StateBar';

/** Numbers by state, as a bar and in words. */
export function StateNumbers(props: { label: string; counts: StateCounts }) {
  const { label, counts } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  return (
    <div className={styles.root}>
      <StateBar counts={counts} />
      <ul aria-label={label} className={styles.counts}>
        {coverageStates
          .filter(state => (counts[state] ?? 0) > 0)
          .map(state => (
            <li key={state}>
              <StateSwatch state={state} />
              {t('coverage.tree.count', {
                value: number(counts[state]!),
                state: t(`coverage.state.${state}`),
              })}
            </li>
          ))}
      </ul>
    </div>
  );
}
