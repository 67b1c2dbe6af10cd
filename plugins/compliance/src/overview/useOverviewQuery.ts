import { useSearchParams } from 'react-router-dom';
import {
  OverviewQuery,
  readOverviewQuery,
  writeOverviewQuery,
} from './overviewQuery';

/** What the overview shows; kept in the address of the page. */
export function useOverviewQuery() {
  const [params, setParams] = useSearchParams();
  const query = readOverviewQuery(params);
  return {
    query,
    update(change: Partial<OverviewQuery>) {
      setParams(writeOverviewQuery({ ...query, ...change }, params), {
        replace: true,
      });
    },
  };
}
