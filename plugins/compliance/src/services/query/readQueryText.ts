import { FilterPredicate } from '@backstage/filter-predicates';
import {
  parseQuery,
  QueryField,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Document, LineCounter, parseDocument, visit } from 'yaml';
import { isOperator } from './operators';
import { rangeOf } from './rangeOf';

/** What is wrong with the text of a query, and where. */
export interface TextProblem {
  message: string;
  /** From 1. */
  line: number;
  column: number;
  /** The part of the text that is wrong, as offsets into it. */
  start: number;
  end: number;
}

/** What the text of a query means; neither when it says nothing. */
export interface ReadQueryText {
  query?: FilterPredicate;
  problems?: TextProblem[];
}

type Range = readonly [start: number, end: number];

/** The first anchor that is used again, which a filter has no need of. */
function findAlias(document: Document): Range | undefined {
  let found: Range | undefined;
  visit(document, {
    Alias(_key, { range }) {
      found = [range![0], range![1]];
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * Reads the text of the query box: a filter predicate as YAML, which JSON is a
 * part of.
 */
export function readQueryText(
  text: string,
  fields: readonly QueryField[],
): ReadQueryText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
  });

  function problem(message: string, [start, end]: Range): TextProblem {
    const { line, col } = lines.linePos(start);
    return { message, line, column: col, start, end };
  }

  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message, pos }) =>
        problem(message, pos),
      ),
    };
  }
  const alias = findAlias(document);
  if (alias) {
    return { problems: [problem('aliases cannot be used here', alias)] };
  }
  const value = document.toJS();
  if (value === null || value === undefined) {
    return {};
  }
  const read = parseQuery(value, fields);
  const isKnown = (name: string) =>
    isOperator(name) || fields.some(({ id }) => id === name);
  return 'problems' in read
    ? {
        problems: read.problems.map(({ path, message }) =>
          problem(message, rangeOf({ document, path, isKnown })),
        ),
      }
    : // As it was typed, since what it was read as may be nested deeper.
      { query: value };
}
