import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { LABELS_TOPIC } from '@service-compliance/backstage-plugin-compliance-common';
import { LabelFollower } from './LabelFollower';
import { Poller } from './Poller';
import { refreshKey } from './refreshKey';

/** Each key is a variable of one SQL statement; SQLite allows 32,766. */
const KEYS_PER_REFRESH = 1_000;

/**
 * Has the catalog process the entities whose labels changed. It provides no
 * entities: being a provider is how one gets at the refresh.
 *
 * What the feed says at first refreshes nothing. After a start that would be
 * every entity of the estate, and the catalog processes all of them by itself
 * within its processing interval.
 */
export class ComplianceRefreshProvider implements EntityProvider {
  readonly #follower: LabelFollower;
  readonly #events: EventsService;
  readonly #poller: Poller;
  /** Refs of entities with other labels that the catalog does not know of. */
  readonly #changed = new Set<string>();
  #connection: EntityProviderConnection | undefined;

  /**
   * @param options - `interval` between polls in milliseconds
   */
  constructor(options: {
    follower: LabelFollower;
    events: EventsService;
    logger: LoggerService;
    interval?: number;
  }) {
    const { follower, events, logger, interval } = options;
    this.#follower = follower;
    this.#events = events;
    this.#poller = new Poller({
      poll: () => this.#catchUp(),
      logger,
      interval,
    });
  }

  /** Key of `catalog.providerOptions`: never changes. */
  getProviderName() {
    return 'ComplianceRefreshProvider';
  }

  async connect(connection: EntityProviderConnection) {
    this.#connection = connection;
    this.#follower.start();
    await this.#events.subscribe({
      id: 'compliance-labels',
      topics: [LABELS_TOPIC],
      // Whoever publishes the event waits for this.
      onEvent: async () => this.#poller.nudge(),
    });
  }

  /** Begins to follow, unless the provider is disabled: then nobody connects. */
  start() {
    if (this.#connection) {
      void this.#poller.run();
    }
  }

  stop() {
    this.#poller.stop();
  }

  async #catchUp() {
    await this.#refresh();
    for await (const entityRefs of this.#follower.changes()) {
      for (const entityRef of entityRefs) {
        this.#changed.add(entityRef);
      }
      await this.#refresh();
    }
  }

  /** What is left when it fails is tried again by the next poll. */
  async #refresh() {
    const entityRefs = [...this.#changed];
    for (let i = 0; i < entityRefs.length; i += KEYS_PER_REFRESH) {
      const chunk = entityRefs.slice(i, i + KEYS_PER_REFRESH);
      await this.#connection?.refresh({ keys: chunk.map(refreshKey) });
      for (const entityRef of chunk) {
        this.#changed.delete(entityRef);
      }
    }
  }
}
