import { EditedProfile } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { MirroredEntity } from '../catalog/types';
import { insertRows, valuesOf } from '../database/json';

/** The profile of an entity as it is kept. */
export interface StoredProfile {
  entity: MirroredEntity;
  edited: EditedProfile;
  version: string;
  score?: number;
  level?: string;
}

interface ProfileRow extends KnownEntityRow {
  revision: number | null;
  score: number | null;
  level: string | null;
}

/** Number of the last revision of an entity, null when there is none. */
export function lastRevision(knex: Knex): Knex.QueryBuilder {
  return knex('profile_revision')
    .max('revision')
    .whereRaw('profile_revision.entity_ref = entity.entity_ref')
    .as('revision');
}

/** The version of a profile with this last revision. */
export const versionOf = (revision: number | null) => String(revision ?? 0);

/** The profiles of entities, with one statement each time. */
export class ProfileStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By the ref, without those of entities that the mirror does not have. */
  async read(entityRefs: string[]): Promise<Map<string, StoredProfile>> {
    const knex = this.#knex;
    const rows: ProfileRow[] = await selectKnown(knex('entity'))
      .select('score', 'level', lastRevision(knex))
      .whereRaw('entity.entity_ref in ?', [valuesOf(knex, entityRefs)]);
    return new Map(
      rows.map(row => {
        const { edited = { values: {} }, ...entity } = toKnownEntity(row);
        return [
          entity.entityRef,
          {
            entity,
            edited,
            version: versionOf(row.revision),
            score: row.score ?? undefined,
            level: row.level ?? undefined,
          },
        ];
      }),
    );
  }

  async write(edited: Map<string, EditedProfile>): Promise<void> {
    await insertRows(this.#knex, 'profile_edit', {
      columns: { entity_ref: 'text', edited: 'text' },
      rows: [...edited].map(([entityRef, profile]) => ({
        entity_ref: entityRef,
        edited: JSON.stringify(profile),
      })),
      conflict: ['entity_ref'],
    });
  }
}
