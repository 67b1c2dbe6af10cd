import { Knex } from 'knex';
import { exactly } from '../database/text';
import { KeyType, Position } from './cursor';

/** What to sort by; null is what has no value. */
export interface SortKey {
  /** SQL over the table `entity`. */
  sql: Knex.Raw;
  type: KeyType;
}

/**
 * Sorts entities, what has no value last, from after a position on. The column
 * `sort_key` has what they are sorted by.
 */
export function sortedPage(
  knex: Knex,
  entities: Knex.QueryBuilder,
  options: {
    /** What to sort by, as SQL over the table `entity`. */
    key: Knex.Raw;
    direction: 'asc' | 'desc';
    /** Undefined for the first page. */
    position: Position | undefined;
  },
): Knex.QueryBuilder {
  const { key, direction, position } = options;
  const ref = exactly(knex, 'entity.entity_ref');
  entities
    .select(knex.raw('? as sort_key', [key]))
    .orderByRaw(`(?) is null, ? ${direction}, ?`, [key, key, ref]);
  if (position?.key === null) {
    entities.whereRaw('? is null and ? > ?', [key, ref, position.entityRef]);
  } else if (position) {
    entities.whereRaw(
      `(? ${
        direction === 'desc' ? '<' : '>'
      } ? or (? = ? and ? > ?) or ? is null)`,
      [key, position.key, key, position.key, ref, position.entityRef, key],
    );
  }
  return entities;
}
