/** A document of OSCAL: what is known at once, and one list that is long. */
export interface OscalDocument {
  /** Name of the model, the only key at the top. */
  model: string;
  /** What stands before the list. */
  head: object;
  /** The list, page by page. */
  list?: {
    key: string;
    pages: AsyncIterable<object[]>;
    /** Its only item when there is none; else an empty list is left out. */
    whenEmpty?: object;
  };
  /** What stands after the list. */
  tail?: object;
}

/** The members of an object without its braces. */
const membersOf = (object: object) => JSON.stringify(object).slice(1, -1);

/** The text of a document in pieces, one for each page of its list. */
export async function* writeDocument(
  document: OscalDocument,
): AsyncGenerator<string> {
  const { model, head, list, tail = {} } = document;
  let text = `{${JSON.stringify(model)}:{${membersOf(head)}`;
  if (list) {
    let isEmpty = true;
    const write = (item: object) => {
      text += isEmpty ? `,${JSON.stringify(list.key)}:[\n` : ',\n';
      text += JSON.stringify(item);
      isEmpty = false;
    };
    for await (const items of list.pages) {
      items.forEach(write);
      yield text;
      text = '';
    }
    if (isEmpty && list.whenEmpty) {
      write(list.whenEmpty);
    }
    text += isEmpty ? '' : '\n]';
  }
  const rest = membersOf(tail);
  yield `${text}${rest && `,${rest}`}}}\n`;
}
