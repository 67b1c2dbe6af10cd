import { useCallback, useEffect, useState } from 'react';
import { NoticeContent } from './Notice';

const SHOWN_MS = 10_000;

/** The last notice; it goes away by itself unless something went wrong. */
export function useNotice() {
  const [notice, setNotice] = useState<NoticeContent>();

  useEffect(() => {
    if (!notice || notice.status === 'danger') {
      return undefined;
    }
    const timer = setTimeout(() => setNotice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  return {
    notice,
    notify: setNotice,
    dismiss: useCallback(() => setNotice(undefined), []),
  };
}
