import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { EmptyState, entityTitle } from '../components';
import { complianceTranslationRef } from '../translations';
import { TodoQuery } from './todoQuery';

/** Says that no service misses anything, at least none of the owner. */
export function NothingToDo(props: {
  query: TodoQuery;
  update: (change: Partial<TodoQuery>) => void;
}) {
  const { query, update } = props;
  const { owner, showsCompleted } = query;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (owner) {
    return (
      <EmptyState
        title={t('todo.empty.ownerTitle')}
        description={t(
          showsCompleted ? 'todo.empty.ownerNone' : 'todo.empty.ownerComplete',
          { owner: entityTitle(owner) },
        )}
        action={
          <Button
            variant="secondary"
            onPress={() => update({ owner: undefined })}
          >
            {t('todo.empty.showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('todo.empty.allCompleteTitle')}
      description={t('todo.empty.allComplete')}
    />
  );
}
