import { Fragment } from 'react';
import { EntityLink } from '../components';
import styles from './EntityPath.module.css';

/** A chain of entities, each of which needs the next one. */
export function EntityPath(props: { path: string[] }) {
  return (
    <span className={styles.root}>
      {props.path.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ' → '}
          <EntityLink entityRef={entityRef} />
        </Fragment>
      ))}
    </span>
  );
}
