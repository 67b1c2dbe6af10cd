import { Knex } from 'knex';
import { insertRows, valuesOf } from '../database/json';

/** What the labels of an entity became; undefined when the entity is gone. */
export interface LabelChange {
  entityRef: string;
  labels: Record<string, string> | undefined;
}

/**
 * Writes the feed of labels. To be used last of all in a transaction: others
 * that change labels wait from then on until it is committed. So revisions
 * become visible in their order, and who follows the feed misses none.
 */
export class LabelStore {
  readonly #tx: Knex;

  constructor(tx: Knex) {
    this.#tx = tx;
  }

  /** Adds changes to the feed; nothing is sent when there are none. */
  async publish(changes: LabelChange[]): Promise<void> {
    if (changes.length === 0) {
      return;
    }
    const [{ revision }] = await this.#tx('label_feed')
      .update({ revision: this.#tx.raw('revision + ?', [changes.length]) })
      .returning('revision');
    const first = Number(revision) - changes.length + 1;
    await insertRows(this.#tx, 'entity_label', {
      columns: { entity_ref: 'text', labels: 'text', revision: 'bigint' },
      rows: changes.map(({ entityRef, labels }, index) => ({
        entity_ref: entityRef,
        labels: labels && JSON.stringify(labels),
        revision: first + index,
      })),
      conflict: ['entity_ref'],
    });
  }

  /**
   * Tells that entities are gone, as far as they had labels.
   *
   * @returns how many these are
   */
  async retract(entityRefs: string[]): Promise<number> {
    const labelled: string[] = await this.#tx('entity_label')
      .whereRaw('entity_ref in ?', [valuesOf(this.#tx, entityRefs)])
      .whereNotNull('labels')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    await this.publish(
      labelled.map(entityRef => ({ entityRef, labels: undefined })),
    );
    return labelled.length;
  }
}
