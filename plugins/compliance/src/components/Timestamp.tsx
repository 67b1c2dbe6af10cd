import { useEffect, useReducer } from 'react';
import { useFormats } from './useFormats';

const REFRESH_MS = 30_000;

/** A point in time as its distance from now, kept current. */
export function Timestamp(props: { value: string }) {
  const { value } = props;
  const { relative, timestamp } = useFormats();
  const [, refresh] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <time dateTime={value} title={timestamp(value)}>
      {relative(value)}
    </time>
  );
}
