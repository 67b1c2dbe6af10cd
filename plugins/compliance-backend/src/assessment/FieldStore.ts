import {
  EffectiveProfile,
  queryValuesOf,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { insertRows, valuesOf } from '../database/json';
import { cut } from '../database/text';

/** Longer ones would not fit into an index of PostgreSQL. */
const MAX_LENGTH = 500;

/** The effective values of an entity as queries compare them. */
export interface FieldValuesOf {
  entityRef: string;
  /** By id of the query field. */
  values: [field: string, values: string[]][];
  /** Of the values; 43 characters. */
  hash: string;
}

/** What queries compare of a profile. */
export function comparedValues(
  entityRef: string,
  profile: EffectiveProfile,
): FieldValuesOf {
  const values = [...queryValuesOf(profile)].map(
    ([field, found]): [string, string[]] => [
      field,
      [...new Set(found.map(value => cut(value, MAX_LENGTH)))],
    ],
  );
  const hash = createHash('sha256')
    .update(JSON.stringify(values))
    .digest('base64url');
  return { entityRef, values, hash };
}

/** Keeps the effective values of entities for queries. */
export class FieldStore {
  readonly #tx: Knex;

  constructor(tx: Knex) {
    this.#tx = tx;
  }

  /** Replaces all values of entities, with two statements. */
  async replace(entities: FieldValuesOf[]): Promise<void> {
    if (entities.length === 0) {
      return;
    }
    const refs = entities.map(({ entityRef }) => entityRef);
    await this.#tx('entity_field')
      .whereRaw('entity_ref in ?', [valuesOf(this.#tx, refs)])
      .delete();
    await insertRows(this.#tx, 'entity_field', {
      columns: { entity_ref: 'text', field: 'text', value: 'text' },
      rows: entities.flatMap(({ entityRef, values }) =>
        values.flatMap(([field, found]) =>
          found.map(value => ({ entity_ref: entityRef, field, value })),
        ),
      ),
      // What databases cannot hold was replaced, and may be there twice now.
      conflict: ['entity_ref', 'field', 'value'],
    });
  }
}
