import {
  defaultVocabulary,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { LETTER_PREFIX, SCOPE_PREFIX } from '../coverage/clausePredicates';
import { escapeLike, isAmong, isLike } from '../database/conditions';
import { fold, folded } from '../database/text';
import { columnName } from '../reporting/columns';

type Value = string | number;

/** What a query field is in SQL over the table `entity`; never null. */
export interface Comparable {
  exists(): Knex.Raw;
  isOneOf(values: Value[]): Knex.Raw;
  startsWith(prefix: string): Knex.Raw;
}

/** Types of fields; these do not depend on the vocabulary. */
const types = new Map(
  queryFields({ ...defaultVocabulary, levels: [] }, []).map(({ id, type }) => [
    id,
    type,
  ]),
);

const CHECK = 'check.';
const CLAUSE = 'clause.';

/** The query field with this id, which must be one that there is. */
export function comparableOf(knex: Knex, id: string): Comparable {
  const isText = types.get(id) === 'text';
  if (id === 'owner') {
    return inTable(knex, { table: 'entity_owner', column: 'owner_ref' });
  }
  if (id.startsWith(CHECK)) {
    return inTable(knex, {
      table: 'check_result',
      column: 'status',
      key: ['check_id', id.slice(CHECK.length)],
    });
  }
  if (id.startsWith(CLAUSE)) {
    throw new Error(`The query was not resolved: ${id}`);
  }
  if (id.startsWith(LETTER_PREFIX)) {
    return letterAt(knex, Number(id.slice(LETTER_PREFIX.length)));
  }
  if (id.startsWith(SCOPE_PREFIX)) {
    return flagColumn(knex, `entity.in_${id.slice(SCOPE_PREFIX.length)}_scope`);
  }
  if (id.includes('.')) {
    return inTable(knex, {
      table: 'entity_field',
      column: 'value',
      key: ['field', id],
      isText,
    });
  }
  return types.get(id) === 'number'
    ? numberColumn(knex, columnName(id))
    : textColumn(knex, columnName(id), isText);
}

/** A table with rows for each entity. */
interface Rows {
  table: string;
  /** What is compared. */
  column: string;
  /** Which of the rows are meant. */
  key?: [column: string, value: string];
  isText?: boolean;
}

function inTable(knex: Knex, rows: Rows): Comparable {
  const { column, isText = false } = rows;
  const where = (condition?: Knex.Raw) => anyRow(knex, rows, condition);
  return {
    exists: () => where(),
    isOneOf: values => where(oneOf(knex, column, values, isText)),
    startsWith: prefix => where(beginsWith(knex, column, prefix)),
  };
}

/** The entity has a row for which the condition holds. */
function anyRow(
  knex: Knex,
  { table, key }: Rows,
  condition?: Knex.Raw,
): Knex.Raw {
  const rows = knex(table).select('entity_ref');
  if (key) {
    rows.where(...key);
  }
  if (condition) {
    rows.whereRaw(condition);
  }
  return isAmong(knex, rows);
}

function textColumn(knex: Knex, column: string, isText: boolean): Comparable {
  const where = (condition: Knex.Raw) =>
    knex.raw('(?? is not null and ?)', [column, condition]);
  return {
    exists: () => knex.raw('?? is not null', [column]),
    isOneOf: values => where(oneOf(knex, column, values, isText)),
    startsWith: prefix => where(beginsWith(knex, column, prefix)),
  };
}

function numberColumn(knex: Knex, column: string): Comparable {
  return {
    exists: () => knex.raw('?? is not null', [column]),
    isOneOf: values =>
      knex.raw('(?? is not null and ?)', [
        column,
        // An integer column could not be compared with other numbers.
        inList(
          knex,
          knex.raw('cast(?? as double precision)', [column]),
          values,
        ),
      ]),
    startsWith: () => knex.raw('1 = 0'),
  };
}

/** A letter of what is kept of coverage; see `coverageText.ts`. */
function letterAt(knex: Knex, place: number): Comparable {
  const letter = knex.raw('substr(entity.coverage, ?, 1)', [place + 1]);
  const exists = () => knex.raw('entity.coverage is not null');
  return {
    exists,
    isOneOf: values =>
      knex.raw('(? and ?)', [exists(), inList(knex, letter, values)]),
    startsWith: () => knex.raw('1 = 0'),
  };
}

/** What exists where the column is true. */
function flagColumn(knex: Knex, column: string): Comparable {
  return {
    exists: () => knex.raw('??', [column]),
    isOneOf: () => knex.raw('1 = 0'),
    startsWith: () => knex.raw('1 = 0'),
  };
}

function oneOf(
  knex: Knex,
  column: string,
  values: Value[],
  isText: boolean,
): Knex.Raw {
  const texts = values.map(String);
  return isText
    ? inList(knex, folded(knex, column), texts.map(fold))
    : inList(knex, knex.raw('??', [column]), texts);
}

/** Bindings for single values, as the plan depends on them; queries are short. */
function inList(knex: Knex, value: Knex.Raw, list: Value[]): Knex.Raw {
  return list.length === 0
    ? knex.raw('1 = 0')
    : knex.raw(`? in (${list.map(() => '?').join(', ')})`, [value, ...list]);
}

function beginsWith(knex: Knex, column: string, prefix: string): Knex.Raw {
  return isLike(knex, folded(knex, column), `${escapeLike(fold(prefix))}%`);
}
