import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  complianceExportPermission,
  complianceProfileReadPermission,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { Access, accessTo } from './Access';
import { conditionsToSql } from './conditions';
import { isOneOf, narrow } from './narrow';

/** What reading needs, all of them. */
export const readPermissions = [
  catalogEntityReadPermission,
  complianceProfileReadPermission,
] as const;

/**
 * Tells what a reader may see: what the catalog shows them and the permission
 * `compliance.profile.read` leaves of it.
 */
export class AccessControl {
  readonly #knex: Knex;
  readonly #permissions: PermissionsService;
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #scope: FilterPredicate;

  constructor(options: {
    knex: Knex;
    permissions: PermissionsService;
    catalog: Pick<CatalogService, 'streamEntities'>;
    /** Entities outside of it are not looked up in the catalog. */
    scope: FilterPredicate;
  }) {
    this.#knex = options.knex;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#scope = options.scope;
  }

  /** Whether the reader may see this entity. */
  async mayRead(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const decisions = await this.#permissions.authorize(
      readPermissions.map(permission => ({
        permission,
        resourceRef: entityRef,
      })),
      { credentials },
    );
    return decisions.every(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /** Whether somebody may export what they may see. */
  async mayExport(credentials: BackstageCredentials): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: complianceExportPermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /** Whether nothing at all is hidden from the reader. */
  async seesEverything(credentials: BackstageCredentials): Promise<boolean> {
    const decisions = await this.#decisions(credentials);
    return decisions.every(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /** What the reader may see of the entities, for lists and totals. */
  async accessOf(credentials: BackstageCredentials): Promise<Access> {
    const [entityRead, profileRead] = await this.#decisions(credentials);
    if (
      entityRead.result === AuthorizeResult.DENY ||
      profileRead.result === AuthorizeResult.DENY
    ) {
      return accessTo([this.#knex.raw('1 = 0')]);
    }

    const conditions: Knex.Raw[] = [];
    if (entityRead.result === AuthorizeResult.CONDITIONAL) {
      conditions.push(
        conditionsToSql(this.#knex, entityRead.conditions) ??
          isOneOf(this.#knex, await this.#refsInCatalog(credentials)),
      );
    }
    const visible = accessTo(conditions);
    // Policies often decide both alike; what was answered is not asked again.
    return isDeepStrictEqual(profileRead, entityRead)
      ? visible
      : narrow(visible, profileRead, {
          knex: this.#knex,
          permissions: this.#permissions,
          permission: complianceProfileReadPermission,
          credentials,
        });
  }

  #decisions(credentials: BackstageCredentials): Promise<PolicyDecision[]> {
    return this.#permissions.authorizeConditional(
      readPermissions.map(permission => ({ permission })),
      { credentials },
    );
  }

  /** What the catalog itself shows the reader. */
  async #refsInCatalog(credentials: BackstageCredentials): Promise<string[]> {
    const refs: string[] = [];
    const pages = this.#catalog.streamEntities(
      {
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        query: this.#scope,
      },
      { credentials },
    );
    for await (const entities of pages) {
      refs.push(...entities.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}
