import { LabelsResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

interface LabelRow {
  entity_ref: string;
  labels: string | null;
  /** A text on PostgreSQL, as it may be longer than a number. */
  revision: number | string;
}

/** Answers what became of the labels of entities: at most two statements. */
export class LabelReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Who has read further than the feed goes knows what was lost when an older
   * backup was restored; for them it is another feed, to be read from 0.
   *
   * @param options - `after` is the last revision that the caller knows
   */
  async read(options: {
    after: number;
    limit: number;
  }): Promise<LabelsResponse> {
    const { after, limit } = options;
    const feed = await this.#knex('label_feed').first('id', 'revision');
    if (after > Number(feed.revision)) {
      return { feed: randomUUID(), items: [], hasMore: false };
    }
    // One more than asked for tells whether there is more.
    const rows: LabelRow[] = await this.#knex('entity_label')
      .where('revision', '>', after)
      .orderBy('revision')
      .limit(limit + 1);
    return {
      feed: feed.id,
      items: rows.slice(0, limit).map(row => ({
        entityRef: row.entity_ref,
        labels: row.labels === null ? null : JSON.parse(row.labels),
        revision: Number(row.revision),
      })),
      hasMore: rows.length > limit,
    };
  }
}
