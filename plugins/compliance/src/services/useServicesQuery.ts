import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readQuery, ServicesQuery, writeQuery } from './servicesQuery';

/**
 * The query of the table. It starts as the address of the page says and is
 * kept there, so that a view can be bookmarked and sent to others.
 */
export function useServicesQuery() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(() => readQuery(params));

  const written = writeQuery(query, params).toString();
  const isCurrent = written === params.toString();
  useEffect(() => {
    if (!isCurrent) {
      setParams(written, { replace: true });
    }
  }, [isCurrent, written, setParams]);

  return {
    query,
    update(change: Partial<ServicesQuery>) {
      setQuery(current => ({ ...current, ...change }));
    },
  };
}
