import { useAddressState } from '../components';
import { readQuery, writeQuery } from './address';

/** The query of the table, as the address of the page says. */
export function useServicesQuery() {
  const { state: query, ...rest } = useAddressState({
    read: readQuery,
    write: writeQuery,
  });
  return { query, ...rest };
}
