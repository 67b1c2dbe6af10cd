import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Vocabulary } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import {
  factsHash,
  mirroredFields,
  searchValues,
  toMirroredEntity,
} from './mirrorEntity';
import { MirroredRow, MirrorStore } from './MirrorStore';
import { Surroundings } from './Surroundings';

const PAGE_SIZE = 500;

type Catalog = Pick<CatalogService, 'streamEntities' | 'getEntitiesByRefs'>;
type Auth = Pick<AuthService, 'getOwnServiceCredentials'>;

/** What a run of the mirror did, in numbers of entities. */
export interface MirrorResult {
  read: number;
  added: number;
  changed: number;
  removed: number;
  /** Number of the removed entities that had labels. */
  unlabelled: number;
  /** Whether there is anything to assess. */
  pending: boolean;
}

/**
 * Copies the entities in scope from the catalog. Only what changed since the
 * last run is written.
 */
export class CatalogMirror {
  readonly #store: MirrorStore;
  readonly #catalog: Catalog;
  readonly #auth: Auth;
  readonly #scope: FilterPredicate;

  constructor(options: {
    knex: Knex;
    catalog: Catalog;
    auth: Auth;
    scope: FilterPredicate;
    /** To tell what changes of annotations mean. */
    vocabulary: Vocabulary;
    clock?: () => Date;
  }) {
    this.#store = new MirrorStore(options);
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#scope = options.scope;
  }

  /**
   * Reads the catalog once. When that fails half way, what was read is kept
   * and nothing is removed.
   *
   * @param options - `rulesHash` and `today` (ISO 8601 date) tell which known
   * entities wait for an assessment
   */
  async run(options: {
    rulesHash: string;
    today: string;
    signal?: AbortSignal;
  }): Promise<MirrorResult> {
    const known = await this.#store.load(options);
    const seen = new Set<string>();
    const surroundings = new Surroundings({
      catalog: this.#catalog,
      auth: this.#auth,
    });
    let added = 0;
    let changed = 0;

    for await (const page of this.#stream()) {
      options.signal?.throwIfAborted();
      const rows: MirroredRow[] = [];
      for (const row of await toRows(page, surroundings)) {
        const { entityRef } = row.entity;
        // An entity that moves between two pages comes twice.
        const isNew = !seen.has(entityRef);
        seen.add(entityRef);
        if (isNew && known.hashes.get(entityRef) !== row.hash) {
          rows.push(row);
        }
      }
      if (rows.length > 0) {
        await this.#store.save(rows);
        const old = rows.filter(row => known.hashes.has(row.entity.entityRef));
        changed += old.length;
        added += rows.length - old.length;
      }
    }

    const removed = [...known.hashes.keys()].filter(ref => !seen.has(ref));
    const unlabelled =
      removed.length > 0 ? await this.#store.remove(removed) : 0;
    return {
      read: seen.size,
      added,
      changed,
      removed: removed.length,
      unlabelled,
      pending: known.pending || added + changed + removed.length > 0,
    };
  }

  async *#stream(): AsyncIterable<Entity[]> {
    yield* this.#catalog.streamEntities(
      { query: this.#scope, fields: mirroredFields, pageSize: PAGE_SIZE },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
  }
}

async function toRows(
  page: Entity[],
  surroundings: Surroundings,
): Promise<MirroredRow[]> {
  const mirrored = page.map(toMirroredEntity);
  await surroundings.complete(mirrored);
  return mirrored.map((entity, index) => {
    const facts = JSON.stringify(entity);
    const search = searchValues(page[index]);
    const hash = factsHash(facts, JSON.stringify(search));
    return { entity, facts, search, hash };
  });
}
