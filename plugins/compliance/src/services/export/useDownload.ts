import { toError } from '@backstage/errors';
import { useState } from 'react';
import { fileNameOf } from './fileName';

/** Has the browser save a file. */
function save(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves what the backend answers as a file. */
export function useDownload() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const [saved, setSaved] = useState<string>();

  return {
    isPending,
    error,
    /** Name of the file that was saved last. */
    saved,
    dismiss: () => setError(undefined),
    /**
     * @param load - asks for the file
     * @param defaultName - what it is called unless the answer says
     */
    async start(load: () => Promise<Response>, defaultName: string) {
      setPending(true);
      setError(undefined);
      setSaved(undefined);
      try {
        const response = await load();
        const fileName =
          fileNameOf(response.headers.get('content-disposition')) ??
          defaultName;
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
