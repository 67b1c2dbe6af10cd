import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntitiesResponse,
  EntitySummary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useMemo } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { complianceApiRef } from '../api';
import { todoEntities, TodoQuery } from './todoQuery';

const PAGE_SIZE = 25;

/** The services of the to-do list, as far as they were loaded. */
export interface TodoServices {
  /** Absent before the first page arrived. */
  items?: EntitySummary[];
  /** Number of services, loaded or not. */
  total: number;
  hasMore: boolean;
  loading: boolean;
  error?: Error;
  /** Adds the next page; what is there stays. */
  loadMore: () => void;
  /** Begins with the first page again. */
  reload: () => void;
}

/** Reads the services of the to-do list from the backend, page by page. */
export function useTodoServices(query: TodoQuery): TodoServices {
  const api = useApi(complianceApiRef);
  const { owner, showsCompleted } = query;

  const [state, load] = useAsyncFn(
    async (
      known: EntitiesResponse[],
    ): Promise<{ pages?: EntitiesResponse[]; error?: Error }> => {
      try {
        const page = await api.queryEntities({
          ...todoEntities({ owner, showsCompleted }),
          limit: PAGE_SIZE,
          cursor: known.at(-1)?.pageInfo.nextCursor,
        });
        return { pages: [...known, page] };
      } catch (error) {
        return {
          pages: known.length > 0 ? known : undefined,
          error: toError(error),
        };
      }
    },
    [api, owner, showsCompleted],
  );
  useEffect(() => {
    load([]);
  }, [load]);

  const { pages, error } = state.value ?? {};
  const items = useMemo(() => pages?.flatMap(page => page.items), [pages]);
  return {
    items,
    // As it was at first; later pages do not count what was completed since.
    total: pages?.[0]?.totalItems ?? 0,
    hasMore: pages?.at(-1)?.pageInfo.nextCursor !== undefined,
    loading: state.loading || !state.value,
    error,
    loadMore: () => load(pages ?? []),
    reload: () => load([]),
  };
}
