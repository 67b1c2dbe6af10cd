import { Knex } from 'knex';
import { isPostgres } from './json';

/** Conditions as one; all of nothing is true, any of nothing is false. */
export function combine(
  knex: Knex,
  operator: 'and' | 'or',
  parts: Knex.Raw[],
): Knex.Raw {
  if (parts.length === 0) {
    return knex.raw(operator === 'and' ? '1 = 1' : '1 = 0');
  }
  return knex.raw(`(${parts.map(() => '?').join(` ${operator} `)})`, parts);
}

/**
 * The entity is one of those that a query selects by `entity_ref`, as SQL over
 * the table `entity`.
 */
export function isAmong(knex: Knex, refs: Knex.QueryBuilder): Knex.Raw {
  return knex.raw(
    isPostgres(knex)
      ? // Without "is true" it would become a join. To find the best order of
        // many joins takes PostgreSQL seconds, and it may take a bad one, as it
        // cannot tell how many entities are left by several of them.
        '(entity.entity_ref in (?) is true)'
      : 'entity.entity_ref in (?)',
    [refs],
  );
}

/**
 * A text matches a pattern of `like`, in which {@link escapeLike} was used.
 *
 * @param text - SQL of a text
 */
export function isLike(knex: Knex, text: Knex.Raw, pattern: string): Knex.Raw {
  return knex.raw(`? like ? escape '\\'`, [text, pattern]);
}

/** A text that stands for itself in a pattern of {@link isLike}. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, match => `\\${match}`);
}
