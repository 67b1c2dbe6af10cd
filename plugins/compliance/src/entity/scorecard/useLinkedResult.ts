import { useEffect, useRef } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { useLocation } from 'react-router-dom';

const PREFIX = 'result-';

/** Id of the element that shows the result of a check. */
export function resultElementId(checkId: string): string {
  return `${PREFIX}${checkId}`;
}

/** The end of the address that leads to the result of a check. */
export function resultHash(checkId: string): string {
  return `#${resultElementId(checkId)}`;
}

/**
 * Goes to the result that the address names.
 *
 * @param show - has every result shown, as the filter may hide it
 */
export function useLinkedResult(show: () => void): void {
  const { hash, key } = useLocation();
  const showAll = useLatest(show);
  const wanted = useRef<string>();

  useEffect(() => {
    if (hash.startsWith(`#${PREFIX}`)) {
      wanted.current = hash.slice(1);
      showAll.current();
    }
  }, [hash, key, showAll]);

  // It may not be there before the filter is another one.
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    if (element) {
      element.querySelector('button')?.focus();
      wanted.current = undefined;
    }
  });
}
