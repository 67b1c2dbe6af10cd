import {
  SUPPLIER_RISK_LABEL,
  UNSET,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { isPostgres, rowsOf, valuesOf } from '../database/json';
import { LabelChange, LabelStore } from '../labels/LabelStore';
import { staleSupplierRisks } from './supplierRiskSql';

interface StaleRow {
  entity_ref: string;
  risk: string | null;
  path: string | null;
  labels: string | null;
}

const columns = {
  entity_ref: 'text',
  supplier_risk: 'text',
  supplier_risk_path: 'text',
} as const;

/**
 * Lets entities inherit the worst residual risk of the suppliers that they
 * need, directly or through others, and keeps the chain that explains it: the
 * shortest one to a supplier with that risk, and of these the first by refs.
 */
export class SupplierRisk {
  readonly #knex: Knex;
  readonly #vocabulary: Vocabulary;
  readonly #depth: number;
  readonly #batchSize: number;

  constructor(options: {
    knex: Knex;
    vocabulary: Vocabulary;
    /** Number of dependencies that a chain consists of at most. */
    depth: number;
    /** Number of entities that are written in one transaction. */
    batchSize?: number;
  }) {
    this.#knex = options.knex;
    this.#vocabulary = options.vocabulary;
    this.#depth = options.depth;
    this.#batchSize = options.batchSize ?? 500;
  }

  /** Whether entities are known under a risk that is not theirs any more. */
  async isBehind(): Promise<boolean> {
    return (await this.#stale(this.#knex, {}).first()) !== undefined;
  }

  /**
   * Brings all entities up to date.
   *
   * @returns the number of those with other labels than before; when there are
   * any, that is to be announced
   */
  async update(signal?: AbortSignal): Promise<{ labels: number }> {
    return this.#write(await this.#refsOf(this.#stale(this.#knex, {})), signal);
  }

  /**
   * Brings suppliers and what depends on them up to date, as many as one batch
   * takes. The others wait for the next {@link update}.
   *
   * @returns as `update` does
   */
  async updateFrom(suppliers: string[]): Promise<{ labels: number }> {
    const stale = this.#stale(this.#knex, { suppliers });
    return this.#write(await this.#refsOf(stale.limit(this.#batchSize)));
  }

  async #write(
    refs: string[],
    signal?: AbortSignal,
  ): Promise<{ labels: number }> {
    let labels = 0;
    for (let start = 0; start < refs.length; start += this.#batchSize) {
      signal?.throwIfAborted();
      labels += await this.#writeBatch(
        refs.slice(start, start + this.#batchSize),
      );
      // SQLite answers without ever waiting, which would leave no time to
      // answer requests.
      await setImmediate();
    }
    return { labels };
  }

  /**
   * The risks are found out again once the entities are locked. So whoever
   * writes an entity last has seen what everybody before has committed.
   *
   * @returns the number of changed labels
   */
  #writeBatch(refs: string[]): Promise<number> {
    return this.#knex.transaction(async tx => {
      const lock = tx('entity')
        .whereRaw('entity_ref in ?', [valuesOf(tx, refs)])
        .orderBy('entity_ref')
        .pluck('entity_ref');
      const entityRefs = await (isPostgres(tx) ? lock.forUpdate() : lock);
      const rows: StaleRow[] = await this.#stale(tx, { entityRefs })
        .leftJoin(
          'entity_label',
          'entity_label.entity_ref',
          'entity.entity_ref',
        )
        .select('entity_label.labels');
      await tx.raw(
        `update entity set supplier_risk = input.supplier_risk,
           supplier_risk_path = input.supplier_risk_path
         from ? where entity.entity_ref = input.entity_ref`,
        [
          rowsOf(
            tx,
            columns,
            rows.map(row => ({
              entity_ref: row.entity_ref,
              supplier_risk: row.risk,
              supplier_risk_path: row.path,
            })),
          ),
        ],
      );
      const changes = rows.flatMap(labelChange);
      await new LabelStore(tx).publish(changes);
      return changes.length;
    });
  }

  #refsOf(stale: Knex.QueryBuilder): Promise<string[]> {
    return stale
      .orderBy('entity.entity_ref')
      .then((rows: StaleRow[]) => rows.map(row => row.entity_ref));
  }

  #stale(
    knex: Knex,
    selection: Parameters<typeof staleSupplierRisks>[1]['selection'],
  ): Knex.QueryBuilder {
    return staleSupplierRisks(knex, {
      depth: this.#depth,
      risks: this.#vocabulary.scales.risk.map(({ id }) => id),
      selection,
    });
  }
}

/** Nothing for what has no labels yet; its first assessment writes them. */
function labelChange(row: StaleRow): LabelChange[] {
  const labels: Record<string, string> | undefined =
    row.labels === null ? undefined : JSON.parse(row.labels);
  const risk = row.risk ?? UNSET;
  return labels && labels[SUPPLIER_RISK_LABEL] !== risk
    ? [
        {
          entityRef: row.entity_ref,
          labels: { ...labels, [SUPPLIER_RISK_LABEL]: risk },
        },
      ]
    : [];
}
