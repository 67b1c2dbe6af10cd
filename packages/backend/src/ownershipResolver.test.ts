import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NestedGroupsOwnershipResolver } from './ownershipResolver';

const group = (name: string, parents: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', children: [] },
  relations: parents.map(parent => ({
    type: 'childOf',
    targetRef: `group:default/${parent}`,
  })),
});

const user: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mara' },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/team' },
    { type: 'memberOf', targetRef: 'group:default/gone' },
  ],
};

it('adds the groups above those of the user, also when they form a circle', async () => {
  const resolver = new NestedGroupsOwnershipResolver({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        group('team', ['division']),
        group('division', ['bank']),
        group('bank', ['team']),
        group('others', ['bank']),
      ],
    }),
  });
  const { ownershipEntityRefs } = await resolver.resolveOwnershipEntityRefs(
    user,
  );
  expect(ownershipEntityRefs.sort()).toEqual([
    'group:default/bank',
    'group:default/division',
    'group:default/gone',
    'group:default/team',
    'user:default/mara',
  ]);
});
