import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './Loading.module.css';

/** Stands for rows that are on their way. */
export function Loading(props: { label: string; rows: number }) {
  const { label, rows } = props;
  return (
    <div aria-busy className={styles.root}>
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={48} />
      ))}
    </div>
  );
}
