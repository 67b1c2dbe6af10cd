import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

const SHOWN_MS = 2_000;

/** Copies texts, and tells for a moment that it did. */
export function useCopy() {
  const [{ error }, copyToClipboard] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  return {
    isCopied: copied && !error,
    copy(text: string) {
      copyToClipboard(text);
      setCopied(true);
    },
  };
}
