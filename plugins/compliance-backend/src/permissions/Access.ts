import { Knex } from 'knex';

/** What a reader may see of the entities. */
export interface Access {
  /** Leaves only what the reader may see; the query selects from `entity`. */
  restrict(query: Knex.QueryBuilder): void;
}

/** Access to everything that all of the conditions let through. */
export function accessTo(conditions: Knex.Raw[]): Access {
  return {
    restrict(query) {
      for (const condition of conditions) {
        query.whereRaw(condition);
      }
    },
  };
}
