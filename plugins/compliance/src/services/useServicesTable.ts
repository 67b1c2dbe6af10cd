import { useApi } from '@backstage/frontend-plugin-api';
import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../api';
import { useListTable } from '../components';
import { OrderField, ServicesQuery, UpdateQuery } from './servicesQuery';
import { Narrowing } from './useNarrowing';

/** An entity in the table. */
export interface ServiceRow extends EntitySummary {
  id: string;
}

/** Pages of the entities that match the query, read from the backend. */
export function useServicesTable(options: {
  query: ServicesQuery;
  update: UpdateQuery;
  narrowing: Narrowing;
}) {
  const { query, update, narrowing } = options;
  const api = useApi(complianceApiRef);
  return useListTable<EntitySummary, OrderField, Narrowing>({
    query,
    update,
    filter: narrowing,
    load: (page, request) =>
      api.queryEntities({ ...narrowing, ...page }, request),
  });
}
