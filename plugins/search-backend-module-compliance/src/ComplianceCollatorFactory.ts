import { parseEntityRef } from '@backstage/catalog-model';
import { Permission } from '@backstage/plugin-permission-common';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  ComplianceApi,
  EntitiesQuery,
  EntitySummary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Readable } from 'node:stream';
import { ComplianceDocument, complianceDocument } from './complianceDocument';

const PAGE_SIZE = 500;

/** The part of the API that is read, as the search backend itself. */
export type ReadApi = Pick<
  ComplianceApi,
  'getVocabulary' | 'getChecks' | 'queryEntities'
>;

/**
 * Collates one document for each entity in scope, with a call for each page of
 * entities and of what fails each check. A page of entities is held at a time;
 * of all entities, only which checks they fail.
 */
export class ComplianceCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'compliance';
  readonly visibilityPermission: Permission;
  readonly #api: ReadApi;
  readonly #token: () => Promise<string>;
  readonly #locationTemplate: string;

  constructor(options: {
    api: ReadApi;
    /** A token for a call; none lives as long as a collation may take. */
    token: () => Promise<string>;
    locationTemplate: string;
    visibilityPermission: Permission;
  }) {
    this.#api = options.api;
    this.#token = options.token;
    this.#locationTemplate = options.locationTemplate;
    this.visibilityPermission = options.visibilityPermission;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<ComplianceDocument> {
    const vocabulary = await this.#api.getVocabulary({
      token: await this.#token(),
    });
    const failing = await this.#failingChecks();
    for await (const entity of this.#entities({})) {
      yield complianceDocument(entity, {
        failing: failing.get(entity.entityRef) ?? [],
        vocabulary,
        location: this.#locationOf(entity.entityRef),
      });
    }
  }

  /** Titles of the failing checks by entity ref. */
  async #failingChecks(): Promise<Map<string, string[]>> {
    const { items: checks } = await this.#api.getChecks({
      token: await this.#token(),
    });
    const failing = new Map<string, string[]>();
    for (const { id, title } of checks) {
      const filter = { check: { id, status: ['fail' as const] } };
      for await (const { entityRef } of this.#entities(filter)) {
        const titles = failing.get(entityRef);
        if (titles) {
          titles.push(title);
        } else {
          failing.set(entityRef, [title]);
        }
      }
    }
    return failing;
  }

  async *#entities(
    filter: NonNullable<EntitiesQuery['filter']>,
  ): AsyncGenerator<EntitySummary> {
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await this.#api.queryEntities(
        { filter, limit: PAGE_SIZE, cursor },
        { token: await this.#token() },
      );
      yield* items;
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }

  #locationOf(entityRef: string): string {
    const parts = parseEntityRef(entityRef);
    return this.#locationTemplate.replace(
      /:(kind|namespace|name)\b/g,
      (_, part: keyof typeof parts) => encodeURIComponent(parts[part]),
    );
  }
}
