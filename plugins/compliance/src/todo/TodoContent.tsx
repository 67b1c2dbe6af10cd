import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { isErrorNamed, useVocabulary } from '../api';
import { EmptyState, ErrorAlert, Loading, useTabLink } from '../components';
import { complianceTranslationRef } from '../translations';
import { DueList } from './DueList';
import { TeamProgress } from './TeamProgress';
import styles from './TodoContent.module.css';
import { TodoServices } from './TodoServices';
import { useTodo } from './useTodo';
import { useTodoQuery } from './useTodoQuery';

/**
 * What the reader can do for their services: complete them one after the
 * other, renew what is due soon, and see how far their teams are.
 */
export function TodoContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <section aria-label={t('todo.title')} className={styles.root}>
      <TodoSections />
    </section>
  );
}

function TodoSections() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update, ownerHref } = useTodoQuery();
  const tabLink = useTabLink();
  const vocabulary = useVocabulary();
  const todo = useTodo();

  const isNobody =
    isErrorNamed(todo.error, 'NotAllowedError') ||
    todo.value?.ownerRefs.length === 0;
  if (isNobody || todo.value?.progress.length === 0) {
    return (
      <EmptyState
        title={t(
          isNobody ? 'todo.empty.noUserTitle' : 'todo.empty.nothingOwnedTitle',
        )}
        description={t(
          isNobody ? 'todo.empty.noUser' : 'todo.empty.nothingOwned',
        )}
        action={
          <ButtonLink variant="secondary" href={tabLink('services')}>
            {t('todo.empty.services')}
          </ButtonLink>
        }
      />
    );
  }

  const failed = [vocabulary, todo].filter(({ error }) => error);
  if (failed.length > 0 && !(vocabulary.value && todo.value)) {
    return (
      <ErrorAlert
        error={failed[0].error!}
        retry={() => failed.forEach(({ retry }) => retry())}
        isRetrying={failed.some(({ loading }) => loading)}
      />
    );
  }

  return (
    <div className={styles.columns}>
      <TodoServices
        key={`${query.owner} ${query.showsCompleted}`}
        query={query}
        update={update}
        todo={todo.value}
        vocabulary={vocabulary.value}
      />
      <div className={styles.aside}>
        {todo.error && <ErrorAlert error={todo.error} retry={todo.retry} />}
        {todo.value ? (
          <>
            <DueList due={todo.value.due} />
            <TeamProgress progress={todo.value.progress} hrefOf={ownerHref} />
          </>
        ) : (
          <Loading label={t('todo.loading')} rows={3} />
        )}
      </div>
    </div>
  );
}
