import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Ownership } from './Ownership';

const group = (name: string, ...parents: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  relations: [
    ...parents.map(parent => ({
      type: 'childOf',
      targetRef: `group:default/${parent}`,
    })),
    { type: 'hasMember', targetRef: 'user:default/other' },
  ],
});

const entities = [
  group('cards', 'payments', 'retail'),
  group('payments', 'bank'),
  group('retail', 'bank'),
  group('bank', 'cards', 'gone'),
  group('others'),
];

function setUp() {
  const catalog = catalogServiceMock({ entities });
  const lookUp = jest.spyOn(catalog, 'getEntitiesByRefs');
  const ownership = new Ownership({
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/jo', 'Group:default/Cards'],
    }),
    catalog,
    auth: mockServices.auth(),
  });
  return { ownership, lookUp };
}

const jo = mockCredentials.user('user:default/jo');

describe('Ownership', () => {
  it('counts groups above, each once, even when they go round in circles', async () => {
    const { ownership, lookUp } = setUp();
    await expect(ownership.refsOf(jo)).resolves.toEqual([
      'user:default/jo',
      'group:default/cards',
      'group:default/payments',
      'group:default/retail',
      'group:default/bank',
      'group:default/gone',
    ]);
    // One request for each level.
    expect(lookUp.mock.calls.map(([{ entityRefs }]) => entityRefs)).toEqual([
      ['group:default/cards'],
      ['group:default/payments', 'group:default/retail'],
      ['group:default/bank'],
      ['group:default/gone'],
    ]);
  });

  it('looks groups up as the plugin, not as the user', async () => {
    const { ownership, lookUp } = setUp();
    await ownership.refsOf(jo);
    expect(lookUp).toHaveBeenCalledWith(expect.anything(), {
      credentials: expect.objectContaining({
        principal: expect.objectContaining({ type: 'service' }),
      }),
    });
  });

  it.each([
    ['themselves', ['user:default/jo'], true, 0],
    ['their group', ['group:default/x', 'group:default/cards'], true, 0],
    ['a group above', ['group:default/retail'], true, 1],
    ['a group above that', ['group:default/bank'], true, 2],
    ['nobody', [], false, 0],
    ['another group', ['group:default/others'], false, 4],
  ])(
    'tells whether something is owned by %s',
    async (_, owners, expected, requests) => {
      const { ownership, lookUp } = setUp();
      await expect(ownership.isOneOf(owners, jo)).resolves.toBe(expected);
      expect(lookUp).toHaveBeenCalledTimes(requests);
    },
  );

  it('knows that services own nothing', async () => {
    const { ownership } = setUp();
    const service = mockCredentials.service();
    await expect(ownership.refsOf(service)).resolves.toEqual([]);
    await expect(
      ownership.isOneOf(['group:default/cards'], service),
    ).resolves.toBe(false);
  });
});
