import {
  AuthService,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  authOwnershipResolutionExtensionPoint,
  AuthOwnershipResolver,
} from '@backstage/plugin-auth-node';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';

const targetsOf = (entity: Entity, type: string) =>
  (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);

/**
 * Lets users own what their groups own and what the groups above those own.
 * By default only the groups that a user is directly a member of count.
 */
export class NestedGroupsOwnershipResolver implements AuthOwnershipResolver {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async resolveOwnershipEntityRefs(user: Entity) {
    const refs = new Set([stringifyEntityRef(user)]);
    let level = targetsOf(user, RELATION_MEMBER_OF);
    while (level.length > 0) {
      level.forEach(ref => refs.add(ref));
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: level, fields: ['relations'] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      const above = items.flatMap(group =>
        group ? targetsOf(group, RELATION_CHILD_OF) : [],
      );
      // A group that is above itself must not keep this going.
      level = [...new Set(above)].filter(ref => !refs.has(ref));
    }
    return { ownershipEntityRefs: [...refs] };
  }
}

export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'nested-groups-ownership',
  register(env) {
    env.registerInit({
      deps: {
        ownership: authOwnershipResolutionExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
      },
      async init({ ownership, catalog, auth }) {
        ownership.setAuthOwnershipResolver(
          new NestedGroupsOwnershipResolver({ catalog, auth }),
        );
      },
    });
  },
});
