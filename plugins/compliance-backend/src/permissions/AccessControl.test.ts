import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PermissionCriteria,
  PermissionCondition,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { complianceProfileReadPermission } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { AccessControl } from './AccessControl';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const credentials = mockCredentials.user();

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const conditional = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions,
});
const owned = conditional({
  rule: 'IS_ENTITY_OWNER',
  resourceType: 'catalog-entity',
  params: { claims: ['group:default/a'] },
});
const components = conditional({
  rule: 'IS_ENTITY_KIND',
  resourceType: 'catalog-entity',
  params: { kinds: ['component'] },
});
const custom = conditional({
  rule: 'IS_TUESDAY',
  resourceType: 'catalog-entity',
});
const otherCustom = conditional({
  not: { rule: 'IS_TUESDAY', resourceType: 'catalog-entity' },
});

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

describe.each(databases.eachSupportedId())('AccessControl (%s)', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    await insertEntities(knex, [
      { name: 'a1', owners: ['group:default/a'] },
      { name: 'a2', kind: 'API', owners: ['group:default/a'] },
      { name: 'b1', owners: ['group:default/b'] },
    ]);
  });

  function setUp(decisions: PolicyDecision[]) {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => decisions,
      // The custom rule is about names that end in 1.
      authorize: async requests =>
        requests.map(({ resourceRef }) => ({
          result: resourceRef?.endsWith('1')
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    });
    const catalog = catalogServiceMock({
      // What the catalog shows the reader; one is not in scope, one not known.
      entities: [
        entity('API', 'a2'),
        entity('Component', 'b1'),
        entity('Component', 'new'),
      ],
    });
    const access = new AccessControl({
      knex,
      permissions,
      catalog,
      scope: { kind: { $in: ['Component', 'API'] } },
    });
    const visible = async () => {
      const query = knex('entity').orderBy('entity_ref');
      (await access.accessOf(credentials)).restrict(query);
      return query.pluck('name');
    };
    return { access, permissions, visible };
  }

  it.each([
    ['allow', [allow, allow], ['a2', 'a1', 'b1']],
    ['deny the entity', [deny, allow], []],
    ['deny the profile', [allow, deny], []],
    ['known condition on the entity', [owned, allow], ['a2', 'a1']],
    ['known condition on the profile', [allow, components], ['a1', 'b1']],
    ['known conditions on both', [owned, components], ['a1']],
    ['unknown rule on the entity', [custom, allow], ['a2', 'b1']],
    ['unknown rule on the entity, known', [custom, components], ['b1']],
    ['unknown rule on the profile', [allow, custom], ['a1', 'b1']],
    ['known, unknown rule on the profile', [owned, custom], ['a1']],
    ['unknown rules on both', [custom, otherCustom], ['b1']],
    ['the same unknown rule on both', [custom, custom], ['a2', 'b1']],
  ])('shows what the policy leaves: %s', async (_, decisions, expected) => {
    const { visible } = setUp(decisions);
    await expect(visible()).resolves.toEqual(expected);
  });

  it('asks the policy once for a list, and once more for unknown rules', async () => {
    const { permissions, visible } = setUp([owned, components]);
    await visible();
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledWith(
      [
        { permission: catalogEntityReadPermission },
        { permission: complianceProfileReadPermission },
      ],
      { credentials },
    );
    expect(permissions.authorize).not.toHaveBeenCalled();

    const unknown = setUp([owned, custom]);
    await unknown.visible();
    expect(unknown.permissions.authorize).toHaveBeenCalledTimes(1);
    const [requests] = unknown.permissions.authorize.mock.calls[0];
    expect(new Set(requests.map(({ resourceRef }) => resourceRef))).toEqual(
      new Set(['api:default/a2', 'component:default/a1']),
    );
  });

  it.each([
    ['component:default/a1', true],
    ['component:default/a2', false],
  ])('tells whether %s may be read', async (entityRef, expected) => {
    const { access, permissions } = setUp([]);
    await expect(access.mayRead(entityRef, credentials)).resolves.toBe(
      expected,
    );
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        { permission: catalogEntityReadPermission, resourceRef: entityRef },
        { permission: complianceProfileReadPermission, resourceRef: entityRef },
      ],
      { credentials },
    );
  });

  it('needs both permissions for one entity', async () => {
    const { access, permissions } = setUp([]);
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
      { result: AuthorizeResult.DENY },
    ]);
    await expect(
      access.mayRead('component:default/a1', credentials),
    ).resolves.toBe(false);
  });

  it.each([
    [[allow, allow], true],
    [[allow, owned], false],
    [[deny, allow], false],
  ])('tells who sees everything', async (decisions, expected) => {
    const { access } = setUp(decisions);
    await expect(access.seesEverything(credentials)).resolves.toBe(expected);
  });
});
