import { Knex } from 'knex';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { KnownEntity } from '../catalog/types';
import { insertRows, isPostgres, rowsOf, valuesOf } from '../database/json';
import { FieldStore } from './FieldStore';
import { ScoreHistory, Standing } from './ScoreHistory';
import {
  AssessedEntity,
  BatchOutcome,
  StatusChange,
  StoredResult,
} from './types';

/** An entity as it is known before it is assessed. */
export interface StoredEntity {
  entity: KnownEntity;
  assessedBefore: boolean;
  /** How it stands since then; absent when it was never assessed. */
  standing?: Standing;
  /** The labels that the catalog is to show of it so far. */
  labels?: Record<string, string>;
  /** Own and effective risk, as the last assessments had them. */
  ownSupplierRisk?: string;
  supplierRisk?: string;
  /** Of its values in queries, as they are written. */
  fieldsHash?: string;
}

/** One entity depends on another one. */
export interface Edge {
  sourceRef: string;
  targetRef: string;
}

interface EntityRow extends KnownEntityRow {
  assessed_at: string | null;
  labels: string | null;
  own_supplier_risk: string | null;
  supplier_risk: string | null;
  fields_hash: string | null;
  score: number | null;
  level: string | null;
  open_findings: number;
  information_state: string | null;
  classification: string | null;
}

const entityColumns = {
  entity_ref: 'text',
  facets: 'text',
  service_tier: 'text',
  classification: 'text',
  continuity_tier: 'text',
  is_supplier: 'boolean',
  own_supplier_risk: 'text',
  supplier_criticality: 'text',
  next_assessment_on: 'text',
  contract_ends_on: 'text',
  score: 'float',
  strict_score: 'float',
  level: 'text',
  open_findings: 'integer',
  open_checks: 'text',
  coverage: 'text',
  in_sms_scope: 'boolean',
  in_isms_scope: 'boolean',
  service_level_state: 'text',
  information_state: 'text',
  continuity_state: 'text',
  supplier_state: 'text',
  due_on: 'text',
  progress: 'text',
  missing: 'text',
  gain: 'float',
  gain_per_field: 'float',
  fields_hash: 'text',
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
   * Refs of the next entities to assess, in their order. They are locked, so
   * that what makes them dirty from now on does so after they were written.
   * Those that somebody else works on are left to him.
   *
   * @param options - `after` is the ref to go on from
   */
  async take(options: {
    rulesHash: string;
    today: string;
    after: string;
    limit: number;
  }): Promise<string[]> {
    const query = this.#tx('entity')
      .where('entity_ref', '>', options.after)
      .whereRaw('(dirty or rules_hash is distinct from ? or due_on <= ?)', [
        options.rulesHash,
        options.today,
      ])
      .orderBy('entity_ref')
      .limit(options.limit)
      .pluck('entity_ref');
    return isPostgres(this.#tx) ? query.forUpdate().skipLocked() : query;
  }

  /** What entities depend on, and what depends on them. */
  async edges(refs: string[]): Promise<Edge[]> {
    const touching = (column: string) =>
      this.#tx('entity_dependency')
        .select({ sourceRef: 'source_ref', targetRef: 'target_ref' })
        .whereRaw('?? in ?', [column, valuesOf(this.#tx, refs)]);
    return touching('source_ref').union(touching('target_ref'));
  }

  /**
   * The entities as the mirror has them, without those it does not have, and
   * what was entered in the portal about them. This must not be read together
   * with taking the lock: what was committed while waiting for it would be
   * missing.
   */
  async entities(refs: Iterable<string>): Promise<StoredEntity[]> {
    const rows: EntityRow[] = await selectKnown(this.#tx('entity'))
      .leftJoin('entity_label', 'entity_label.entity_ref', 'entity.entity_ref')
      .select(
        'assessed_at',
        'labels',
        'fields_hash',
        'score',
        'level',
        'open_findings',
        'information_state',
        'classification',
        'own_supplier_risk',
        'supplier_risk',
      )
      .whereRaw('entity.entity_ref in ?', [valuesOf(this.#tx, refs)]);
    return rows.map(row => ({
      entity: toKnownEntity(row),
      assessedBefore: row.assessed_at !== null,
      standing:
        row.assessed_at === null
          ? undefined
          : {
              score: row.score ?? undefined,
              level: row.level ?? undefined,
              openFindings: row.open_findings,
              unclassified:
                row.information_state !== null && row.classification === null,
            },
      labels: row.labels === null ? undefined : JSON.parse(row.labels),
      ownSupplierRisk: row.own_supplier_risk ?? undefined,
      supplierRisk: row.supplier_risk ?? undefined,
      fieldsHash: row.fields_hash ?? undefined,
    }));
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

  /**
   * Writes everything but the labels, which come last in a transaction.
   *
   * @param options - `now` is an ISO 8601 timestamp
   */
  async write(
    outcome: BatchOutcome,
    options: { rulesHash: string; now: string },
  ): Promise<void> {
    await this.#writeResults(outcome.written);
    await this.#removeResults(outcome.obsolete);
    await this.#recordChanges(outcome.changes, options.now);
    await this.#writeEntities(outcome.assessed, options);
    await new FieldStore(this.#tx).replace(outcome.fields);
    await new ScoreHistory(this.#tx).record(
      outcome.scores,
      options.now.slice(0, 10),
    );
    await this.#giveUp(
      outcome.failures.map(({ entityRef }) => entityRef),
      options.rulesHash,
    );
  }

  /** Leaves the entities to the next run. */
  async markDirty(refs: string[]): Promise<void> {
    if (refs.length > 0) {
      await this.#tx('entity')
        .whereRaw('entity_ref in ?', [valuesOf(this.#tx, refs)])
        .update({ dirty: true });
    }
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
      is_supplier: entity.supplier !== undefined,
      own_supplier_risk: entity.supplier?.residualRisk,
      supplier_criticality: entity.supplier?.criticality,
      next_assessment_on: entity.supplier?.nextAssessmentOn,
      contract_ends_on: entity.supplier?.contractEndsOn,
      score: entity.score,
      strict_score: entity.strictScore,
      level: entity.level,
      open_findings: entity.openFindings,
      open_checks: entity.openChecks,
      coverage: entity.coverage,
      in_sms_scope: entity.inScope.sms,
      in_isms_scope: entity.inScope.isms,
      service_level_state: entity.facetStates.serviceLevel,
      information_state: entity.facetStates.information,
      continuity_state: entity.facetStates.continuity,
      supplier_state: entity.facetStates.supplier,
      due_on: entity.dueOn,
      progress: entity.progress,
      missing: JSON.stringify(entity.missing),
      gain: entity.gain,
      gain_per_field:
        entity.missing.length > 0
          ? entity.gain / entity.missing.length
          : undefined,
      fields_hash: entity.fields.hash,
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
        .update({
          dirty: false,
          rules_hash: rulesHash,
          due_on: null,
          // They may be written for other rules.
          open_checks: null,
          coverage: null,
        });
    }
  }
}
