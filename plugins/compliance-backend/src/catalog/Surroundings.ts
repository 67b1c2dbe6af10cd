import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { MirroredEntity } from './types';

/**
 * What entities that need not be in scope say about those that are: which
 * owners exist, and which domains systems are part of. Each is asked for once
 * in a run, with two calls for a page at most.
 */
export class Surroundings {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #owners = new Map<string, boolean>();
  readonly #domains = new Map<string, string | undefined>();

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** Tells entities of a page which owners are missing and their domain. */
  async complete(page: MirroredEntity[]): Promise<void> {
    await this.#learn(this.#owners, {
      refs: page.flatMap(({ owners }) => owners),
      field: 'kind',
      read: owner => owner !== undefined,
    });
    await this.#learn(this.#domains, {
      refs: page.flatMap(({ system, domain }) =>
        system && !domain ? [system] : [],
      ),
      field: 'relations',
      read: system =>
        system?.relations?.find(
          ({ type, targetRef }) =>
            type === RELATION_PART_OF && targetRef.startsWith('domain:'),
        )?.targetRef,
    });
    for (const entity of page) {
      entity.missingOwners = entity.owners.filter(
        ref => !this.#owners.get(ref),
      );
      entity.domain ??= this.#domains.get(entity.system ?? '');
    }
  }

  async #learn<T>(
    known: Map<string, T>,
    options: {
      refs: string[];
      field: string;
      read(entity: Entity | undefined): T;
    },
  ): Promise<void> {
    const asked = new Set(options.refs.filter(ref => !known.has(ref)));
    if (asked.size === 0) {
      return;
    }
    const entityRefs = [...asked];
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: [options.field] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for (const [index, ref] of entityRefs.entries()) {
      known.set(ref, options.read(items[index]));
    }
  }
}
