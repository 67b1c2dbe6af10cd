import {
  SuppliersQuery,
  SuppliersResponse,
  SupplierSummary,
  UNSET,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { Rules } from '../checks/Rules';
import { rowsOf } from '../database/json';
import { withReached } from '../dependencies/reach';
import { supplierValuesOf } from '../dependencies/supplierValues';
import { Access } from '../permissions/Access';
import { readCursor, writeCursor } from './cursor';
import { applyFullText } from './entityFilter';
import { sortedPage } from './sortedPage';
import { supplierSortKey } from './supplierOrder';

const DEFAULT_LIMIT = 50;

interface SupplierRow extends KnownEntityRow {
  entity_ref: string;
  score: number | null;
  level: string | null;
  open_findings: number;
  sort_key: string | number | null;
}

type Dependents = Pick<SupplierSummary, 'dependents' | 'dependentsByTier'>;

/** Answers lists of suppliers: three statements, however many there are. */
export class SupplierReader {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #vocabulary: Vocabulary;
  readonly #depth: number;

  constructor(options: {
    knex: Knex;
    rules: Rules;
    vocabulary: Vocabulary;
    /** Over how many dependencies something depends on a supplier. */
    depth: number;
  }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#vocabulary = options.vocabulary;
    this.#depth = options.depth;
  }

  /**
   * A page of the suppliers that the reader may see.
   *
   * @throws InputError when the cursor is not one of this query.
   */
  async query(
    query: SuppliersQuery,
    access: Access,
  ): Promise<SuppliersResponse> {
    const { fullText, order, limit = DEFAULT_LIMIT, cursor } = query;
    const sealed = { filter: { isSupplier: true }, fullText, order };
    const { field, direction } = order ?? { field: 'name', direction: 'asc' };
    const key = supplierSortKey(this.#knex, field, this.#vocabulary);
    const position =
      cursor === undefined ? undefined : readCursor(cursor, sealed, key.type);
    const page = sortedPage(
      this.#knex,
      selectKnown(this.#suppliers(fullText, access)).select(
        'entity.entity_ref',
        'score',
        'level',
        'open_findings',
      ),
      { key: key.sql, direction, position },
    );
    const [found, [{ total }]] = await Promise.all([
      // One more than asked for tells whether there is a next page.
      page.limit(limit + 1),
      this.#suppliers(fullText, access).count({ total: '*' }),
    ]);
    const rows: SupplierRow[] = found.slice(0, limit);
    const dependents = await this.#dependents(
      rows.map(row => row.entity_ref),
      access,
    );
    const last = rows.at(-1);
    return {
      items: rows.map(row => ({
        ...this.#summaryOf(row),
        ...(dependents.get(row.entity_ref) ?? {
          dependents: 0,
          dependentsByTier: {},
        }),
      })),
      totalItems: Number(total),
      pageInfo:
        last && found.length > limit
          ? {
              nextCursor: writeCursor(
                { key: last.sort_key, entityRef: last.entity_ref },
                sealed,
              ),
            }
          : {},
    };
  }

  #suppliers(fullText: string | undefined, access: Access): Knex.QueryBuilder {
    const suppliers = this.#knex('entity').whereRaw('entity.is_supplier');
    access.restrict(suppliers);
    if (fullText) {
      applyFullText(this.#knex, suppliers, fullText);
    }
    return suppliers;
  }

  /** How many entities depend on each of the suppliers, through whatever. */
  async #dependents(
    suppliers: string[],
    access: Access,
  ): Promise<Map<string, Dependents>> {
    const knex = this.#knex;
    const rows: { root: string; tier: string | null; total: number }[] =
      await withReached(knex, knex.queryBuilder(), {
        roots: rowsOf(
          knex,
          { root: 'text' },
          suppliers.map(root => ({ root })),
        ),
        direction: 'dependents',
        depth: this.#depth,
        access,
      })
        .from('reached')
        .join('entity', 'entity.entity_ref', 'reached.ref')
        .whereRaw('reached.ref <> reached.root')
        .groupBy('reached.root', 'entity.service_tier')
        .select('reached.root', { tier: 'entity.service_tier' })
        .countDistinct({ total: 'reached.ref' });
    const dependents = new Map<string, Dependents>();
    for (const { root, tier, total } of rows) {
      const counts = dependents.get(root) ?? {
        dependents: 0,
        dependentsByTier: {},
      };
      counts.dependents += Number(total);
      counts.dependentsByTier[tier ?? UNSET] = Number(total);
      dependents.set(root, counts);
    }
    return dependents;
  }

  #summaryOf(row: SupplierRow): Omit<SupplierSummary, keyof Dependents> {
    const entity = toKnownEntity(row);
    const { profile } = this.#rules.factsOf(entity);
    const { kind, inherentRisk, dataAccess, lastAssessedOn, certifications } =
      profile.supplier;
    return {
      entityRef: row.entity_ref,
      title: entity.title,
      owner: entity.owners.at(0),
      kind: kind?.value,
      inherentRisk: inherentRisk?.value,
      dataAccess: dataAccess?.value,
      lastAssessedOn: lastAssessedOn?.value,
      certifications: certifications?.value,
      ...supplierValuesOf(profile, this.#vocabulary),
      score: row.score ?? undefined,
      level: row.level ?? undefined,
      openFindings: row.open_findings,
    };
  }
}
