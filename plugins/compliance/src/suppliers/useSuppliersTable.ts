import { useApi } from '@backstage/frontend-plugin-api';
import { SupplierSummary } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../api';
import { ListRow, useListTable } from '../components';
import { OrderField, ShownSuppliers } from './suppliersQuery';

/** A supplier in the table. */
export type SupplierRow = ListRow<SupplierSummary>;

/** Pages of the suppliers that match the query, read from the backend. */
export function useSuppliersTable(
  query: ShownSuppliers,
  update: (change: Partial<ShownSuppliers>) => void,
) {
  const api = useApi(complianceApiRef);
  return useListTable<SupplierSummary, OrderField, never>({
    query,
    update,
    load: (page, request) => api.querySuppliers(page, request),
  });
}
