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
import { applyFilter, applyFullText, applyOwners } from './entityFilter';
import { Scale, sortKey } from './entityOrder';

const DEFAULT_LIMIT = 50;

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
}

/** Answers lists of entities: two statements, however many there are. */
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
   * @throws InputError when the cursor is not one of this query, or an owner or
   * system is no entity ref.
   */
  async query(
    query: EntitiesQuery,
    access: Access,
    ownerRefs: string[] = [],
  ): Promise<EntitiesResponse> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const position =
      query.cursor === undefined ? undefined : readCursor(query.cursor, query);
    const matching = () => this.#matching(query, access, ownerRefs);
    const [rows, [{ total }]] = await Promise.all([
      // One more than asked for tells whether there is a next page.
      this.#page(matching(), query, position).limit(limit + 1),
      matching().count({ total: '*' }),
    ]);
    const page: EntityRow[] = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(toSummary),
      totalItems: Number(total),
      pageInfo:
        last && rows.length > limit
          ? {
              nextCursor: writeCursor(
                { key: last.sort_key, entityRef: last.entity_ref },
                query,
              ),
            }
          : {},
    };
  }

  #matching(
    query: EntitiesQuery,
    access: Access,
    ownerRefs: string[],
  ): Knex.QueryBuilder {
    const matching = this.#knex('entity');
    access.restrict(matching);
    applyFilter(this.#knex, matching, query.filter ?? {});
    if (query.filter?.mine) {
      applyOwners(this.#knex, matching, ownerRefs);
    }
    if (query.fullText) {
      applyFullText(matching, query.fullText);
    }
    return matching;
  }

  /** Sorted, what has no value last, from after a position on. */
  #page(
    matching: Knex.QueryBuilder,
    query: EntitiesQuery,
    position: Position | undefined,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const { field, direction } = query.order ?? {
      field: 'name',
      direction: 'asc',
    };
    const key = sortKey(knex, field, this.#scale);
    const ref = exactly(knex, 'entity.entity_ref');
    const page = matching
      .select(columns.map(column => `entity.${column}`))
      .select(knex.raw('? as sort_key', [key]))
      .orderByRaw(
        `(?) is null, ? ${direction === 'desc' ? 'desc' : 'asc'}, ?`,
        [key, key, ref],
      );
    if (position?.key === null) {
      page.whereRaw('? is null and ? > ?', [key, ref, position.entityRef]);
    } else if (position) {
      page.whereRaw(
        `(? ${
          direction === 'desc' ? '<' : '>'
        } ? or (? = ? and ? > ?) or ? is null)`,
        [key, position.key, key, position.key, ref, position.entityRef, key],
      );
    }
    return page;
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
