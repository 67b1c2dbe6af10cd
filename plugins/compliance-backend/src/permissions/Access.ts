import { Knex } from 'knex';

/** What a reader may see of the entities. */
export interface Access {
  /** Leaves only what the reader may see; the query selects from `entity`. */
  restrict(query: Knex.QueryBuilder): void;
}

/** Asks what a reader may see when it is needed first, and never again. */
export function askedOnce(ask: () => Promise<Access>): () => Promise<Access> {
  let answer: Promise<Access> | undefined;
  return () => (answer ??= ask());
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
