import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { Level, ScaleId, Vocabulary } from '../../vocabulary';
import { ValueType } from './types';

const ids = (vocabulary: Vocabulary, scale: ScaleId): string[] =>
  vocabulary.scales[scale].map((level: Level) => level.id);

/**
 * The id that a mistyped one most probably stands for, if any is near.
 *
 * @public
 */
export function nearestId(
  text: string,
  candidates: readonly string[],
): string | undefined {
  const slug = text
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .slice(0, 100);
  const number = (id: string) => Number(id.match(/\d+/)?.[0] ?? 0);
  const [best] = candidates
    .map(id => ({
      id,
      edits: distance(slug, id),
      // tier-9 is as far from tier-0 as from tier-4; the number decides.
      gap: Math.abs(number(slug) - number(id)),
    }))
    .sort((a, b) => a.edits - b.edits || a.gap - b.gap);
  return best && best.edits <= Math.max(2, best.id.length / 2)
    ? best.id
    : undefined;
}

/** A level of a scale of the vocabulary, written as its id. */
export function levelType(scale: ScaleId): ValueType<string> {
  const expected = (vocabulary: Vocabulary) =>
    `one of ${ids(vocabulary, scale).join(', ')}`;
  return {
    input: 'select',
    parse(text, vocabulary) {
      const candidates = ids(vocabulary, scale);
      return candidates.includes(text)
        ? { value: text }
        : {
            expected: expected(vocabulary),
            nearest: nearestId(text, candidates),
          };
    },
    format: value => value,
    schema: vocabulary =>
      z.string().refine(value => ids(vocabulary, scale).includes(value), {
        error: () => `expected ${expected(vocabulary)}`,
      }),
    describe: expected,
  };
}
