import { ReactNode } from 'react';
import styles from './ScrollArea.module.css';

/** A table that is scrolled for itself, also with the keyboard. */
export function ScrollArea(props: { label: string; children: ReactNode }) {
  const { label, children } = props;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a focus nothing could be scrolled with the keyboard
    <div role="group" aria-label={label} tabIndex={0} className={styles.root}>
      {children}
    </div>
  );
}
