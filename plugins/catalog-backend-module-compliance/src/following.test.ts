import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { LABELS_TOPIC } from '@service-compliance/backstage-plugin-compliance-common';
import { eventually } from './__testUtils__/eventually';
import { FakeFeed } from './__testUtils__/FakeFeed';
import { entity, TestCatalog } from './__testUtils__/TestCatalog';

jest.setTimeout(120_000);

const NEVER = { hours: 10 };
const SOON = { seconds: 1 };

const labels = (level: string) => ({
  'compliance/service-tier': 'tier-1',
  'compliance/information-classification': 'internal',
  'compliance/continuity-tier': 'tier-2',
  'compliance/supplier-risk': 'low',
  'compliance/level': level,
});
const filter = (level: string) => `metadata.labels.compliance/level=${level}`;

const entities = (description: unknown) => [
  entity('Component', 'payments', {
    description,
    annotations: { 'compliance/service-tier': 'tier-4' },
  }),
  entity('Component', 'ledger', { description }),
];
const broken = entities(['not a text']);
const payments = 'component:default/payments';
const ledger = 'component:default/ledger';

describe('the catalog follows the labels of the compliance backend', () => {
  const databases = TestDatabases.create();
  const events = mockServices.events();
  const announce = () =>
    events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
  let feed: FakeFeed;
  let catalog: TestCatalog;

  const compliance = createBackendPlugin({
    pluginId: 'compliance',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use(feed.handler);
        },
      });
    },
  });

  const sharedEvents = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => events,
  });

  async function start(options: {
    processingInterval: object;
    providerOptions?: object;
    knex?: Awaited<ReturnType<typeof databases.init>>;
  }) {
    const { knex, ...section } = options;
    catalog = await TestCatalog.start({
      entities: entities('before'),
      features: [
        compliance,
        sharedEvents,
        mockServices.rootConfig.factory({ data: { catalog: section } }),
        ...(knex ? [mockServices.database.factory({ knex })] : []),
      ],
    });
  }

  const found = (level: string, names: string[]) =>
    eventually(async () =>
      expect(await catalog.namesFor(filter(level))).toEqual(names),
    );

  /** Has the entities processed anew, which their description shows. */
  async function reprocess() {
    await catalog.put(entities('after'));
    await eventually(async () => {
      for (const name of ['payments', 'ledger']) {
        const { metadata } = await catalog.entity('component', name);
        expect(metadata.description).toBe('after');
      }
    });
  }

  beforeEach(() => {
    feed = new FakeFeed();
  });

  afterEach(() => catalog.stop());

  it('finds an entity by its new label soon after an event', async () => {
    feed.set({ [payments]: labels('silver') });
    await start({ processingInterval: NEVER });
    await eventually(() => expect(feed.requests).not.toHaveLength(0));
    feed.set({ [payments]: labels('gold'), [ledger]: labels('silver') });
    await announce();
    await found('gold', ['payments']);
    await found('silver', ['ledger']);
    const { metadata } = await catalog.entity('component', 'payments');
    expect(metadata.labels).toEqual(labels('gold'));
    feed.set({ [payments]: labels('silver') });
    await announce();
    await found('silver', ['ledger', 'payments']);
    expect(await catalog.namesFor(filter('gold'))).toEqual([]);
    expect(feed.requests.at(-1)?.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:catalog'),
        targetPluginId: 'compliance',
      }),
    );
  });

  it('does so without the event, some seconds later', async () => {
    await start({ processingInterval: NEVER });
    await eventually(() => expect(feed.requests).not.toHaveLength(0));
    feed.set({ [payments]: labels('gold') });
    await found('gold', ['payments']);
  });

  it('catches up on what changed before it could read the feed', async () => {
    feed.set({ [payments]: labels('gold') });
    feed.status = () => 503;
    await start({ processingInterval: SOON });
    expect(await catalog.namesFor(filter('gold'))).toEqual([]);
    feed.status = () => 200;
    await announce();
    await found('gold', ['payments']);
  });

  it('keeps all labels while the backend is down', async () => {
    feed.set({ [payments]: labels('gold'), [ledger]: labels('silver') });
    await start({ processingInterval: SOON });
    await found('gold', ['payments']);
    await found('silver', ['ledger']);
    feed.status = () => 503;
    await announce();
    await reprocess();
    expect(await catalog.namesFor(filter('gold'))).toEqual(['payments']);
    expect(await catalog.namesFor(filter('silver'))).toEqual(['ledger']);
    feed.set({ [payments]: labels('silver') });
    feed.status = () => 200;
    await announce();
    await found('silver', ['ledger', 'payments']);
  });

  it.each(databases.eachSupportedId())(
    'keeps all labels over a restart while the backend is down, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      feed.set({ [payments]: labels('gold'), [ledger]: labels('silver') });
      await start({ processingInterval: SOON, knex });
      await found('gold', ['payments']);
      await found('silver', ['ledger']);
      await catalog.stop();

      feed.status = () => 503;
      await start({ processingInterval: SOON, knex });
      await catalog.put(broken);
      await eventually(async () => {
        const { status } = await catalog.entity('component', 'ledger');
        expect(status?.items?.[0].level).toBe('error');
      });
      await reprocess();
      expect(await catalog.namesFor(filter('gold'))).toEqual(['payments']);
      expect(await catalog.namesFor(filter('silver'))).toEqual(['ledger']);
      expect(feed.requests.at(-1)?.after).toBe(0);

      feed.set({ [ledger]: labels('gold') });
      feed.status = () => 200;
      await announce();
      await found('gold', ['ledger', 'payments']);
    },
  );

  it('follows nothing when the provider is disabled', async () => {
    feed.set({ [payments]: labels('gold') });
    await start({
      processingInterval: SOON,
      providerOptions: { ComplianceRefreshProvider: { disabled: true } },
    });
    await announce();
    await reprocess();
    const { metadata } = await catalog.entity('component', 'payments');
    expect(metadata.labels).toMatchObject({
      'compliance/service-tier': 'tier-4',
      'compliance/level': 'unset',
    });
    expect(feed.requests).toEqual([]);
  });
});
