import { stringifyError } from '@backstage/errors';
import { Vocabulary } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { Rules } from '../checks/Rules';
import { assessEntity } from './assessEntity';
import { AssessmentStore, PendingEntity } from './AssessmentStore';
import { compareResults } from './compareResults';
import { groupBy } from './groupBy';
import { Neighbourhood } from './Neighbourhood';
import { AssessmentFailure, BatchOutcome, BrokenCheck } from './types';

/** What a run of the assessment did. */
export interface AssessmentResult {
  /** Number of entities. */
  assessed: number;
  /** Number of verdicts with another status than before. */
  changed: number;
  brokenChecks: BrokenCheck[];
  failures: AssessmentFailure[];
}

/** When an assessment happens. */
interface Moment {
  /** ISO 8601 date. */
  today: string;
  /** ISO 8601 timestamp. */
  now: string;
}

/**
 * Applies the rules to the entities that changed, whose neighbours changed,
 * for which a date has come, or that were assessed with other rules.
 */
export class Assessor {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #vocabulary: Vocabulary;
  readonly #clock: () => Date;
  readonly #batchSize: number;

  constructor(options: {
    knex: Knex;
    rules: Rules;
    vocabulary: Vocabulary;
    clock?: () => Date;
    /** Number of entities that are assessed in one transaction. */
    batchSize?: number;
  }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#vocabulary = options.vocabulary;
    this.#clock = options.clock ?? (() => new Date());
    this.#batchSize = options.batchSize ?? 500;
  }

  /**
   * Assesses everything that is pending.
   *
   * @param options - `today` is an ISO 8601 date, that of the clock by default
   */
  async run(
    options: { today?: string; signal?: AbortSignal } = {},
  ): Promise<AssessmentResult> {
    const now = this.#clock().toISOString();
    const moment = { now, today: options.today ?? now.slice(0, 10) };
    const brokenChecks = new Map<string, BrokenCheck>();
    const failures: AssessmentFailure[] = [];
    let assessed = 0;
    let changed = 0;

    for await (const outcome of this.#batches(moment, options.signal)) {
      assessed += outcome.assessed.length;
      changed += outcome.changes.length;
      failures.push(...outcome.failures);
      for (const { checkId, error } of outcome.errors) {
        const broken = brokenChecks.get(checkId);
        brokenChecks.set(checkId, {
          checkId,
          error: broken?.error ?? error,
          entities: (broken?.entities ?? 0) + 1,
        });
      }
    }
    return {
      assessed,
      changed,
      brokenChecks: [...brokenChecks.values()],
      failures,
    };
  }

  async *#batches(
    moment: Moment,
    signal?: AbortSignal,
  ): AsyncIterable<BatchOutcome> {
    // What becomes dirty behind this ref is left to the next run. So every
    // entity is taken once, and the run ends.
    let after: string | undefined = '';
    while (after !== undefined) {
      signal?.throwIfAborted();
      const batch = await this.#assessNext(after, moment);
      if (batch.outcome) {
        yield batch.outcome;
      }
      after = batch.next;
      // SQLite answers without ever waiting, which would leave no time to
      // answer requests.
      await setImmediate();
    }
  }

  /**
   * Assesses the batch after a ref in a transaction.
   *
   * @returns the ref to go on from, if there is more
   */
  #assessNext(
    after: string,
    moment: Moment,
  ): Promise<{ outcome?: BatchOutcome; next?: string }> {
    return this.#knex.transaction(async tx => {
      const store = new AssessmentStore(tx);
      // One more than is needed tells whether there is more.
      const taken = await store.take({
        rulesHash: this.#rules.hash,
        today: moment.today,
        after,
        limit: this.#batchSize + 1,
      });
      const pending = taken.slice(0, this.#batchSize);
      if (pending.length === 0) {
        return {};
      }
      return {
        outcome: await this.#assess(pending, store, moment),
        next:
          taken.length > pending.length
            ? pending.at(-1)?.entity.entityRef
            : undefined,
      };
    });
  }

  async #assess(
    pending: PendingEntity[],
    store: AssessmentStore,
    moment: Moment,
  ): Promise<BatchOutcome> {
    const rules = this.#rules;
    const entities = pending.map(({ entity }) => entity);
    const neighbourhood = await Neighbourhood.read(entities, { store, rules });
    const known = pending.filter(({ assessedBefore }) => assessedBefore);
    const previous = groupBy(
      await store.results(known.map(({ entity }) => entity.entityRef)),
      ({ entityRef }) => entityRef,
    );

    const outcome: BatchOutcome = {
      assessed: [],
      written: [],
      obsolete: [],
      changes: [],
      errors: [],
      failures: [],
    };
    for (const { entity, assessedBefore } of pending) {
      const { entityRef } = entity;
      try {
        const { assessed, results } = assessEntity(rules, {
          ...neighbourhood.factsOf(entityRef),
          today: moment.today,
          vocabulary: this.#vocabulary,
        });
        const differences = compareResults({
          entityRef,
          previous: previous.get(entityRef) ?? [],
          current: results,
          assessedBefore,
          now: moment.now,
        });
        outcome.assessed.push(assessed);
        outcome.written.push(...differences.written);
        outcome.obsolete.push(...differences.obsolete);
        outcome.changes.push(...differences.changes);
        for (const { checkId, error } of results) {
          if (error !== undefined) {
            outcome.errors.push({ checkId, error });
          }
        }
      } catch (error) {
        outcome.failures.push({ entityRef, error: stringifyError(error) });
      }
    }
    await store.write(outcome, { rulesHash: rules.hash, now: moment.now });
    return outcome;
  }
}
