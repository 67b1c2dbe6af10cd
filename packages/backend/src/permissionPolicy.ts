import {
  coreServices,
  createBackendModule,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { complianceProfileUpdatePermission } from '@service-compliance/backstage-plugin-compliance-common';

/**
 * The policy of the demo: whoever is signed in may do everything, except that
 * entities labelled `visibility: restricted` exist for their owners only, and
 * that the compliance profile of an entity is edited by its owners. Permissions
 * of the compliance plugin are about catalog entities, so the catalog's own
 * rules decide them.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    if (isResourcePermission(permission, 'catalog-entity')) {
      const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
        user.credentials,
      );
      if (isPermission(permission, complianceProfileUpdatePermission)) {
        return createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityOwner({ claims: ownershipEntityRefs }),
        );
      }
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          {
            not: catalogConditions.hasLabel({
              label: 'visibility',
              value: 'restricted',
            }),
          },
          catalogConditions.isEntityOwner({
            claims: ownershipEntityRefs,
          }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}

export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint, userInfo: coreServices.userInfo },
      async init({ policy, userInfo }) {
        policy.setPolicy(new DemoPermissionPolicy({ userInfo }));
      },
    });
  },
});
