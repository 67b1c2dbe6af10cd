import { Knex } from 'knex';

const BATCH_SIZE = 10_000;

/**
 * Forgets the changes of verdicts before a moment, in batches that do not hold
 * up others for long.
 *
 * @param before - ISO 8601 timestamp or date
 * @returns how many there were
 */
export async function pruneHistory(
  knex: Knex,
  before: string,
): Promise<number> {
  let total = 0;
  let removed: number;
  do {
    removed = await knex('check_change')
      .whereIn(
        'id',
        knex('check_change')
          .select('id')
          .where('changed_at', '<', before)
          .limit(BATCH_SIZE),
      )
      .delete();
    total += removed;
  } while (removed === BATCH_SIZE);
  return total;
}
