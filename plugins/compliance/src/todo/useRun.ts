import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useState } from 'react';
import { advance, enterList, recordSaved, Run, Tally } from './run';
import { TodoServices } from './useTodoServices';

/** How a run through the list ended, when something was saved. */
export interface RunEnd extends Tally {
  /** Whether no service of the list misses anything any more. */
  isAllDone: boolean;
}

function endOf(tally: Tally, services: TodoServices): RunEnd {
  const { items = [], hasMore } = services;
  const incomplete = items.filter(({ missing = [] }) => missing.length > 0);
  return {
    ...tally,
    isAllDone: !hasMore && tally.services === incomplete.length,
  };
}

/**
 * Goes through the list, one service after the other, and loads more of it
 * when its end is reached. The list must stay as it is meanwhile.
 */
export function useRun(options: {
  services: TodoServices;
  /** Not called when nothing was saved. */
  onEnd: (end: RunEnd) => void;
}) {
  const { services, onEnd } = options;
  const [run, setRun] = useState<Run>();
  const [request, setRequest] = useState<'next' | 'stop'>();

  // Done once what was saved is noted, which may happen at the same moment.
  useEffect(() => {
    const { items = [], hasMore, loading, error, loadMore } = services;
    if (!run || !request || (request === 'next' && loading)) {
      return;
    }
    const next = request === 'next' ? advance(run, items) : undefined;
    if (request === 'next' && !next && hasMore && !error) {
      loadMore();
      return;
    }
    setRequest(undefined);
    setRun(next);
    if (!next && run.tally) {
      onEnd(endOf(run.tally, services));
    }
  }, [run, request, services, onEnd]);

  return {
    /** What to edit now, if anything; stays while more of the list is loaded. */
    step: run,
    start: (from: number) =>
      setRun(enterList({ services: services.items ?? [], from })),
    saved: (entity: EntityResponse) =>
      setRun(current => current && recordSaved(current, entity)),
    next: () => setRequest('next'),
    stop: () => setRequest('stop'),
  };
}
