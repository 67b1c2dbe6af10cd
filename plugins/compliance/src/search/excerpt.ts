import { ResultHighlight } from '@backstage/plugin-search-common';

const SENTENCE_END = '. ';

/**
 * The sentences of a text in which something was found, with its marks. All of
 * them when nothing was found anywhere, and none when it was found elsewhere.
 */
export function excerptOf(text: string, highlight?: ResultHighlight): string {
  const isMarked = (part: string) => part.includes(highlight!.preTag);
  const { fields = {} } = highlight ?? {};
  if (!Object.values(fields).some(isMarked)) {
    return text;
  }
  return (fields.text ?? '')
    .split(SENTENCE_END)
    .filter(isMarked)
    .join(SENTENCE_END);
}
