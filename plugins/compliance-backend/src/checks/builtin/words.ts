import {
  findLevel,
  formatDuration,
  RelatedEntity,
  ScaleId,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Judgement } from './builtIn';

/*
 * How findings name things.
 */

const durations = new Map<string, string>();

/** A duration in words; remembered, because the same few come up again. */
export function inWords(duration: string): string {
  let words = durations.get(duration);
  if (words === undefined) {
    words = formatDuration(duration);
    if (durations.size < 1000) {
      durations.set(duration, words);
    }
  }
  return words;
}

/** Title of a level, or its id where the scale does not have it. */
export function titleOf(
  vocabulary: Vocabulary,
  scale: ScaleId,
  id: string,
): string {
  return findLevel(vocabulary, scale, id)?.title ?? id;
}

/** What people call an entity at the other end of a dependency. */
export function nameOf({ entityRef, facts }: RelatedEntity): string {
  return facts ? facts.title ?? facts.name : entityRef;
}

const NAMED = 3;

/** As many of some things as a sentence names. */
const leading = <T>(things: readonly T[]): readonly T[] =>
  things.length > NAMED + 1 ? things.slice(0, NAMED) : things;

/** `a, b and c`; where there are many, the first few and how many more. */
export function enumerate(
  items: readonly string[],
  conjunction: 'and' | 'or' = 'and',
): string {
  const named = leading(items);
  const shown =
    named.length < items.length
      ? [...named, `${items.length - named.length} more`]
      : items;
  return shown.length > 1
    ? `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`
    : shown.join();
}

/** Says which of some things are not declared; false for those that are. */
export function undeclared(things: readonly (string | false)[]): string {
  const missing = things.filter(thing => thing !== false);
  return `No ${enumerate(missing, 'or')} is declared.`;
}

/** What a finding says of an entity at the other end of a dependency. */
export interface Mention {
  entityRef: string;
  text: string;
}

/** @param text - its name by default */
export const mention = (related: RelatedEntity, text = nameOf(related)) => ({
  entityRef: related.entityRef,
  text,
});

/** A judgement that enumerates others; readers must be allowed to see them. */
export function naming(
  mentions: readonly Mention[],
  judge: (enumeration: string) => Judgement,
): Judgement {
  return {
    ...judge(enumerate(mentions.map(({ text }) => text))),
    about: leading(mentions).map(({ entityRef }) => entityRef),
  };
}
