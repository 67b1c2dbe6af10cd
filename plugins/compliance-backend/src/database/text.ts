import { Knex } from 'knex';
import { isPostgres } from './json';

/*
 * PostgreSQL compares and sorts text as its locale says, SQLite by bytes. With
 * the collation "C" both do it by bytes, and both fold the case of ASCII alone.
 */

/** A text column to sort by and to compare, the same on both databases. */
export function exactly(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(?? collate "C")', [column])
    : knex.raw('??', [column]);
}

/** The same without regard to the case of ASCII letters; see {@link fold}. */
export function folded(knex: Knex, column: string): Knex.Raw {
  return knex.raw('lower(?)', [exactly(knex, column)]);
}

/** Cuts a text without leaving half a character behind. */
export function cut(text: string, length: number): string {
  return text.length > length
    ? text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
    : text;
}

/** Prepares a value for comparison with a {@link folded} column. */
export function fold(value: string): string {
  return value.replace(/[A-Z]/g, letter => letter.toLowerCase());
}
