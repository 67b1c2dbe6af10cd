import { ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A part of the overview with a heading of its own. */
export function Section(props: {
  title: string;
  help?: string;
  /** What changes the section. */
  controls?: ReactNode;
  children: ReactNode;
}) {
  const { title, help, controls, children } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.root}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {help && <p className={styles.help}>{help}</p>}
        </div>
        {controls && <div className={styles.controls}>{controls}</div>}
      </header>
      {children}
    </section>
  );
}
