import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readQuery, writeQuery } from './address';
import { ServicesQuery } from './servicesQuery';

/**
 * The query of the table. It is as the address of the page says and is kept
 * there, so that it can be bookmarked and sent to others.
 */
export function useServicesQuery() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(() => readQuery(params));

  // What is typed must not wait for the address, so the query is a state too,
  // which follows when the address changes by other means, such as a link.
  const address = params.toString();
  const written = useRef(address);
  const [seen, setSeen] = useState(address);
  let current = query;
  if (address !== seen) {
    setSeen(address);
    if (address !== written.current) {
      current = readQuery(params);
      setQuery(current);
    }
  }

  const wanted = writeQuery(current, params).toString();
  useEffect(() => {
    written.current = wanted;
    if (wanted !== address) {
      setParams(wanted, { replace: true });
    }
  }, [wanted, address, setParams]);

  return {
    query: current,
    update: useCallback(
      (change: Partial<ServicesQuery>) =>
        setQuery(known => ({ ...known, ...change })),
      [],
    ),
    /** Where the table shows something else. */
    hrefOf: (change: Partial<ServicesQuery>) =>
      `?${writeQuery({ ...current, ...change }, params)}`,
  };
}
