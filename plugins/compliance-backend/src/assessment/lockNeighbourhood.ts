import { Knex } from 'knex';
import { isPostgres, rowsOf, valuesOf } from '../database/json';

/**
 * Locks entities and their direct neighbours in both directions until the end
 * of the transaction. Everybody who writes entities does so first, always in
 * the order of their refs, so that no two wait for each other.
 *
 * @param others - further entities to lock, without their neighbours
 * @returns the refs of those that the mirror has, in that order
 */
export async function lockNeighbourhood(
  tx: Knex,
  entityRefs: string[],
  others: string[] = [],
): Promise<string[]> {
  const refs = valuesOf(tx, entityRefs);
  const named = [...entityRefs, ...others].map(ref => ({ ref }));
  const neighbourhood = tx
    .select('ref')
    .from(rowsOf(tx, { ref: 'text' }, named))
    .union([
      tx('entity_dependency')
        .select('target_ref')
        .whereRaw('source_ref in ?', [refs]),
      tx('entity_dependency')
        .select('source_ref')
        .whereRaw('target_ref in ?', [refs]),
    ]);
  const query = tx('entity')
    .whereIn('entity_ref', neighbourhood)
    .orderBy('entity_ref')
    .pluck('entity_ref');
  return isPostgres(tx) ? query.forUpdate() : query;
}
