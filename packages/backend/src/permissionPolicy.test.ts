import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { complianceProfileUpdatePermission } from '@service-compliance/backstage-plugin-compliance-common';
import { DemoPermissionPolicy } from './permissionPolicy';

const readEntity = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});
const createLocation = createPermission({
  name: 'catalog.location.create',
  attributes: { action: 'create' },
});

const policy = new DemoPermissionPolicy({
  userInfo: {
    getUserInfo: async () => ({
      userEntityRef: 'user:default/mara.voss',
      ownershipEntityRefs: ['group:default/instant-payments'],
    }),
  },
});
const user = { credentials: {} } as PolicyQueryUser;

describe('DemoPermissionPolicy', () => {
  it.each([readEntity, createLocation])(
    'denies $name to whoever is not signed in',
    async permission => {
      expect(await policy.handle({ permission })).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );

  it('allows everything that is not about an entity', async () => {
    expect(await policy.handle({ permission: createLocation }, user)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('shows restricted entities to their owners only', async () => {
    expect(await policy.handle({ permission: readEntity }, user)).toMatchObject(
      {
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          anyOf: [
            {
              not: {
                rule: 'HAS_LABEL',
                params: { label: 'visibility', value: 'restricted' },
              },
            },
            {
              rule: 'IS_ENTITY_OWNER',
              params: { claims: ['group:default/instant-payments'] },
            },
          ],
        },
      },
    );
  });

  it('lets owners alone edit the compliance profile', async () => {
    expect(
      await policy.handle(
        { permission: complianceProfileUpdatePermission },
        user,
      ),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['group:default/instant-payments'] },
      },
    });
  });
});
