import { JsonValue } from '@backstage/types';
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { pathText, Place, problem } from '../config/problems';

/**
 * A YAML file that knows the lines of its values. All scalars are texts: the
 * number 1.10 of a clause is not the decimal 1.1.
 */
export class YamlFile {
  /** What it says; undefined when that is nothing, and with problems. */
  readonly data: JsonValue | undefined;
  /** Why it cannot be read, in one line for each problem. */
  readonly problems: readonly string[];
  readonly #name: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(name: string, content: string) {
    this.#name = name;
    this.#document = parseDocument(content, {
      schema: 'failsafe',
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    this.problems = [...this.#brokenSyntax(), ...this.#aliases()];
    this.data =
      this.problems.length > 0 ? undefined : this.#document.toJS() ?? undefined;
  }

  /**
   * The line of a value, or of the nearest one around it when it is missing,
   * and its path.
   */
  readonly at: Place = path => {
    const place = this.#placeOf(this.#offsetOf(path));
    return path.length > 0 ? `${place}: ${pathText(path)}` : place;
  };

  #placeOf(offset: number): string {
    // The lines of an empty file are not counted.
    return `${this.#name}:${Math.max(1, this.#lines.linePos(offset).line)}`;
  }

  #offsetOf(path: readonly PropertyKey[]): number {
    let node: unknown = this.#document.contents;
    let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
    for (const step of path) {
      const key = findKey(node, step);
      if (!key) {
        break;
      }
      offset = key.offset;
      node = key.value;
    }
    return offset;
  }

  #brokenSyntax(): string[] {
    return this.#document.errors.map(({ pos, message }) =>
      problem({
        path: this.#placeOf(pos[0]),
        // What follows is about the API of the parser.
        found: `a syntax error (${message.split(';')[0]})`,
        expected: 'YAML',
      }),
    );
  }

  /** Few aliases can stand for a file too large to read. */
  #aliases(): string[] {
    const problems: string[] = [];
    visit(this.#document, {
      Alias: (_key, { source, range }) => {
        problems.push(
          problem({
            path: this.#placeOf(range?.[0] ?? 0),
            found: `the alias '*${source}'`,
            expected: 'what it stands for',
          }),
        );
      },
    });
    return problems;
  }
}

/** Where the key or the item of a list begins, and what it holds. */
function findKey(node: unknown, step: PropertyKey) {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && key.value === step,
    );
    return isNode(pair?.key) && pair.key.range
      ? { offset: pair.key.range[0], value: pair.value }
      : undefined;
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return isNode(item) && item.range
    ? { offset: item.range[0], value: item }
    : undefined;
}
