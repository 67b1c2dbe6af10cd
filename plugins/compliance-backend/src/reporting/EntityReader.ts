import {
  EntitiesQuery,
  EntitiesResponse,
  EntitySummary,
  Progress,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { exactly } from '../database/text';
import { Access } from '../permissions/Access';
import { Position, readCursor, writeCursor } from './cursor';
import { Scale, sortKey } from './entityOrder';
import { matchingEntities } from './matchingEntities';
import { SortKey, sortedPage } from './sortedPage';

const DEFAULT_LIMIT = 50;
const defaultOrder = { field: 'name', direction: 'asc' } as const;

const columns = [
  'entity_ref',
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
  'facets',
  'service_tier',
  'classification',
  'continuity_tier',
  'supplier_risk',
  'score',
  'strict_score',
  'level',
  'open_findings',
  'progress',
  'missing',
  'gain',
  'assessed_at',
] as const;

type Text = string | null;

interface EntityRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: Text;
  type: Text;
  lifecycle: Text;
  owner: Text;
  system: Text;
  domain: Text;
  facets: Text;
  service_tier: Text;
  classification: Text;
  continuity_tier: Text;
  supplier_risk: Text;
  score: number | null;
  strict_score: number | null;
  level: Text;
  open_findings: number;
  progress: Progress | null;
  missing: Text;
  gain: number | null;
  assessed_at: Text;
  sort_key: string | number | null;
  total: number | string;
}

/** Only the total, when a page has no entities. */
interface EmptyRow {
  entity_ref: null;
  total: number | string;
}

const isEntity = (row: EntityRow | EmptyRow): row is EntityRow =>
  row.entity_ref !== null;

/** Answers lists of entities: one statement, however many there are. */
export class EntityReader {
  readonly #knex: Knex;
  readonly #scale: Scale;

  constructor(options: { knex: Knex; scale: Scale }) {
    this.#knex = options.knex;
    this.#scale = options.scale;
  }

  /**
   * A page of the entities that match a query and that the reader may see.
   *
   * @param ownerRefs - what the reader owns things as, for a query of what is
   * theirs
   * @throws InputError when the cursor is not one of this query, or an owner,
   * system or domain is no entity ref.
   */
  async query(
    query: EntitiesQuery,
    access: Access,
    ownerRefs: string[] = [],
  ): Promise<EntitiesResponse> {
    const { items, total, next } = await this.#page(query, access, {
      ownerRefs,
      limit: query.limit ?? DEFAULT_LIMIT,
      position:
        query.cursor === undefined
          ? undefined
          : readCursor(query.cursor, query, this.#sortKey(query).type),
    });
    return {
      items,
      totalItems: total,
      pageInfo: next ? { nextCursor: writeCursor(next, query) } : {},
    };
  }

  /**
   * All of them, page by page, with a statement for each; at least one page.
   *
   * @throws InputError as above
   */
  async *pages(
    query: Omit<EntitiesQuery, 'limit' | 'cursor'>,
    access: Access,
    options: { ownerRefs: string[]; limit: number },
  ): AsyncGenerator<EntitySummary[]> {
    let position: Position | undefined;
    do {
      const { items, next } = await this.#page(query, access, {
        ...options,
        position,
      });
      yield items;
      position = next;
    } while (position);
  }

  /**
   * What matches is found once, with nothing but what it is sorted by; all else
   * is only read for the page.
   */
  async #page(
    query: EntitiesQuery,
    access: Access,
    options: { ownerRefs: string[]; limit: number; position?: Position },
  ): Promise<{ items: EntitySummary[]; total: number; next?: Position }> {
    const knex = this.#knex;
    const { ownerRefs, limit, position } = options;
    const { direction } = query.order ?? defaultOrder;
    const matching = matchingEntities(knex, query, access, ownerRefs).select(
      'entity.entity_ref',
      knex.raw('? as sort_key', [this.#sortKey(query).sql]),
    );
    // One more than asked for tells whether there is a next page.
    const page = sortedPage(
      knex,
      knex('matching as entity').select('entity.entity_ref'),
      { key: knex.raw('entity.sort_key'), direction, position },
    ).limit(limit + 1);
    const rows: (EntityRow | EmptyRow)[] = await knex
      .withMaterialized('matching', matching)
      .select(columns.map(column => `entity.${column}`))
      .select('page.sort_key', knex.raw('counted.total'))
      .from(knex.raw('(select count(*) as total from matching) as counted'))
      .leftJoin(page.as('page'), join => join.on(knex.raw('1 = 1')))
      .leftJoin('entity', 'entity.entity_ref', 'page.entity_ref')
      .orderByRaw(`page.sort_key is null, page.sort_key ${direction}, ?`, [
        exactly(knex, 'page.entity_ref'),
      ]);
    const items = rows.filter(isEntity).slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toSummary),
      total: Number(rows[0].total),
      next:
        last && rows.length > limit
          ? { key: last.sort_key, entityRef: last.entity_ref }
          : undefined,
    };
  }

  #sortKey({ order = defaultOrder }: EntitiesQuery): SortKey {
    return sortKey(this.#knex, order.field, this.#scale);
  }
}

function toSummary(row: EntityRow): EntitySummary {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    facets: row.facets === null ? undefined : JSON.parse(row.facets),
    serviceTier: row.service_tier ?? undefined,
    classification: row.classification ?? undefined,
    continuityTier: row.continuity_tier ?? undefined,
    supplierRisk: row.supplier_risk ?? undefined,
    score: row.score ?? undefined,
    strictScore: row.strict_score ?? undefined,
    level: row.level ?? undefined,
    openFindings: row.open_findings,
    progress: row.progress ?? undefined,
    missing: row.missing === null ? undefined : JSON.parse(row.missing),
    gain: row.gain ?? undefined,
    assessedAt: row.assessed_at ?? undefined,
  };
}
