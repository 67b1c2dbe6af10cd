import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  TodoResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { useRememberEntity } from '../api';
import { ErrorAlert, Loading, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { NothingToDo } from './NothingToDo';
import { RunDialog } from './RunDialog';
import { RunSummary } from './RunSummary';
import { Selection } from './Selection';
import sections from './section.module.css';
import { TodoFilters } from './TodoFilters';
import { TodoItem } from './TodoItem';
import { TodoQuery } from './todoQuery';
import styles from './TodoServices.module.css';
import { RunEnd, useRun } from './useRun';
import { useTodoServices } from './useTodoServices';

/**
 * The reader's services, the most profitable first, to be completed one after
 * the other or edited together. The list stays as it is while somebody works
 * through it and is read again afterwards.
 */
export function TodoServices(props: {
  query: TodoQuery;
  update: (change: Partial<TodoQuery>) => void;
  /** Absent while it is loaded. */
  todo?: TodoResponse;
  vocabulary?: VocabularyResponse;
}) {
  const { query, update, todo, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const headingId = useId();
  const services = useTodoServices(query);
  const { items, total, hasMore, loading, error, loadMore, reload } = services;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [end, setEnd] = useState<RunEnd>();
  const remember = useRememberEntity();
  const run = useRun({
    services,
    onEnd(reached) {
      setEnd(reached.services + reached.fields > 0 ? reached : undefined);
      setSelected(new Set());
      reload();
    },
  });

  function select(entityRef: string, isSelected: boolean) {
    const next = new Set(selected);
    if (isSelected) {
      next.add(entityRef);
    } else {
      next.delete(entityRef);
    }
    setSelected(next);
  }

  return (
    <section aria-labelledby={headingId} className={sections.root}>
      <header>
        <h2 id={headingId} className={sections.heading}>
          {t('todo.services.title')}
        </h2>
        <p className={sections.help}>{t('todo.services.help')}</p>
      </header>
      <TodoFilters query={query} update={update} todo={todo} />
      {end && <RunSummary end={end} />}
      {items?.length === 0 && <NothingToDo query={query} update={update} />}
      {items && items.length > 0 && vocabulary && (
        <>
          <Selection
            services={items}
            selected={selected}
            onSelect={setSelected}
            onEdited={() => {
              setSelected(new Set());
              reload();
            }}
          />
          <ol
            aria-labelledby={headingId}
            className={styles.list}
            aria-busy={loading}
          >
            {items.map((service, index) => (
              <TodoItem
                key={service.entityRef}
                service={service}
                vocabulary={vocabulary}
                isSelected={selected.has(service.entityRef)}
                onSelect={isSelected => select(service.entityRef, isSelected)}
                onComplete={() => {
                  setEnd(undefined);
                  run.start(index);
                }}
              />
            ))}
          </ol>
          <div className={styles.footer}>
            <span>
              {t('todo.services.shown', {
                shown: number(items.length),
                total: number(total),
              })}
            </span>
            {hasMore && !error && (
              <Button
                variant="secondary"
                isPending={loading}
                onPress={loadMore}
              >
                {t('todo.services.more')}
              </Button>
            )}
          </div>
        </>
      )}
      {error && (
        <ErrorAlert
          error={error}
          isRetrying={loading}
          retry={items ? loadMore : reload}
        />
      )}
      {!error && !(items && vocabulary) && (
        <Loading label={t('todo.services.loading')} rows={5} />
      )}
      {run.step && (
        <RunDialog
          step={run.step}
          total={total}
          onSaved={entity => {
            run.saved(entity);
            remember(entity);
          }}
          onNext={run.next}
          onClose={run.stop}
        />
      )}
    </section>
  );
}
