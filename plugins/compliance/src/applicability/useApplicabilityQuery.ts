import { useAddressState } from '../components';
import {
  readApplicabilityQuery,
  writeApplicabilityQuery,
} from './applicabilityQuery';

/** What the Applicability tab shows; kept in the address of the page. */
export function useApplicabilityQuery() {
  const { state: query, ...rest } = useAddressState({
    read: readApplicabilityQuery,
    write: writeApplicabilityQuery,
  });
  return { query, ...rest };
}
