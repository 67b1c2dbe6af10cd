import { LabelsResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { LabelCopy } from './LabelCopy';
import { Labels, LabelPool } from './LabelPool';

/** Reads the page of the feed of labels that comes after a revision. */
export type ReadLabels = (after: number) => Promise<LabelsResponse>;

/**
 * How far the feed was read since the start of this process: nobody reads it,
 * not yet to its end, or to its end once.
 */
export type FollowerState = 'off' | 'behind' | 'complete';

/**
 * Knows the labels of all entities from following the feed of the compliance
 * backend, so that looking them up asks nobody. When reading fails, what is
 * known stays, and the next attempt goes on from there.
 */
export class LabelFollower {
  readonly #readLabels: ReadLabels;
  readonly #pool = new LabelPool();
  /** In use. */
  #copy = new LabelCopy(undefined, this.#pool);
  /** Being read: another one only while a feed that was started anew is. */
  #next = this.#copy;
  #state: FollowerState = 'off';

  constructor(options: { readLabels: ReadLabels }) {
    this.#readLabels = options.readLabels;
  }

  get state(): FollowerState {
    return this.#state;
  }

  /** Says that from now on somebody reads the {@link LabelFollower.changes}. */
  start() {
    this.#state = 'behind';
  }

  labelsFor(entityRef: string): Labels | undefined {
    return this.#copy.get(entityRef);
  }

  /**
   * Reads the feed to its end and gives refs of the entities whose labels
   * changed, page by page. The first time it gives none: what the feed said
   * while this process was not there is all of it.
   *
   * @throws when the feed cannot be read
   */
  async *changes(): AsyncGenerator<string[], void> {
    let hasMore = true;
    while (hasMore) {
      const { feed, revision } = this.#next;
      const page = await this.#readLabels(revision);
      if (page.feed !== feed) {
        this.#startAnew(page.feed);
        if (revision > 0) {
          return; // The next call reads it from its start.
        }
      }
      const changed = this.#next.apply(page.items);
      hasMore = page.hasMore;
      if (hasMore && this.#next.revision <= revision) {
        throw new Error(`The feed of labels stops at revision ${revision}`);
      }
      yield this.#publish(changed, hasMore);
    }
  }

  #startAnew(feed: string) {
    this.#next = new LabelCopy(feed, this.#pool);
    if (this.#state !== 'complete') {
      this.#copy = this.#next;
    }
  }

  /** Puts what was read into use and tells whose labels are others now. */
  #publish(changed: string[], hasMore: boolean): string[] {
    const isInUse = this.#next === this.#copy;
    if (isInUse && this.#state === 'complete') {
      return changed;
    }
    if (hasMore) {
      return [];
    }
    const before = this.#copy;
    this.#copy = this.#next;
    this.#state = 'complete';
    return isInUse ? [] : this.#copy.differencesFrom(before);
  }
}
