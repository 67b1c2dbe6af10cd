import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { complianceProfileUpdatePermission } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Access, accessTo } from './Access';
import { AccessControl, readPermissions } from './AccessControl';
import { ownedBy } from './conditions';
import { isOneOf, narrow } from './narrow';
import { profileNotFound } from './notFound';
import { Ownership } from './Ownership';
import { userOf } from './userOf';

/** What somebody may do with one entity. */
export interface Rights {
  mayRead: boolean;
  /** @param owners - of the entity, which decide where permissions do not */
  mayUpdate(owners: string[]): Promise<boolean>;
}

/**
 * Tells who may edit profiles: whom `compliance.profile.update` allows to or,
 * where permissions are not enabled, the owners.
 */
export class UpdateControl {
  readonly #knex: Knex;
  readonly #auth: AuthService;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #permissions: PermissionsService;
  readonly #arePermissionsEnabled: boolean;
  readonly #access: AccessControl;
  readonly #ownership: Ownership;

  constructor(options: {
    knex: Knex;
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    permissions: PermissionsService;
    arePermissionsEnabled: boolean;
    access: AccessControl;
    ownership: Ownership;
  }) {
    this.#knex = options.knex;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#arePermissionsEnabled = options.arePermissionsEnabled;
    this.#access = options.access;
    this.#ownership = options.ownership;
  }

  /** One request to the permission backend, and none to the catalog. */
  async rightsOn(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Rights> {
    const decisions = await this.#permissions.authorize(
      [complianceProfileUpdatePermission, ...readPermissions].map(
        permission => ({ permission, resourceRef: entityRef }),
      ),
      { credentials },
    );
    const [mayUpdate, ...mayRead] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return {
      mayRead: mayRead.every(Boolean),
      mayUpdate: async owners =>
        mayUpdate &&
        this.#userOf(credentials) !== undefined &&
        (this.#arePermissionsEnabled ||
          (await this.#ownership.isOneOf(owners, credentials))),
    };
  }

  /**
   * The ref of the user, who becomes the author of what is written.
   *
   * @throws NotAllowedError for everybody else.
   */
  authorOf(credentials: BackstageCredentials): string {
    const user = this.#userOf(credentials);
    if (user === undefined) {
      throw new NotAllowedError(
        'Only users may edit profiles, as every revision has a person as its author; automation declares values in Git',
      );
    }
    return user;
  }

  /**
   * Makes sure that somebody may edit a profile now, which the mirror may not
   * know yet.
   *
   * @throws NotFoundError when the entity is gone or hidden, NotAllowedError
   * when it may only be read, ServiceUnavailableError when that cannot be told.
   */
  async assertMayUpdate(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const known = await this.#knex('entity')
      .where('entity_ref', entityRef)
      .first('entity_ref');
    const decision = known && (await this.#decide(entityRef, credentials));
    if (!decision?.mayRead) {
      throw profileNotFound(entityRef);
    }
    if (!decision.mayUpdate) {
      throw new NotAllowedError(
        this.#arePermissionsEnabled
          ? `You may not edit the profile of '${entityRef}'`
          : `You may not edit the profile of '${entityRef}': only its owners may, and the members of owning groups`,
      );
    }
  }

  /**
   * Those of the entities that somebody may read, and those that they may edit
   * too, by what the mirror knows.
   */
  async select(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<{ readable: Set<string>; editable: Set<string> }> {
    const readable = await this.#refsOf(
      entityRefs,
      await this.#access.accessOf(credentials),
    );
    const editable = await this.#refsOf(
      readable,
      await this.#updatable(readable, credentials),
    );
    return { readable: new Set(readable), editable: new Set(editable) };
  }

  /** Those of the entities that an access allows. */
  async #refsOf(entityRefs: string[], access: Access): Promise<string[]> {
    const query = this.#knex('entity').whereRaw(
      isOneOf(this.#knex, entityRefs),
    );
    access.restrict(query);
    return query.pluck('entity_ref');
  }

  async #updatable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Access> {
    const knex = this.#knex;
    if (!this.#arePermissionsEnabled) {
      return accessTo([
        ownedBy(knex, await this.#ownership.refsOf(credentials)),
      ]);
    }
    const permission = complianceProfileUpdatePermission;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return narrow(accessTo([isOneOf(knex, entityRefs)]), decision, {
      knex,
      permissions: this.#permissions,
      permission,
      credentials,
    });
  }

  async #decide(entityRef: string, credentials: BackstageCredentials) {
    try {
      const [rights, { items }] = await Promise.all([
        this.rightsOn(entityRef, credentials),
        this.#catalog.getEntitiesByRefs(
          { entityRefs: [entityRef], fields: ['relations'] },
          { credentials },
        ),
      ]);
      const [entity] = items;
      if (!entity || !rights.mayRead) {
        return undefined;
      }
      const owners = (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef);
      return { mayRead: true, mayUpdate: await rights.mayUpdate(owners) };
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog cannot tell whether you may edit '${entityRef}', so nothing was saved; try again later`,
        error,
      );
    }
  }

  #userOf(credentials: BackstageCredentials): string | undefined {
    return userOf(this.#auth, credentials);
  }
}
