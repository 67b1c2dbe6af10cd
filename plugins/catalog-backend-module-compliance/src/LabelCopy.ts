import { LabelsResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Labels, LabelPool } from './LabelPool';

/**
 * What a feed says about the labels of entities, as far as it was read.
 * Nobody but a follower reads it, so it lives in memory alone.
 */
export class LabelCopy {
  /** The feed it was read from; unknown before its first page arrived. */
  readonly feed: string | undefined;
  readonly #pool: LabelPool;
  readonly #labels = new Map<string, Labels>();
  #revision = 0;

  /**
   * @param pool - shared by the copies that are to be compared
   */
  constructor(feed: string | undefined, pool: LabelPool) {
    this.feed = feed;
    this.#pool = pool;
  }

  /** The last revision that it knows, 0 for none. */
  get revision(): number {
    return this.#revision;
  }

  get(entityRef: string): Labels | undefined {
    return this.#labels.get(entityRef);
  }

  /** Takes in a page of the feed and tells whose labels it changed. */
  apply(items: LabelsResponse['items']): string[] {
    const changed: string[] = [];
    for (const { entityRef, labels, revision } of items) {
      const before = this.#labels.get(entityRef);
      const after = labels ? this.#pool.share(labels) : undefined;
      if (after) {
        this.#labels.set(entityRef, after);
      } else {
        this.#labels.delete(entityRef);
      }
      if (after !== before) {
        changed.push(entityRef);
      }
      this.#revision = revision;
    }
    return changed;
  }

  /** Refs of the entities that only one copy knows, or with other labels. */
  differencesFrom(other: LabelCopy): string[] {
    const entityRefs = new Set([
      ...this.#labels.keys(),
      ...other.#labels.keys(),
    ]);
    return [...entityRefs].filter(ref => this.get(ref) !== other.get(ref));
  }
}
