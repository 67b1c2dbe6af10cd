import {
  QueryField,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { combinations, comparisons } from './operators';

/** What can be written in place of what is being typed. */
export interface Completion {
  text: string;
  /** What a field is called. */
  title?: string;
  /** Whether a value follows. */
  isName: boolean;
}

/** The part of a text that is being typed, and what it could become. */
export interface Completions {
  start: number;
  end: number;
  options: Completion[];
}

const MAX_OPTIONS = 50;

/** What the names of fields, operators and levels are made of. */
const NAME = '[$\\w.-]+';
const NAMED = `(${NAME})["']?[ \\t]*:`;
const QUOTE = `["']?`;

/** What the text before a value ends with, each with the name of the value. */
const beforeValue = [
  // field: …
  `${NAMED}[ \\t]*${QUOTE}$`,
  // field: [first, …
  `${NAMED}\\s*\\[[^\\][{}]*$`,
  // field:
  //   - first
  //   - …
  `${NAMED}[ \\t]*(?:\\n[ \\t]*-[^\\n:{}]*)*\\n[ \\t]*-[ \\t]+${QUOTE}$`,
].map(pattern => new RegExp(pattern));

/** The same before an operator: on a line of its own, or in braces. */
const beforeOperator = new RegExp(
  `${NAMED}(?:\\s*\\{\\s*|[ \\t]*\\n\\s*)${QUOTE}$`,
);

function nameOfValue(before: string): string | undefined {
  return beforeValue
    .map(pattern => pattern.exec(before)?.[1])
    .find(name => name !== undefined);
}

/** The name that an operator at the end of a text belongs to. */
function nameOfOperator(before: string, operator: string): string | undefined {
  const end = before.lastIndexOf(operator);
  return beforeOperator.exec(before.slice(0, end))?.[1];
}

const names = (ids: string[]): Completion[] =>
  ids.map(text => ({ text, isName: true }));

const values = (ids: string[]): Completion[] =>
  ids.map(text => ({ text, isName: false }));

function levelsOf({ type, values: levels = [] }: QueryField): Completion[] {
  const hasUnset = type === 'level' || type === 'entity';
  return values([...levels, ...(hasUnset ? [UNSET] : [])]);
}

function optionsAfter(
  before: string,
  fields: readonly QueryField[],
): Completion[] {
  const fieldOf = (name?: string) => fields.find(({ id }) => id === name);
  const name = nameOfValue(before);
  const field = fieldOf(name);
  if (field) {
    return levelsOf(field);
  }
  if (name === '$exists') {
    return values(['true', 'false']);
  }
  if (name && comparisons.includes(name)) {
    const compared = fieldOf(nameOfOperator(before, name));
    return compared ? levelsOf(compared) : [];
  }
  if (fieldOf(beforeOperator.exec(before)?.[1])) {
    return names(comparisons);
  }
  return [
    ...fields.map(({ id, title }) => ({ text: id, title, isName: true })),
    ...names(combinations),
  ];
}

/** How well an option fits what was typed: the lower, the better. */
function rankOf({ text, title = '' }: Completion, term: string): number {
  const start = text.toLocaleLowerCase('en').indexOf(term);
  if (start >= 0) {
    return start === 0 ? 0 : 1;
  }
  return title.toLocaleLowerCase('en').includes(term) ? 2 : Infinity;
}

/**
 * What the text of a query can go on with at a place: names of fields, their
 * levels, or operators. Those that start as what is typed come first.
 */
export function completionsAt(
  text: string,
  place: number,
  fields: readonly QueryField[],
): Completions {
  const typed = new RegExp(`(?:${NAME})?$`).exec(text.slice(0, place))![0];
  const rest = new RegExp(`^(?:${NAME})?`).exec(text.slice(place))![0];
  const start = place - typed.length;
  const term = typed.toLocaleLowerCase('en');
  return {
    start,
    end: place + rest.length,
    options: optionsAfter(text.slice(0, start), fields)
      .map(option => ({ option, rank: rankOf(option, term) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MAX_OPTIONS)
      .map(({ option }) => option),
  };
}

/** The text with a completion in it, and where typing goes on. */
export function complete(
  text: string,
  { start, end }: Completions,
  { text: completion, isName }: Completion,
): { text: string; place: number } {
  const before = text.slice(0, start);
  const quote = /["']$/.exec(before)?.[0] ?? '';
  const rest = text.slice(end);
  const after = quote && rest.startsWith(quote) ? rest.slice(1) : rest;
  const colon = isName && !/^\s*:/.test(after) ? ': ' : '';
  const written = completion + quote + colon;
  return { text: before + written + after, place: start + written.length };
}
