import { Knex } from 'knex';

const BATCH_SIZE = 10_000;

/** What has a history, with the key of its rows and the column of its time. */
const histories = [
  { table: 'check_change', key: 'id', time: 'changed_at' },
  { table: 'score_change', key: 'changed_on, entity_ref', time: 'changed_on' },
  { table: 'assessed_day', key: 'day', time: 'day' },
] as const;

/**
 * Forgets how verdicts and scores changed before a moment, in batches that do
 * not hold up others for long.
 *
 * @param before - ISO 8601 timestamp or date
 * @returns how many rows there were
 */
export async function pruneHistory(
  knex: Knex,
  before: string,
): Promise<number> {
  let total = 0;
  for (const { table, key, time } of histories) {
    let removed: number;
    do {
      removed = await knex(table)
        .whereRaw(`(${key}) in ?`, [
          knex(table)
            .select(knex.raw(key))
            .where(time, '<', before)
            .limit(BATCH_SIZE),
        ])
        .delete();
      total += removed;
    } while (removed === BATCH_SIZE);
  }
  return total;
}
