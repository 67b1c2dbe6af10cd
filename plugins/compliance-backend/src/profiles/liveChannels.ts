import { Knex } from 'knex';
import { createHash } from 'node:crypto';

/** Tells the channel of an entity. */
export type LiveChannels = (entityRef: string) => string;

/**
 * The channels of the signals that tell of changes of entities. Everybody who
 * is signed in may listen to any channel, so nobody can guess the one of an
 * entity that is hidden from them.
 */
export async function readLiveChannels(knex: Knex): Promise<LiveChannels> {
  const { id } = await knex('label_feed').first('id');
  return entityRef => {
    const hash = createHash('sha256').update(`${id} ${entityRef}`);
    return `compliance:${hash.digest('base64url')}`;
  };
}
