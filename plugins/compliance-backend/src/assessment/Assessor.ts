import { stringifyError } from '@backstage/errors';
import {
  CheckFacts,
  EditedProfile,
  EntityFacts,
  isSameValue,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { EvaluatedCheck, Rules } from '../checks/Rules';
import { LabelStore } from '../labels/LabelStore';
import { assessEntity } from './assessEntity';
import { AssessmentStore } from './AssessmentStore';
import { compareResults } from './compareResults';
import { groupBy } from './groupBy';
import { Neighbourhood } from './Neighbourhood';
import { compareStandings } from './ScoreHistory';
import {
  AssessedEntity,
  AssessmentFailure,
  BatchOutcome,
  BrokenCheck,
} from './types';

/** What a run of the assessment did. */
export interface AssessmentResult {
  /** Number of entities. */
  assessed: number;
  /** Number of verdicts with another status than before. */
  changed: number;
  /** Number of entities with other labels than before. */
  labels: number;
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
    const moment = this.#moment(options.today);
    const brokenChecks = new Map<string, BrokenCheck>();
    const failures: AssessmentFailure[] = [];
    let assessed = 0;
    let changed = 0;
    let labels = 0;

    for await (const outcome of this.#batches(moment, options.signal)) {
      assessed += outcome.assessed.length;
      changed += outcome.changes.length;
      labels += outcome.labels.length;
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
      labels,
      brokenChecks: [...brokenChecks.values()],
      failures,
    };
  }

  /**
   * Assesses entities inside a transaction that has locked them. Those that
   * are too many for one batch are left to the next run; so are those that
   * cannot be assessed, for the run to report them, and neighbours that are
   * not among the entities, as they are new.
   *
   * @param options - `first` are those of the entities that must not be left
   * to the next run, because they were changed
   * @returns the number of entities with other labels than before, to be
   * announced after the commit when there are any; and the suppliers whose own
   * risk is another one, which what depends on them inherits
   */
  async assessNow(
    tx: Knex,
    entityRefs: string[],
    options: { first?: string[] } = {},
  ): Promise<{ labels: number; suppliers: string[] }> {
    const { first = [] } = options;
    const ordered = [...new Set([...first, ...entityRefs])];
    const batch = ordered.slice(0, this.#batchSize);
    const store = new AssessmentStore(tx);
    const neighbourhood = await this.#read(batch, store);
    const moment = this.#moment();
    const outcome = await this.#assess(batch, neighbourhood, store, moment);
    await store.write(
      { ...outcome, failures: [] },
      { rulesHash: this.#rules.hash, now: moment.now },
    );
    const known = new Set(ordered);
    await store.markDirty([
      ...ordered.slice(batch.length),
      ...outcome.failures.map(({ entityRef }) => entityRef),
      ...neighbourhood.neighboursOf(first).filter(ref => !known.has(ref)),
    ]);
    await new LabelStore(tx).publish(outcome.labels);
    return {
      labels: outcome.labels.length,
      suppliers: outcome.assessed.flatMap(({ entityRef, supplier }) =>
        neighbourhood.find(entityRef)?.ownSupplierRisk ===
        supplier?.residualRisk
          ? []
          : entityRef,
      ),
    };
  }

  /**
   * Tells what an assessment would say if these values were entered in the
   * portal. Nothing is written.
   *
   * @returns undefined when the mirror does not have the entity
   */
  async preview(
    knex: Knex,
    entityRef: string,
    edited: EditedProfile,
  ): Promise<
    | {
        facts: EntityFacts;
        assessed: AssessedEntity;
        results: EvaluatedCheck[];
      }
    | undefined
  > {
    const neighbourhood = await Neighbourhood.read([entityRef], {
      store: new AssessmentStore(knex),
      rules: this.#rules,
      edits: new Map([[entityRef, edited]]),
    });
    if (!neighbourhood.find(entityRef)) {
      return undefined;
    }
    const facts = this.#factsOf(entityRef, neighbourhood, this.#moment());
    return { facts: facts.entity, ...assessEntity(this.#rules, facts) };
  }

  #moment(today?: string): Moment {
    const now = this.#clock().toISOString();
    return { now, today: today ?? now.slice(0, 10) };
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
      // Each batch happens at a time of its own, maybe on the next day.
      const batch = await this.#assessNext(after, this.#moment(moment.today));
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
      const batch = taken.slice(0, this.#batchSize);
      if (batch.length === 0) {
        return {};
      }
      const neighbourhood = await this.#read(batch, store);
      const outcome = await this.#assess(batch, neighbourhood, store, moment);
      await store.write(outcome, {
        rulesHash: this.#rules.hash,
        now: moment.now,
      });
      await new LabelStore(tx).publish(outcome.labels);
      return {
        outcome,
        next: taken.length > batch.length ? batch.at(-1) : undefined,
      };
    });
  }

  #read(refs: string[], store: AssessmentStore): Promise<Neighbourhood> {
    return Neighbourhood.read(refs, { store, rules: this.#rules });
  }

  #factsOf(
    entityRef: string,
    neighbourhood: Neighbourhood,
    { today }: Moment,
  ): CheckFacts {
    return {
      ...neighbourhood.factsOf(entityRef),
      today,
      vocabulary: this.#vocabulary,
    };
  }

  /** Finds out about entities what is to be written. */
  async #assess(
    refs: string[],
    neighbourhood: Neighbourhood,
    store: AssessmentStore,
    moment: Moment,
  ): Promise<BatchOutcome> {
    const entities = refs.flatMap(ref => neighbourhood.find(ref) ?? []);
    const known = entities.filter(({ assessedBefore }) => assessedBefore);
    const previous = groupBy(
      await store.results(known.map(({ entity }) => entity.entityRef)),
      ({ entityRef }) => entityRef,
    );

    const outcome: BatchOutcome = {
      assessed: [],
      labels: [],
      fields: [],
      scores: [],
      written: [],
      obsolete: [],
      changes: [],
      errors: [],
      failures: [],
    };
    for (const stored of entities) {
      const { entity, assessedBefore, labels, supplierRisk, fieldsHash } =
        stored;
      const { entityRef } = entity;
      try {
        const { assessed, results } = assessEntity(
          this.#rules,
          this.#factsOf(entityRef, neighbourhood, moment),
          { supplierRisk },
        );
        const differences = compareResults({
          entityRef,
          previous: previous.get(entityRef) ?? [],
          current: results,
          assessedBefore,
          now: moment.now,
        });
        outcome.assessed.push(assessed);
        if (!isSameValue(labels, assessed.labels)) {
          outcome.labels.push({ entityRef, labels: assessed.labels });
        }
        outcome.scores.push(
          ...compareStandings(entityRef, stored.standing, assessed),
        );
        if (fieldsHash !== assessed.fields.hash) {
          outcome.fields.push(assessed.fields);
        }
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
    return outcome;
  }
}
