import {
  ClauseRef,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import styles from './ClauseList.module.css';

/** Clauses and controls, by standard, with number and title. */
export function ClauseList(props: {
  clauses: ClauseRef[];
  /** By id; of a standard that is missing only the numbers are shown. */
  standards: Map<string, StandardResponse>;
}) {
  const { clauses, standards } = props;
  const ids = [...new Set(clauses.map(({ standard }) => standard))];
  return (
    <ul className={styles.root}>
      {ids.map(id => {
        const standard = standards.get(id);
        return (
          <li key={id}>
            <span className={styles.standard}>{standard?.title ?? id}</span>
            <ul className={styles.clauses}>
              {clauses
                .filter(clause => clause.standard === id)
                .map(({ clause }) => (
                  <li key={clause}>
                    <span className={styles.number}>{clause}</span>{' '}
                    {
                      standard?.clauses.find(entry => entry.id === clause)
                        ?.title
                    }
                  </li>
                ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
