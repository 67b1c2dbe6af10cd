import { Knex } from 'knex';

/*
 * Both databases limit the number of bindings in a statement, so lists and
 * bulk writes would need more statements the more rows there are. Handing the
 * rows over as one JSON text keeps that number constant.
 */

export const isPostgres = (knex: Knex) =>
  String(knex.client.config.client).startsWith('pg');

/** How a column is read out of JSON; booleans are native in both databases. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'float'
  | 'boolean'
  | 'json';

const postgresTypes: Partial<Record<ColumnType, string>> = {
  float: 'double precision',
  json: 'jsonb',
};

const unreadable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * As JSON that both databases read. PostgreSQL has no text with the character
 * zero or with halves of a surrogate pair, so these are replaced.
 */
function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  return unreadable.test(json)
    ? // Matching all escapes, so as not to take the end of `\\\\u0000` for one.
      json.replace(/\\(?:u.{4}|.)/g, escaped =>
        unreadable.test(escaped) ? '\ufffd' : escaped,
      )
    : json;
}

/**
 * A subquery with one text column of the given values, for use as
 * `whereRaw('entity_ref in ?', [valuesOf(knex, refs)])`; `whereIn` would add
 * brackets that reduce it to its first row.
 */
export function valuesOf(knex: Knex, values: Iterable<string>): Knex.Raw {
  const json = toJson([...values]);
  return isPostgres(knex)
    ? knex.raw('(select jsonb_array_elements_text(?::jsonb))', [json])
    : knex.raw('(select value from json_each(?))', [json]);
}

/** The rows as a table named `input`, to select from. */
export function rowsOf(
  knex: Knex,
  columns: Record<string, ColumnType>,
  rows: object[],
): Knex.Raw {
  const json = toJson(rows);
  const names = Object.keys(columns);
  if (isPostgres(knex)) {
    const definition = names
      .map(name => `${name} ${postgresTypes[columns[name]] ?? columns[name]}`)
      .join(', ');
    return knex.raw(`jsonb_to_recordset(?::jsonb) as input(${definition})`, [
      json,
    ]);
  }
  const selection = names
    .map(name => `json_extract(value, '$.${name}') as ${name}`)
    .join(', ');
  return knex.raw(`(select ${selection} from json_each(?)) as input`, [json]);
}

/**
 * Inserts rows in one statement, however many there are. Rows that exist
 * already are overwritten when `conflict` names the key, but for the columns to
 * `keep`.
 */
export async function insertRows(
  knex: Knex,
  table: string,
  options: {
    columns: Record<string, ColumnType>;
    rows: object[];
    conflict?: string[];
    keep?: string[];
  },
): Promise<void> {
  const { columns, rows, conflict, keep } = options;
  if (rows.length === 0) {
    return;
  }
  const names = Object.keys(columns);
  const updates = names
    .filter(name => !conflict?.includes(name) && !keep?.includes(name))
    .map(name => `${name} = excluded.${name}`)
    .join(', ');
  const onConflict = conflict
    ? `on conflict (${conflict.join(', ')}) do ${
        updates ? `update set ${updates}` : 'nothing'
      }`
    : '';
  // SQLite reads "on conflict" after a bare "from" as a join condition.
  await knex.raw(
    `insert into ${table} (${names.join(', ')}) select ${names.join(
      ', ',
    )} from ? where true ${onConflict}`,
    [rowsOf(knex, columns, rows)],
  );
}
