import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { LABELS_TOPIC } from '@service-compliance/backstage-plugin-compliance-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './__testUtils__/eventually';
import { FakeFeed } from './__testUtils__/FakeFeed';
import { ComplianceRefreshProvider } from './ComplianceRefreshProvider';
import { LabelFollower } from './LabelFollower';

const HOUR = 3_600_000;
const gold = { 'compliance/level': 'gold' };
const silver = { 'compliance/level': 'silver' };

describe('ComplianceRefreshProvider', () => {
  const refresh = jest.fn<Promise<void>, [{ keys: string[] }]>();
  const events = mockServices.events();
  const logger = mockServices.logger.mock();
  let feed: FakeFeed;
  let follower: LabelFollower;
  let provider: ComplianceRefreshProvider;

  async function connect(interval: number) {
    follower = new LabelFollower({
      readLabels: async after => feed.read(after, 1_000),
    });
    provider = new ComplianceRefreshProvider({
      follower,
      events,
      logger,
      interval,
    });
    const connection: EntityProviderConnection = {
      refresh,
      applyMutation: jest.fn(),
    };
    await provider.connect(connection);
  }

  /** Starts it and waits until it has read what is there. */
  async function start(interval: number) {
    await connect(interval);
    provider.start();
    await eventually(() => expect(follower.state).toBe('complete'));
  }

  const refreshed = () => refresh.mock.calls.map(([{ keys }]) => keys);

  beforeEach(() => {
    jest.clearAllMocks();
    refresh.mockReset().mockResolvedValue();
    feed = new FakeFeed();
    feed.set({ 'component:default/a': gold, 'component:default/b': gold });
  });

  afterEach(() => provider.stop());

  it('keeps its name', async () => {
    await connect(HOUR);
    expect(provider.getProviderName()).toBe('ComplianceRefreshProvider');
  });

  it('refreshes what changed, but nothing at the start', async () => {
    await start(5);
    await sleep(50);
    expect(refresh).not.toHaveBeenCalled();
    feed.set({ 'component:default/a': silver, 'component:default/b': null });
    await eventually(() =>
      expect(refreshed()).toEqual([
        ['compliance:component:default/a', 'compliance:component:default/b'],
      ]),
    );
  });

  it('follows events at once', async () => {
    await start(HOUR);
    feed.set({ 'component:default/a': silver });
    await events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
    await eventually(() =>
      expect(refreshed()).toEqual([['compliance:component:default/a']]),
    );
  });

  it('tries again when the catalog could not refresh', async () => {
    await start(5);
    refresh.mockRejectedValueOnce(new Error('The database is locked'));
    feed.pageSize = 1;
    feed.set({ 'component:default/a': silver, 'component:default/b': silver });
    await eventually(() =>
      expect(refreshed()).toEqual([
        ['compliance:component:default/a'],
        ['compliance:component:default/a'],
        ['compliance:component:default/b'],
      ]),
    );
    await eventually(() => expect(logger.info).toHaveBeenCalledTimes(1));
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('The database is locked')],
    ]);
  });

  it('asks for no more than an SQL statement can hold', async () => {
    await start(HOUR);
    feed.startAnew();
    feed.set(
      Object.fromEntries(
        Array.from({ length: 2_500 }, (_, i) => [
          `component:default/${i}`,
          gold,
        ]),
      ),
    );
    await events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
    await sleep(50);
    await events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
    await eventually(() => expect(refresh).toHaveBeenCalledTimes(3));
    expect(refreshed().map(keys => keys.length)).toEqual([1_000, 1_000, 502]);
    expect(new Set(refreshed().flat()).size).toBe(2_502);
  });

  it('does not follow when the catalog does not connect it', async () => {
    const readLabels = jest.fn();
    follower = new LabelFollower({ readLabels });
    provider = new ComplianceRefreshProvider({ follower, events, logger });
    provider.start();
    await events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
    await sleep(20);
    expect(readLabels).not.toHaveBeenCalled();
    expect(follower.state).toBe('off');
  });
});
