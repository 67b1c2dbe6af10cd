import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  complianceDocumentReadPermission,
  complianceDocumentUpdatePermission,
  documentEntities,
} from '@service-compliance/backstage-plugin-compliance-common';
import { MAX_DOCUMENTS } from '../documents/limits';
import { userOf } from './userOf';

/** What somebody may do with the register of documents. */
export interface DocumentRights {
  mayRead: boolean;
  mayUpdate: boolean;
}

/**
 * Tells who may read and change the register, and which of the documents that
 * the catalog declares somebody may see.
 */
export class DocumentControl {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    catalog: Pick<CatalogService, 'streamEntities'>;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
  }

  /** One request to the permission backend. */
  async rightsOf(credentials: BackstageCredentials): Promise<DocumentRights> {
    const decisions = await this.#permissions.authorize(
      [
        complianceDocumentReadPermission,
        complianceDocumentUpdatePermission,
      ].map(permission => ({ permission })),
      { credentials },
    );
    const [mayRead, mayUpdate] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return {
      mayRead,
      mayUpdate:
        mayRead && mayUpdate && userOf(this.#auth, credentials) !== undefined,
    };
  }

  /**
   * Makes sure that somebody may change the register.
   *
   * @returns the ref of the user, who becomes the author of what is written
   * @throws NotAllowedError
   */
  async authorOf(credentials: BackstageCredentials): Promise<string> {
    const user = userOf(this.#auth, credentials);
    if (user === undefined) {
      throw new NotAllowedError(
        'Only users may change documents, as every change has a person as its author; automation declares documents in Git',
      );
    }
    const { mayUpdate } = await this.rightsOf(credentials);
    if (!mayUpdate) {
      throw new NotAllowedError('You may not change the register of documents');
    }
    return user;
  }

  /** Whether somebody may see what an entity declares. */
  async maySee(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: catalogEntityReadPermission, resourceRef: entityRef }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /**
   * Which entities that declare documents somebody may see: one question to the
   * permission backend and, where the answer depends on the entity, one to the
   * catalog.
   */
  async visibleEntities(
    credentials: BackstageCredentials,
  ): Promise<(entityRef: string) => boolean> {
    const [{ result }] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.CONDITIONAL) {
      return () => result === AuthorizeResult.ALLOW;
    }
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        query: documentEntities,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        pageSize: MAX_DOCUMENTS,
      },
      { credentials },
    );
    for await (const page of pages) {
      page.forEach(entity => refs.add(stringifyEntityRef(entity)));
    }
    return entityRef => refs.has(entityRef);
  }
}
