import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError, stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { subtractDuration } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { Rules } from '../checks/Rules';
import { SupplierRisk } from '../dependencies/SupplierRisk';
import { DocumentMirror } from '../documents/DocumentMirror';
import { announceLabels } from '../labels/announceLabels';
import { Assessor } from './Assessor';
import { pruneHistory } from './pruneHistory';
import { Run, RunStore, Task } from './RunStore';
import { ScoreHistory } from './ScoreHistory';

/** What is to be remembered of a run that came to its end. */
type Summary = Pick<Run, 'error' | 'counts' | 'brokenChecks'>;

/**
 * What happens on schedule: reads the catalog, assesses what changed, lets
 * entities inherit the risk of suppliers, tells when labels changed by that,
 * and forgets history that is too old.
 */
export class Cycle {
  readonly #knex: Knex;
  readonly #mirror: CatalogMirror;
  readonly #documents: Pick<DocumentMirror, 'run'>;
  readonly #assessor: Assessor;
  readonly #supplierRisk: SupplierRisk;
  readonly #runs: RunStore;
  readonly #rules: Rules;
  readonly #logger: LoggerService;
  readonly #events: Pick<EventsService, 'publish'>;
  readonly #historyRetention: string;
  readonly #clock: () => Date;
  #prunedOn?: string;
  #recordedOn?: string;

  constructor(options: {
    knex: Knex;
    mirror: CatalogMirror;
    documents: Pick<DocumentMirror, 'run'>;
    assessor: Assessor;
    supplierRisk: SupplierRisk;
    runs: RunStore;
    rules: Rules;
    logger: LoggerService;
    events: Pick<EventsService, 'publish'>;
    /** ISO 8601 duration. */
    historyRetention: string;
    clock?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#mirror = options.mirror;
    this.#documents = options.documents;
    this.#assessor = options.assessor;
    this.#supplierRisk = options.supplierRisk;
    this.#runs = options.runs;
    this.#rules = options.rules;
    this.#logger = options.logger;
    this.#events = options.events;
    this.#historyRetention = options.historyRetention;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * Runs once. When the catalog cannot be read, what is known of it is assessed
   * all the same, as dates come by themselves.
   *
   * @throws when the catalog could not be read or the assessment failed; both
   * are on record then.
   */
  async run(signal?: AbortSignal): Promise<void> {
    const today = this.#clock().toISOString().slice(0, 10);
    const mirrored = this.#record('mirror', () => this.#read(today, signal));
    const isPending = await mirrored.then(
      ({ pending }) => pending,
      () => true,
    );
    // A run that was interrupted, or an edit, may have left risks behind.
    if (isPending || (await this.#supplierRisk.isBehind())) {
      await this.#record('assessment', () => this.#assess(today, signal));
    }
    if (this.#prunedOn !== today) {
      const oldest = subtractDuration(today, this.#historyRetention);
      await pruneHistory(this.#knex, oldest);
      this.#prunedOn = today;
    }
    await mirrored;
    if (this.#recordedOn !== today) {
      await new ScoreHistory(this.#knex).recordDay(today);
      this.#recordedOn = today;
    }
  }

  async #read(today: string, signal?: AbortSignal) {
    try {
      const { pending, unlabelled, ...counts } = await this.#mirror.run({
        rulesHash: this.#rules.hash,
        today,
        signal,
      });
      if (unlabelled > 0) {
        await this.#announceLabels();
      }
      const { added, changed, removed } = counts;
      if (added + changed + removed > 0) {
        this.#logger.info('Read the catalog', counts);
      }
      const documents = await this.#documents.run(signal);
      return {
        pending,
        counts: { ...counts, ...documents },
        brokenChecks: [],
      };
    } catch (error) {
      throw new ForwardedError('The catalog could not be read', error);
    }
  }

  async #assess(today: string, signal?: AbortSignal): Promise<Summary> {
    const { assessed, changed, labels, brokenChecks, failures } =
      await this.#assessAndInherit(today, signal).catch(async error => {
        // The batches before the one that failed are written.
        await this.#announceLabels();
        throw error;
      });
    if (labels > 0) {
      await this.#announceLabels();
    }
    const counts = { assessed, changed, failed: failures.length };
    this.#logger.info('Assessed what was pending', counts);
    for (const { checkId, error, entities } of brokenChecks) {
      this.#logger.warn(`The check '${checkId}' is broken: ${error}`, {
        entities,
      });
    }
    const [first] = failures;
    return {
      counts,
      brokenChecks,
      error:
        first &&
        `${failures.length} entities could not be assessed, the first one is ${first.entityRef}: ${first.error}`,
    };
  }

  async #assessAndInherit(today: string, signal?: AbortSignal) {
    const result = await this.#assessor.run({ today, signal });
    const inherited = await this.#supplierRisk.update(signal);
    return { ...result, labels: result.labels + inherited.labels };
  }

  #announceLabels(): Promise<void> {
    return announceLabels({ events: this.#events, logger: this.#logger });
  }

  async #record<T extends Summary>(
    task: Task,
    work: () => Promise<T>,
  ): Promise<T> {
    const startedAt = this.#clock().toISOString();
    const record = ({ error, counts, brokenChecks }: Summary) =>
      this.#runs.record(task, {
        startedAt,
        endedAt: this.#clock().toISOString(),
        outcome: error === undefined ? 'success' : 'failure',
        error,
        counts,
        brokenChecks,
      });
    let summary: T;
    try {
      summary = await work();
    } catch (error) {
      await record({
        error: stringifyError(error),
        counts: {},
        brokenChecks: [],
      });
      throw error;
    }
    await record(summary);
    return summary;
  }
}
