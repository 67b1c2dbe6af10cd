import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** As long as the table waits for the end of a word. */
const DELAY_MS = 200;

/** A text as it was when nobody had typed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useDebounce(() => setSettled(text), DELAY_MS, [text]);
  return settled;
}
