import { Knex } from 'knex';
import { valuesOf } from '../database/json';
import { Access } from './Access';

/**
 * Those of the entities that the mirror has but the reader may not see.
 *
 * @param access - what the reader may see; not asked for without need
 */
export async function hiddenRefs(
  knex: Knex,
  refs: Set<string>,
  access: () => Promise<Access>,
): Promise<Set<string>> {
  if (refs.size === 0) {
    return new Set();
  }
  // Looked up one by one: the set of all that is visible may be large.
  const visible = knex('entity')
    .select(knex.raw('1'))
    .whereRaw('entity.entity_ref = known.entity_ref');
  (await access()).restrict(visible);
  const hidden: string[] = await knex('entity as known')
    .whereRaw('known.entity_ref in ?', [valuesOf(knex, refs)])
    .whereNotExists(visible)
    .pluck('known.entity_ref');
  return new Set(hidden);
}
