import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { announceLabels } from '../labels/announceLabels';
import { LiveChannels } from './liveChannels';

/**
 * Each signal may be a request to another backend. Who looks at one of many
 * entities that were edited together sees it with the next reading.
 */
const MAX_SIGNALS = 100;

/** Tells others that profiles changed, once that is committed. */
export class Announcer {
  readonly #events: EventsService;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #channelOf: LiveChannels;

  constructor(options: {
    events: EventsService;
    signals: SignalsService;
    logger: LoggerService;
    channelOf: LiveChannels;
  }) {
    this.#events = options.events;
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#channelOf = options.channelOf;
  }

  /**
   * Never fails, and need not be waited for.
   *
   * @param options - `versions` of the profiles by ref, and whether any label
   * changed
   */
  async announce(options: {
    versions: Map<string, string>;
    labels: boolean;
  }): Promise<void> {
    if (options.labels) {
      await announceLabels({ events: this.#events, logger: this.#logger });
    }
    try {
      for (const [ref, version] of [...options.versions].slice(
        0,
        MAX_SIGNALS,
      )) {
        await this.#signals.publish({
          recipients: { type: 'broadcast' },
          channel: this.#channelOf(ref),
          message: { version },
        });
      }
    } catch (error) {
      this.#logger.warn(`Changed profiles could not be signalled: ${error}`);
    }
  }
}
