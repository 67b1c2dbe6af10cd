import { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL = 10_000;
const LONGEST_PAUSE = 60_000;

/**
 * Does something again and again, never twice at a time: every 10 seconds, at
 * once when nudged, and ever less often, down to once a minute, while it fails.
 */
export class Poller {
  readonly #poll: () => Promise<void>;
  readonly #logger: LoggerService;
  readonly #interval: number;
  #pause = new AbortController();
  #isStopped = false;

  /**
   * @param options - `poll` may reject; `interval` is in milliseconds
   */
  constructor(options: {
    poll: () => Promise<void>;
    logger: LoggerService;
    interval?: number;
  }) {
    this.#poll = options.poll;
    this.#logger = options.logger;
    this.#interval = options.interval ?? INTERVAL;
  }

  /** Resolves when it was stopped; never rejects. */
  async run(): Promise<void> {
    let failures = 0;
    while (!this.#isStopped) {
      // A nudge during the poll cancels the pause after it.
      this.#pause = new AbortController();
      try {
        await this.#poll();
        if (failures > 0) {
          this.#logger.info('Compliance labels are followed again');
        }
        failures = 0;
      } catch (error) {
        if (failures === 0 && !this.#isStopped) {
          this.#logger.warn(
            `Compliance labels cannot be followed and stay as they are: ${error}`,
          );
        }
        failures += 1;
      }
      await this.#rest(failures);
    }
  }

  /** Makes it poll now or, while it does, once more right after. */
  nudge() {
    this.#pause.abort();
  }

  stop() {
    this.#isStopped = true;
    this.#pause.abort();
  }

  async #rest(failures: number) {
    const pause = this.#interval * 2 ** Math.max(failures - 1, 0);
    await sleep(Math.min(pause, LONGEST_PAUSE), undefined, {
      signal: this.#pause.signal,
    }).catch(() => {});
  }
}
