import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readQuery, ShownSuppliers, writeQuery } from './suppliersQuery';

/**
 * What the table shows. It starts as the address of the page says and is kept
 * there, so that a view can be bookmarked and sent to others.
 */
export function useSuppliersQuery() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(() => readQuery(params));

  const written = writeQuery(query, params).toString();
  const isCurrent = written === params.toString();
  useEffect(() => {
    if (!isCurrent) {
      setParams(written, { replace: true });
    }
  }, [isCurrent, written, setParams]);

  const update = useCallback(
    (change: Partial<ShownSuppliers>) =>
      setQuery(current => ({ ...current, ...change })),
    [],
  );
  return { query, update };
}
