import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { isErrorNamed } from '../api';
import { ErrorAlert, Loading, titleOf, useTabLink } from '../components';
import { useScorecardLink } from '../entity';
import { complianceTranslationRef } from '../translations';
import styles from './ComplianceTodoCard.module.css';
import { Gain } from './Gain';
import { useTodo, useTopServices } from './useTodo';

function TodoSummary() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const scorecardLink = useScorecardLink();
  const todo = useTodo();
  const top = useTopServices();

  if (isErrorNamed(todo.error, 'NotAllowedError')) {
    return <p>{t('todo.empty.noUserTitle')}</p>;
  }
  const failed = [todo, top].filter(({ error }) => error);
  if (failed.length > 0) {
    return (
      <ErrorAlert
        error={failed[0].error!}
        retry={() => failed.forEach(({ retry }) => retry())}
        isRetrying={failed.some(({ loading }) => loading)}
      />
    );
  }
  if (!todo.value || !top.value) {
    return <Loading label={t('todo.loading')} rows={3} />;
  }
  const { ownerRefs, progress, due } = todo.value;
  if (ownerRefs.length === 0 || progress.length === 0) {
    return (
      <p>
        {t(
          ownerRefs.length === 0
            ? 'todo.empty.noUserTitle'
            : 'todo.empty.nothingOwnedTitle',
        )}
      </p>
    );
  }
  const { items, totalItems } = top.value;
  return (
    <>
      <p>
        {totalItems > 0
          ? t('todo.card.incomplete', { count: totalItems })
          : t('todo.empty.allCompleteTitle')}
      </p>
      <ol className={styles.services}>
        {items.map(service => (
          <li key={service.entityRef}>
            <Link href={scorecardLink(service.entityRef)}>
              {titleOf(service)}
            </Link>
            <Gain service={service} />
          </li>
        ))}
      </ol>
      <p>
        {due.length > 0
          ? t('todo.card.due', { count: due.length })
          : t('todo.card.dueNone')}
      </p>
    </>
  );
}

/**
 * The most profitable things to do for the reader's services, for the home
 * page of the portal, which draws the card around it.
 */
export function ComplianceTodoCard() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const tabLink = useTabLink();
  return (
    <div className={styles.root}>
      <TodoSummary />
      <ButtonLink
        className={styles.open}
        variant="tertiary"
        href={tabLink('todo')}
        iconEnd={<RiArrowRightLine aria-hidden />}
      >
        {t('todo.card.open')}
      </ButtonLink>
    </div>
  );
}
