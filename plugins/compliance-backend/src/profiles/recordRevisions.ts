import {
  FieldChange,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { rowsOf } from '../database/json';

/** What became of the profile of an entity. */
export interface NewRevision
  extends Pick<ProfileRevision, 'source' | 'action' | 'author'> {
  entityRef: string;
  changes: FieldChange[];
}

const columns = {
  entity_ref: 'text',
  source: 'text',
  action: 'text',
  author: 'text',
  changes: 'text',
} as const;

/**
 * Adds revisions to the history of profiles, at most one for each entity. The
 * entities must be locked, as revisions count up from the last one.
 *
 * @param changedAt - ISO 8601 timestamp
 */
export async function recordRevisions(
  tx: Knex,
  revisions: NewRevision[],
  changedAt: string,
): Promise<void> {
  if (revisions.length === 0) {
    return;
  }
  const rows = revisions.map(revision => ({
    entity_ref: revision.entityRef,
    source: revision.source,
    action: revision.action,
    author: revision.author,
    changes: JSON.stringify(revision.changes),
  }));
  const names = Object.keys(columns);
  await tx.raw(
    `insert into profile_revision (${names.join(', ')}, revision, changed_at)
      select ${names.map(name => `input.${name}`).join(', ')},
        coalesce((
          select max(last.revision) from profile_revision as last
          where last.entity_ref = input.entity_ref
        ), 0) + 1,
        cast(? as text)
      from ?`,
    [changedAt, rowsOf(tx, columns, rows)],
  );
}
