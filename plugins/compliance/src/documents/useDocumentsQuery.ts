import { useAddressState } from '../components';
import { readQuery, writeQuery } from './documentsQuery';

/** What the Documents tab shows; kept in the address of the page. */
export function useDocumentsQuery() {
  const { state: query, ...rest } = useAddressState({
    read: readQuery,
    write: writeQuery,
  });
  return { query, ...rest };
}
