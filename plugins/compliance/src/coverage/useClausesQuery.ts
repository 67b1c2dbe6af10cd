import { useAddressState } from '../components';
import { readClausesQuery, writeClausesQuery } from './clausesQuery';

/** What the Clauses tab shows; kept in the address of the page. */
export function useClausesQuery() {
  const { state: query, ...rest } = useAddressState({
    read: readClausesQuery,
    write: writeClausesQuery,
  });
  return { query, ...rest };
}
