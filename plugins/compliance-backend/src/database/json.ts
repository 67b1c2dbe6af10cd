import { Knex } from 'knex';

/*
 * Both databases limit the number of bindings in a statement, so lists and
 * bulk writes would need more statements the more rows there are. Handing the
 * rows over as one JSON text keeps that number constant.
 */

const isPostgres = (knex: Knex) =>
  String(knex.client.config.client).startsWith('pg');

/** How a column is read out of JSON; booleans are native in both databases. */
export type ColumnType = 'text' | 'integer' | 'float' | 'boolean';

/**
 * A subquery with one text column of the given values, for use as
 * `whereIn('entity_ref', valuesOf(knex, refs))`.
 */
export function valuesOf(knex: Knex, values: Iterable<string>): Knex.Raw {
  const json = JSON.stringify([...values]);
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
  const json = JSON.stringify(rows);
  const names = Object.keys(columns);
  if (isPostgres(knex)) {
    const definition = names
      .map(name =>
        columns[name] === 'float'
          ? `${name} double precision`
          : `${name} ${columns[name]}`,
      )
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
 * already are overwritten when `conflict` names the key.
 */
export async function insertRows(
  knex: Knex,
  table: string,
  options: {
    columns: Record<string, ColumnType>;
    rows: object[];
    conflict?: string[];
  },
): Promise<void> {
  const { columns, rows, conflict } = options;
  if (rows.length === 0) {
    return;
  }
  const names = Object.keys(columns);
  const updates = names
    .filter(name => !conflict?.includes(name))
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
