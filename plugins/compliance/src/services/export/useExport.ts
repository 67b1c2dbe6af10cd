import { useApi } from '@backstage/frontend-plugin-api';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../../api';
import { useDownload } from './useDownload';

/** The kinds of files that services can be exported to. */
export type ExportFormat = 'csv' | 'json';

/** Downloads everything that matches a query. */
export function useExport() {
  const api = useApi(complianceApiRef);
  const { start, ...state } = useDownload();
  return {
    ...state,
    start: (query: EntitiesQuery, format: ExportFormat) =>
      start(
        () => api.exportServices({ ...query, format }),
        `services.${format}`,
      ),
  };
}
