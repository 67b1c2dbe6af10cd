import { useApi } from '@backstage/frontend-plugin-api';
import {
  HistoryResponse,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { complianceApiRef } from '../api';

/** The changes of a profile, as far as they were asked for. */
export interface HistoryState {
  /** Newest first; stays while it is asked again. */
  revisions?: ProfileRevision[];
  error?: Error;
  loading: boolean;
  retry: () => void;
  /** Loads older ones; absent when there are none. */
  showMore?: () => void;
}

/** The history of an entity, from the start whenever it has a new version. */
export function useHistory(entityRef: string, version: string): HistoryState {
  const api = useApi(complianceApiRef);
  const newest = useAsyncRetry(
    () => api.getHistory({ entityRef }),
    [api, entityRef, version],
  );
  const [older, setOlder] = useState<{
    /** What the pages follow. */
    after?: HistoryResponse;
    pages: HistoryResponse[];
  }>({ pages: [] });

  const pages = newest.value
    ? [newest.value, ...(older.after === newest.value ? older.pages : [])]
    : undefined;
  const cursor = pages?.[pages.length - 1].pageInfo.nextCursor;

  const [more, loadMore] = useAsyncFn(async () => {
    const page = await api.getHistory({ entityRef, cursor });
    setOlder(({ after, pages: known }) => ({
      after: newest.value,
      pages: after === newest.value ? [...known, page] : [page],
    }));
  }, [api, entityRef, cursor, newest.value]);

  return {
    revisions: pages?.flatMap(({ items }) => items),
    error: newest.error ?? more.error,
    loading: newest.loading || more.loading,
    retry: newest.error ? newest.retry : loadMore,
    showMore: cursor ? loadMore : undefined,
  };
}
