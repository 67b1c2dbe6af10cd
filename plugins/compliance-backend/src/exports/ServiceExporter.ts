import {
  EffectiveProfile,
  EntitiesQuery,
  EntitySummary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { AssessmentStore } from '../assessment/AssessmentStore';
import { Rules } from '../checks/Rules';
import { Access } from '../permissions/Access';
import { EntityReader } from '../reporting/EntityReader';

const PAGE_SIZE = 500;

/** An entity with everything that a file says about it. */
export interface ExportedService {
  summary: EntitySummary;
  /** Entity refs. */
  owners: string[];
  isSupplier: boolean;
  profile: EffectiveProfile;
}

/** Reads any number of entities with their profiles, never many at a time. */
export class ServiceExporter {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #entities: EntityReader;

  constructor(options: { knex: Knex; rules: Rules; entities: EntityReader }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#entities = options.entities;
  }

  /**
   * Page by page, with two statements for each; at least one page. Each page is
   * read when it is asked for, so what changes in between may be in it.
   *
   * @param ownerRefs - what the reader owns things as, for a query of what is
   * theirs
   */
  async *pages(
    query: Omit<EntitiesQuery, 'limit' | 'cursor'>,
    access: Access,
    ownerRefs: string[],
  ): AsyncGenerator<ExportedService[]> {
    const store = new AssessmentStore(this.#knex);
    const pages = this.#entities.pages(query, access, {
      ownerRefs,
      limit: PAGE_SIZE,
    });
    for await (const summaries of pages) {
      const stored = await store.entities(
        summaries.map(({ entityRef }) => entityRef),
      );
      const byRef = new Map(
        stored.map(({ entity }) => [entity.entityRef, entity]),
      );
      yield summaries.flatMap(summary => {
        const entity = byRef.get(summary.entityRef);
        if (!entity) {
          return [];
        }
        const { owners, isSupplier, profile } = this.#rules.factsOf(entity);
        return { summary, owners, isSupplier, profile };
      });
      // SQLite answers without ever waiting, which would leave no time to
      // answer other requests.
      await setImmediate();
    }
  }
}
