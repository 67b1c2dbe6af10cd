import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'print';

/**
 * Whether something is shown as it looks on paper, as the address of the page
 * says.
 *
 * @param what - different for each thing on a page
 */
export function usePrintView(what: string) {
  const [params, setParams] = useSearchParams();

  const set = (value: string | undefined) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        next.delete(PARAMETER);
        if (value !== undefined) {
          next.set(PARAMETER, value);
        }
        return next;
      },
      { replace: true },
    );

  return {
    isOpen: params.get(PARAMETER) === what,
    open: () => set(what),
    close: () => set(undefined),
  };
}
