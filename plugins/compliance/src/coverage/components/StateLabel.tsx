import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CoverageState } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { StateSwatch } from './StateBar';
import styles from './StateLabel.module.css';

/** A state in words, with its look. */
export function StateLabel(props: { state: CoverageState }) {
  const { state } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <span className={styles.root}>
      <StateSwatch state={state} />
      {t(`coverage.state.${state}`)}
    </span>
  );
}
