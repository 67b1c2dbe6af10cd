import { InputError } from '@backstage/errors';
import {
  HistoryResponse,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { profileNotFound } from '../permissions/notFound';

interface RevisionRow {
  revision: number;
  source: ProfileRevision['source'];
  action: ProfileRevision['action'];
  author: string | null;
  changed_at: string;
  changes: string;
}

/**
 * A page of what became of the profile of an entity, the newest first. A cursor
 * is the number of the last revision of the page before.
 *
 * @throws InputError when the cursor is none, and NotFoundError when the mirror
 * does not have the entity.
 */
export async function readHistory(
  knex: Knex,
  options: { entityRef: string; limit: number; cursor?: string },
): Promise<HistoryResponse> {
  const { entityRef, limit, cursor } = options;
  if (!(await knex('entity').where('entity_ref', entityRef).first('kind'))) {
    throw profileNotFound(entityRef);
  }
  const query = knex('profile_revision')
    .where('entity_ref', entityRef)
    .orderBy('revision', 'desc')
    // One more than asked for tells whether there is a next page.
    .limit(limit + 1);
  if (cursor !== undefined) {
    query.where('revision', '<', readCursor(cursor));
  }
  const rows: RevisionRow[] = await query;
  const page = rows.slice(0, limit);
  return {
    items: page.map(toRevision),
    pageInfo:
      rows.length > limit ? { nextCursor: String(page.at(-1)!.revision) } : {},
  };
}

function readCursor(cursor: string): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) {
    throw new InputError(
      `Invalid cursor '${cursor.slice(
        0,
        80,
      )}', expected the nextCursor of a page`,
    );
  }
  return Number(cursor);
}

function toRevision(row: RevisionRow): ProfileRevision {
  return {
    revision: row.revision,
    source: row.source,
    action: row.action,
    author: row.author ?? undefined,
    changedAt: row.changed_at,
    changes: JSON.parse(row.changes),
  };
}
