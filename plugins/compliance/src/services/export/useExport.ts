import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { complianceApiRef } from '../../api';
import { fileNameOf } from './fileName';

/** The kinds of files that services can be exported to. */
export type ExportFormat = 'csv' | 'json';

/** Has the browser save a file. */
function save(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads everything that matches a query. */
export function useExport() {
  const api = useApi(complianceApiRef);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const [saved, setSaved] = useState<string>();

  return {
    isPending,
    error,
    /** Name of the file that was saved last. */
    saved,
    dismiss: () => setError(undefined),
    async start(query: EntitiesQuery, format: ExportFormat) {
      setPending(true);
      setError(undefined);
      setSaved(undefined);
      try {
        const response = await api.exportServices({ ...query, format });
        const fileName =
          fileNameOf(response.headers.get('content-disposition')) ??
          `services.${format}`;
        save(await response.blob(), fileName);
        setSaved(fileName);
      } catch (failure) {
        setError(toError(failure));
      } finally {
        setPending(false);
      }
    },
  };
}
