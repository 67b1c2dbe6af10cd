import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** Where a tab of the compliance page is. */
export function useTabLink(): (
  tab: 'services' | 'clauses' | 'documents' | 'todo',
) => string {
  const pagePath = useRouteRef(rootRouteRef);
  return tab => `${pagePath().replace(/\/$/, '')}/${tab}`;
}
