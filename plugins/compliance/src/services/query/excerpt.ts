import { TextProblem } from './readQueryText';

/** As much of a line as is shown, so that it fits narrow screens. */
const WIDTH = 48;
const CUT = '…';

/**
 * The line that is wrong and a mark below the part that is, both cut to where
 * that part is.
 */
export function excerptOf(
  text: string,
  { line, column, start, end }: TextProblem,
): { content: string; mark: string } {
  const whole = text.split('\n')[line - 1] ?? '';
  const from = Math.max(
    0,
    Math.min(column - 1 - WIDTH / 4, whole.length - WIDTH),
  );
  const shown = whole.slice(from, from + WIDTH);
  const content =
    (from > 0 ? CUT : '') + shown + (from + WIDTH < whole.length ? CUT : '');
  const indent = column - 1 - from + (from > 0 ? CUT.length : 0);
  const length = Math.min(end - start, from + shown.length - column + 1);
  return {
    content,
    mark: ' '.repeat(indent) + '^'.repeat(Math.max(1, length)),
  };
}
