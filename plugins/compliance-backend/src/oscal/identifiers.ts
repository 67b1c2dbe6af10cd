import { ClauseRef } from '@service-compliance/backstage-plugin-compliance-common';
import { v5 } from 'uuid';

/** What UUIDs of exports are derived from; never to change. */
const NAMESPACE = '5d0c3c56-4f0e-5c8a-9a55-2d6f5f2a7b31';

/** Namespace of the properties that OSCAL does not define. */
export const NS = 'urn:service-compliance';

/**
 * The UUID of something that is named by these parts. The same parts always
 * give the same one.
 */
export function uuidOf(...parts: string[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/**
 * Id of a clause in OSCAL, where ids start with a letter and consist of
 * letters, digits, dots, dashes and underscores.
 */
export function controlId({ standard, clause }: ClauseRef): string {
  return tokenOf(`${standard}-${clause.toLowerCase()}`);
}

/** A text as an id; different texts stay different. */
export function tokenOf(text: string): string {
  const token = text.replace(
    /[^\p{L}\p{N}.-]/gu,
    char => `_${char.codePointAt(0)!.toString(16)}_`,
  );
  return /^\p{L}/u.test(token) ? token : `_${token}`;
}

/** A text as OSCAL wants it on one line; undefined when nothing is left. */
export function lineOf(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

/** A property; none for a value that is unset. */
export function prop(
  name: string,
  value: string | number | undefined,
): { name: string; ns: string; value: string }[] {
  const text = lineOf(value === undefined ? undefined : String(value));
  return text === undefined ? [] : [{ name, ns: NS, value: text }];
}

/** The property with which OSCAL shows the number of a clause. */
export const label = (value: string) => ({ name: 'label', value });

/** What lists of OSCAL may not be: empty. Such a key is left out. */
export function listed<Key extends string, Item>(
  key: Key,
  items: Item[],
): { [K in Key]?: Item[] } {
  return (items.length > 0 ? { [key]: items } : {}) as { [K in Key]?: Item[] };
}

/** The time of a day as OSCAL writes it. */
export const startOfDay = (date: string) => `${date}T00:00:00Z`;
