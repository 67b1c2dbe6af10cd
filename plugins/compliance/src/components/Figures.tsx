import { Link } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './Figures.module.css';

/** A few numbers that say how something stands. */
export function Figures(props: { label: string; children: ReactNode }) {
  const { label, children } = props;
  return (
    <ul aria-label={label} className={styles.root}>
      {children}
    </ul>
  );
}

/** A number, with the way to what it counts. */
export function Figure(props: {
  title: string;
  value: string;
  detail?: string;
  href: string;
}) {
  const { title, value, detail, href } = props;
  return (
    <li className={styles.figure}>
      <Link href={href} className={styles.link}>
        <span className={styles.title}>{title}</span>{' '}
        <strong className={styles.value}>{value}</strong>
        {detail && <span className={styles.title}> {detail}</span>}
      </Link>
    </li>
  );
}
