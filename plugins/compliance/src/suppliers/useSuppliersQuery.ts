import { useAddressState } from '../components';
import { readQuery, writeQuery } from './suppliersQuery';

/** What the table shows, as the address of the page says. */
export function useSuppliersQuery() {
  const { state: query, update } = useAddressState({
    read: readQuery,
    write: writeQuery,
  });
  return { query, update };
}
