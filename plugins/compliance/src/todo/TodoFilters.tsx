import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch } from '@backstage/ui';
import { TodoResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './TodoFilters.module.css';
import { TodoQuery } from './todoQuery';

const ANY = '';

/** Narrows the list to one owner, and widens it to completed services. */
export function TodoFilters(props: {
  query: TodoQuery;
  update: (change: Partial<TodoQuery>) => void;
  /** Absent while it is loaded. */
  todo?: TodoResponse;
}) {
  const { query, update, todo } = props;
  const { t } = useTranslationRef(complianceTranslationRef);

  // Of the reader's groups only those that own something are of use.
  const owners = new Set(todo?.progress.map(({ owner }) => owner));
  if (query.owner) {
    owners.add(query.owner);
  }
  return (
    <div className={styles.root}>
      <Select
        className={styles.owner}
        label={t('todo.services.owner')}
        options={[
          { id: ANY, label: t('todo.services.anyOwner') },
          ...[...owners].map(owner => ({
            id: owner,
            label: owner.startsWith('user:')
              ? t('todo.services.me')
              : entityTitle(owner),
          })),
        ]}
        value={query.owner ?? ANY}
        onChange={owner => update({ owner: owner ? String(owner) : undefined })}
      />
      <Switch
        label={t('todo.services.showsCompleted')}
        isSelected={query.showsCompleted}
        onChange={showsCompleted => update({ showsCompleted })}
      />
    </div>
  );
}
