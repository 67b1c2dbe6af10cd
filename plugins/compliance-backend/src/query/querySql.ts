import { FilterPredicate } from '@backstage/filter-predicates';
import { Knex } from 'knex';
import { combine } from '../database/conditions';
import { comparableOf } from './comparable';

type Predicates = Record<string, FilterPredicate[]>;

/**
 * A query as SQL over the table `entity`, true or false and never null. It must
 * be one that `parseQuery` returned.
 */
export function querySql(knex: Knex, query: FilterPredicate): Knex.Raw {
  const value = query as Record<string, unknown>;
  const toSql = (part: FilterPredicate) => querySql(knex, part);
  if ('$all' in value) {
    return combine(knex, 'and', (value as Predicates).$all.map(toSql));
  }
  if ('$any' in value) {
    return combine(knex, 'or', (value as Predicates).$any.map(toSql));
  }
  if ('$not' in value) {
    return knex.raw('not (?)', [toSql(value.$not as FilterPredicate)]);
  }
  return combine(
    knex,
    'and',
    Object.entries(value).map(([field, compared]) =>
      comparison(knex, field, compared),
    ),
  );
}

function comparison(knex: Knex, field: string, compared: unknown): Knex.Raw {
  const comparable = comparableOf(knex, field);
  if (typeof compared !== 'object' || compared === null) {
    return comparable.isOneOf([compared as string | number]);
  }
  if ('$exists' in compared) {
    return compared.$exists
      ? comparable.exists()
      : knex.raw('not (?)', [comparable.exists()]);
  }
  if ('$hasPrefix' in compared) {
    return comparable.startsWith(compared.$hasPrefix as string);
  }
  return comparable.isOneOf((compared as { $in: (string | number)[] }).$in);
}
