import { Document, isMap, isScalar, isSeq, Node, Pair } from 'yaml';

type Range = readonly [start: number, end: number];

/** As much of a key as paths quote. */
const QUOTED_LENGTH = 80;

const nameOf = ({ key }: Pair) => String((key as { value?: unknown }).value);

function rangeOfNode(node: unknown): Range {
  const [start, end] = (node as Node | null)?.range ?? [0, 0];
  return [start, end];
}

/** The entry of a map that a path goes on with; names may have dots in them. */
function entryAt(pairs: Pair[], path: string): [Pair, string] | undefined {
  const entries = pairs
    .map(pair => [pair, nameOf(pair).slice(0, QUOTED_LENGTH)] as const)
    .filter(([, key]) => {
      const rest = path.slice(key.length + 1);
      return path.startsWith(`.${key}`) && /^($|[.[])/.test(rest);
    })
    .sort(([, a], [, b]) => b.length - a.length);
  return entries.length > 0
    ? [entries[0][0], path.slice(entries[0][1].length + 1)]
    : undefined;
}

/**
 * The part of a document that the path of a problem leads to: a single value of
 * something known, or else the name of what is wrong.
 *
 * @param options - `path` as `parseQuery` tells it, e.g. `query.$all[1].kind`,
 *   and `isKnown` for the names that can be right
 */
export function rangeOf(options: {
  document: Document;
  path: string;
  isKnown(name: string): boolean;
}): Range {
  const { document, path, isKnown } = options;
  let node: unknown = document.contents;
  let range = rangeOfNode(node);
  let rest = path.replace(/^query/, '');
  while (rest !== '') {
    if (isMap(node)) {
      const [pair, next] = entryAt(node.items as Pair[], rest) ?? [];
      if (!pair) {
        break;
      }
      node = pair.value;
      const isValue = isScalar(node) && isKnown(nameOf(pair));
      range = rangeOfNode(isValue ? node : pair.key);
      rest = next!;
    } else if (isSeq(node)) {
      const [index, number] = /^\[(\d+)\]/.exec(rest) ?? [];
      node = number && node.items[Number(number)];
      if (!node) {
        break;
      }
      range = rangeOfNode(node);
      rest = rest.slice(index!.length);
    } else {
      break;
    }
  }
  return range;
}
