import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says why there is nothing, and what to do instead. */
export function EmptyState(props: {
  title: string;
  description: string;
  action?: ReactNode;
}) {
  const { title, description, action } = props;
  return (
    <div className={styles.root} role="status">
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      <Text>{description}</Text>
      {action}
    </div>
  );
}
