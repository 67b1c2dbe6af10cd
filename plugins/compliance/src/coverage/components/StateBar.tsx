import {
  CoverageState,
  coverageStates,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StateCounts } from '../clauseTree';
import styles from './StateBar.module.css';

/** The shares of the states. What it shows must be said in words beside it. */
export function StateBar(props: { counts: StateCounts }) {
  const { counts } = props;
  return (
    <div aria-hidden className={styles.root}>
      {coverageStates
        .filter(state => (counts[state] ?? 0) > 0)
        .map(state => (
          <span
            key={state}
            className={styles.segment}
            data-state={state}
            style={{ flexGrow: counts[state] }}
          />
        ))}
    </div>
  );
}

/** The look of a state beside its name. */
export function StateSwatch(props: { state: CoverageState }) {
  return (
    <span aria-hidden className={styles.swatch} data-state={props.state} />
  );
}
