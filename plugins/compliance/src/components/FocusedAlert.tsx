import { Alert, AlertProps } from '@backstage/ui';
import { useEffect, useRef } from 'react';

/** Tells how something ended; gets the focus, as what had it is gone. */
export function FocusedAlert(props: AlertProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return <Alert ref={ref} tabIndex={-1} role="status" icon {...props} />;
}
