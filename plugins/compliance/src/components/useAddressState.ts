import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * A state that is as the address of the page says and is kept there, so that
 * it can be bookmarked and sent to others.
 *
 * @param options - `read` and `write` are each other's inverse; `write` keeps
 * what the parameters say beside it
 */
export function useAddressState<T extends object>(options: {
  read: (params: URLSearchParams) => T;
  write: (state: T, params: URLSearchParams) => URLSearchParams;
}) {
  const { read, write } = options;
  const [params, setParams] = useSearchParams();
  const [state, setState] = useState(() => read(params));

  // What is typed must not wait for the address, so there is a state too, which
  // follows when the address changes by other means, such as a link.
  const address = params.toString();
  const written = useRef(address);
  const [seen, setSeen] = useState(address);
  let current = state;
  if (address !== seen) {
    setSeen(address);
    if (address !== written.current) {
      current = read(params);
      setState(current);
    }
  }

  const wanted = write(current, params).toString();
  useEffect(() => {
    written.current = wanted;
    if (wanted !== address) {
      setParams(wanted, { replace: true });
    }
  }, [wanted, address, setParams]);

  return {
    state: current,
    update: useCallback(
      (change: Partial<T>) => setState(known => ({ ...known, ...change })),
      [],
    ),
    /** The address where the state is another one. */
    hrefOf: (change: Partial<T>) =>
      `?${write({ ...current, ...change }, params)}`,
  };
}
