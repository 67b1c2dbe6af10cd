import { Knex } from 'knex';
import { MirroredEntity } from '../catalog/types';
import { insertRows, isPostgres, rowsOf, valuesOf } from '../database/json';
import {
  AssessedEntity,
  BatchOutcome,
  StatusChange,
  StoredResult,
} from './types';

/** An entity to assess. */
export interface PendingEntity {
  entity: MirroredEntity;
  assessedBefore: boolean;
}

const entityColumns = {
  entity_ref: 'text',
  facets: 'text',
  service_tier: 'text',
  classification: 'text',
  continuity_tier: 'text',
  supplier_risk: 'text',
  score: 'float',
  strict_score: 'float',
  level: 'text',
  open_findings: 'integer',
  due_on: 'text',
} as const;

/** Nothing for most results, as they are about their own entity alone. */
const aboutToText = (refs: string[] = []) =>
  refs.length > 0 ? JSON.stringify(refs) : undefined;

/**
 * What an assessment of some entities reads and writes, with a number of
 * statements that does not depend on theirs. To be used inside a transaction.
 */
export class AssessmentStore {
  readonly #tx: Knex;

  constructor(tx: Knex) {
    this.#tx = tx;
  }

  /**
   * The next entities to assess, in the order of their refs. They are locked,
   * so that what makes them dirty from now on does so after they were written.
   * Those that somebody else works on are left to him.
   *
   * @param options - `after` is the ref to go on from
   */
  async take(options: {
    rulesHash: string;
    today: string;
    after: string;
    limit: number;
  }): Promise<PendingEntity[]> {
    const query = this.#tx('entity')
      .select('facts', 'assessed_at')
      .where('entity_ref', '>', options.after)
      .whereRaw('(dirty or rules_hash is distinct from ? or due_on <= ?)', [
        options.rulesHash,
        options.today,
      ])
      .orderBy('entity_ref')
      .limit(options.limit);
    const rows: { facts: string; assessed_at: string | null }[] =
      await (isPostgres(this.#tx) ? query.forUpdate().skipLocked() : query);
    return rows.map(row => ({
      entity: JSON.parse(row.facts),
      assessedBefore: row.assessed_at !== null,
    }));
  }

  /** Who depends on the entities. */
  async consumersOf(
    refs: string[],
  ): Promise<{ source_ref: string; target_ref: string }[]> {
    return this.#tx('entity_dependency')
      .distinct('source_ref', 'target_ref')
      .whereRaw('target_ref in ?', [valuesOf(this.#tx, refs)]);
  }

  /** The entities as the mirror has them, without those it does not have. */
  async entities(refs: Iterable<string>): Promise<MirroredEntity[]> {
    const rows: { facts: string }[] = await this.#tx('entity')
      .select('facts')
      .whereRaw('entity_ref in ?', [valuesOf(this.#tx, refs)]);
    return rows.map(({ facts }) => JSON.parse(facts));
  }

  async results(refs: string[]): Promise<StoredResult[]> {
    if (refs.length === 0) {
      return [];
    }
    const rows = await this.#tx('check_result')
      .select()
      .whereRaw('entity_ref in ?', [valuesOf(this.#tx, refs)]);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      checkId: row.check_id,
      status: row.status,
      finding: row.finding,
      expected: row.expected,
      upcoming: Boolean(row.upcoming),
      about: row.about ? JSON.parse(row.about) : [],
      dueOn: row.due_on ?? undefined,
      since: row.since,
    }));
  }

  /** @param options - `now` is an ISO 8601 timestamp */
  async write(
    outcome: BatchOutcome,
    options: { rulesHash: string; now: string },
  ): Promise<void> {
    await this.#writeResults(outcome.written);
    await this.#removeResults(outcome.obsolete);
    await this.#recordChanges(outcome.changes, options.now);
    await this.#writeEntities(outcome.assessed, options);
    await this.#giveUp(
      outcome.failures.map(({ entityRef }) => entityRef),
      options.rulesHash,
    );
  }

  async #writeResults(results: StoredResult[]): Promise<void> {
    await insertRows(this.#tx, 'check_result', {
      columns: {
        entity_ref: 'text',
        check_id: 'text',
        status: 'text',
        finding: 'text',
        expected: 'text',
        upcoming: 'boolean',
        about: 'text',
        due_on: 'text',
        since: 'text',
      },
      rows: results.map(result => ({
        entity_ref: result.entityRef,
        check_id: result.checkId,
        status: result.status,
        finding: result.finding,
        expected: result.expected,
        upcoming: result.upcoming,
        about: aboutToText(result.about),
        due_on: result.dueOn,
        since: result.since,
      })),
      conflict: ['entity_ref', 'check_id'],
    });
  }

  async #removeResults(
    results: { entityRef: string; checkId: string }[],
  ): Promise<void> {
    if (results.length === 0) {
      return;
    }
    const keys = rowsOf(
      this.#tx,
      { entity_ref: 'text', check_id: 'text' },
      results.map(result => ({
        entity_ref: result.entityRef,
        check_id: result.checkId,
      })),
    );
    await this.#tx('check_result')
      .whereRaw(
        '(entity_ref, check_id) in (select entity_ref, check_id from ?)',
        [keys],
      )
      .delete();
  }

  async #recordChanges(changes: StatusChange[], now: string): Promise<void> {
    await insertRows(this.#tx, 'check_change', {
      columns: {
        entity_ref: 'text',
        check_id: 'text',
        from_status: 'text',
        to_status: 'text',
        finding: 'text',
        about: 'text',
        changed_at: 'text',
      },
      rows: changes.map(change => ({
        entity_ref: change.entityRef,
        check_id: change.checkId,
        from_status: change.from,
        to_status: change.to,
        finding: change.finding,
        about: aboutToText(change.about),
        changed_at: now,
      })),
    });
  }

  async #writeEntities(
    entities: AssessedEntity[],
    options: { rulesHash: string; now: string },
  ): Promise<void> {
    const rows = entities.map(entity => ({
      entity_ref: entity.entityRef,
      facets: JSON.stringify(entity.facets),
      service_tier: entity.serviceTier,
      classification: entity.classification,
      continuity_tier: entity.continuityTier,
      supplier_risk: entity.supplierRisk,
      score: entity.score,
      strict_score: entity.strictScore,
      level: entity.level,
      open_findings: entity.openFindings,
      due_on: entity.dueOn,
    }));
    const assignments = Object.keys(entityColumns)
      .filter(column => column !== 'entity_ref')
      .map(column => `${column} = input.${column}`);
    await this.#tx.raw(
      `update entity
        set dirty = false, rules_hash = ?, assessed_at = ?, ${assignments}
        from ? where entity.entity_ref = input.entity_ref`,
      [options.rulesHash, options.now, rowsOf(this.#tx, entityColumns, rows)],
    );
  }

  /** Leaves the entities as they are until something about them changes. */
  async #giveUp(refs: string[], rulesHash: string): Promise<void> {
    if (refs.length > 0) {
      await this.#tx('entity')
        .whereRaw('entity_ref in ?', [valuesOf(this.#tx, refs)])
        .update({ dirty: false, rules_hash: rulesHash, due_on: null });
    }
  }
}
