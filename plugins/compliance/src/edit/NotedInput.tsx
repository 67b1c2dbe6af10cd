import { RiErrorWarningLine } from '@remixicon/react';
import { ReactNode, useId } from 'react';
import styles from './NotedInput.module.css';

/** An input, and what is to be said about what stands in it. */
export function NotedInput(props: {
  /** Why what is entered cannot be used. */
  error?: string;
  /** What is entered means. */
  meaning?: ReactNode;
  /** What else is to be known about the value. */
  hint?: ReactNode;
  /** Gets the id of the notes, which describe the input. */
  children: (notesId: string) => ReactNode;
}) {
  const { error, meaning, hint, children } = props;
  const notesId = useId();
  return (
    <div className={styles.root}>
      {children(notesId)}
      <div id={notesId} className={styles.notes}>
        {error !== undefined && (
          <p className={styles.error}>
            <RiErrorWarningLine aria-hidden size={16} />
            {error}
          </p>
        )}
        {meaning && <p>{meaning}</p>}
        {hint && <div>{hint}</div>}
      </div>
    </div>
  );
}
