import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { FakeFeed } from './__testUtils__/FakeFeed';
import { labelFeed } from './labelFeed';
import { LabelFollower } from './LabelFollower';

const gold = { 'compliance/level': 'gold' };
const silver = { 'compliance/level': 'silver' };

/** All that one reading of the feed tells. */
async function changesOf(follower: LabelFollower): Promise<string[]> {
  const changes: string[] = [];
  for await (const entityRefs of follower.changes()) {
    changes.push(...entityRefs);
  }
  return changes;
}

describe('LabelFollower', () => {
  let feed: FakeFeed;
  let server: Server;
  let port: number;
  let follower: LabelFollower;

  async function listen(on = 0) {
    server = createServer(feed.handler).listen(on);
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  async function close() {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }

  const labelsOf = (...entityRefs: string[]) =>
    entityRefs.map(ref => follower.labelsFor(ref));

  beforeEach(async () => {
    feed = new FakeFeed();
    await listen();
    follower = new LabelFollower({
      readLabels: labelFeed({
        auth: mockServices.auth({ pluginId: 'catalog' }),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async pluginId => {
            expect(pluginId).toBe('compliance');
            return `http://localhost:${port}`;
          },
        }),
      }),
    });
    follower.start();
  });

  afterEach(close);

  it('reads all pages, as a service, and tells nothing new at first', async () => {
    feed.pageSize = 2;
    feed.set({ a: gold, b: gold, c: silver, d: null, e: silver });
    expect(await changesOf(follower)).toEqual([]);
    expect(labelsOf('a', 'b', 'c', 'd', 'e')).toEqual([
      gold,
      gold,
      silver,
      undefined,
      silver,
    ]);
    const authorization = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:catalog'),
      targetPluginId: 'compliance',
    });
    expect(feed.requests).toEqual([
      { after: 0, limit: 1000, authorization },
      { after: 2, limit: 1000, authorization },
      { after: 4, limit: 1000, authorization },
    ]);
  });

  it('tells later on what changed, and only that', async () => {
    feed.set({ a: gold, b: gold, c: gold, d: gold });
    await changesOf(follower);
    feed.pageSize = 1;
    feed.set({ a: silver, b: { ...gold }, c: null, e: gold, never: null });
    expect(await changesOf(follower)).toEqual(['a', 'c', 'e']);
    expect(labelsOf('a', 'b', 'c', 'd', 'e')).toEqual([
      silver,
      gold,
      undefined,
      gold,
      gold,
    ]);
    expect(await changesOf(follower)).toEqual([]);
  });

  it('keeps equal labels once', async () => {
    const labels = { 'compliance/level': 'gold', 'compliance/rto': 'x' };
    const turned = Object.fromEntries(Object.entries(labels).reverse());
    feed.set({ a: labels, b: { ...labels }, c: turned });
    await changesOf(follower);
    feed.set({ d: labels });
    await changesOf(follower);
    const [first, ...others] = labelsOf('a', 'b', 'c', 'd');
    for (const other of others) {
      expect(other).toBe(first);
    }
  });

  it('says how far it is', async () => {
    expect(new LabelFollower({ readLabels: jest.fn() }).state).toBe('off');
    expect(follower.state).toBe('behind');
    feed.pageSize = 1;
    feed.set({ a: gold, b: gold });
    feed.status = after => (after === 1 ? 500 : 200);
    await expect(changesOf(follower)).rejects.toThrow('500');
    expect(follower.state).toBe('behind');
    feed.status = () => 200;
    await changesOf(follower);
    expect(follower.state).toBe('complete');
    feed.status = () => 500;
    await expect(changesOf(follower)).rejects.toThrow('500');
    expect(follower.state).toBe('complete');
  });

  it('keeps what it read when interrupted and goes on from there', async () => {
    feed.pageSize = 2;
    feed.set({ a: gold, b: gold, c: gold });
    feed.status = after => (after === 2 ? 503 : 200);
    await expect(changesOf(follower)).rejects.toThrow('503');
    expect(labelsOf('a', 'b', 'c')).toEqual([gold, gold, undefined]);
    feed.status = () => 200;
    await changesOf(follower);
    expect(labelsOf('a', 'b', 'c')).toEqual([gold, gold, gold]);
    expect(feed.requests.map(({ after }) => after)).toEqual([0, 2, 2]);
  });

  it('tells changes of the pages before an interruption once', async () => {
    await changesOf(follower);
    feed.pageSize = 1;
    feed.set({ a: gold, b: gold });
    feed.status = after => (after === 1 ? 503 : 200);
    const changes = follower.changes();
    expect(await changes.next()).toEqual({ done: false, value: ['a'] });
    await expect(changes.next()).rejects.toThrow('503');
    feed.status = () => 200;
    expect(await changesOf(follower)).toEqual(['b']);
  });

  it('goes on when the reader of its changes did not', async () => {
    await changesOf(follower);
    feed.pageSize = 1;
    feed.set({ a: gold, b: gold });
    for await (const entityRefs of follower.changes()) {
      expect(entityRefs).toEqual(['a']);
      break;
    }
    expect(await changesOf(follower)).toEqual(['b']);
  });

  it.each([401, 403, 404, 500])(
    'keeps all labels through a %i',
    async status => {
      feed.set({ a: gold });
      await changesOf(follower);
      feed.status = () => status;
      feed.set({ a: silver });
      await expect(changesOf(follower)).rejects.toThrow(String(status));
      expect(labelsOf('a')).toEqual([gold]);
    },
  );

  it('keeps all labels while the backend is gone, and catches up', async () => {
    feed.set({ a: gold, b: gold });
    await changesOf(follower);
    await close();
    await expect(changesOf(follower)).rejects.toThrow('fetch failed');
    expect(labelsOf('a', 'b')).toEqual([gold, gold]);
    feed.set({ b: silver });
    await listen(port);
    expect(await changesOf(follower)).toEqual(['b']);
    expect(labelsOf('a', 'b')).toEqual([gold, silver]);
  });

  describe('when the feed was started anew', () => {
    beforeEach(async () => {
      feed.set({ stays: gold, changes: gold, goes: gold });
      await changesOf(follower);
      feed.startAnew();
      feed.pageSize = 2;
      feed.set({ comes: gold, stays: { ...gold }, changes: silver });
    });

    it('replaces the labels when it read all of it', async () => {
      feed.status = after => (after === 2 ? 503 : 200);
      expect(await changesOf(follower)).toEqual([]);
      await expect(changesOf(follower)).rejects.toThrow('503');
      expect(labelsOf('stays', 'changes', 'goes', 'comes')).toEqual([
        gold,
        gold,
        gold,
        undefined,
      ]);
      feed.status = () => 200;
      expect((await changesOf(follower)).sort()).toEqual([
        'changes',
        'comes',
        'goes',
      ]);
      expect(labelsOf('stays', 'changes', 'goes', 'comes')).toEqual([
        gold,
        silver,
        undefined,
        gold,
      ]);
      // After the end of the old one, from 0, and where it was interrupted.
      expect(feed.requests.slice(1).map(({ after }) => after)).toEqual([
        3, 0, 2, 2,
      ]);
    });

    it('starts over when that happens again meanwhile', async () => {
      feed.status = after => (after === 2 ? 503 : 200);
      await changesOf(follower);
      await expect(changesOf(follower)).rejects.toThrow('503');
      feed.status = () => 200;
      feed.startAnew();
      feed.set({ stays: silver });
      expect(await changesOf(follower)).toEqual([]);
      expect((await changesOf(follower)).sort()).toEqual([
        'changes',
        'goes',
        'stays',
      ]);
      expect(labelsOf('stays', 'comes')).toEqual([silver, undefined]);
    });
  });

  it('starts over when an older backup was restored', async () => {
    feed.set({ stays: gold, changes: gold, goes: gold });
    await changesOf(follower);
    feed.restore();
    feed.set({ stays: gold, changes: silver });
    expect(await changesOf(follower)).toEqual([]);
    expect(labelsOf('goes')).toEqual([gold]);
    expect((await changesOf(follower)).sort()).toEqual(['changes', 'goes']);
    expect(labelsOf('stays', 'changes', 'goes')).toEqual([
      gold,
      silver,
      undefined,
    ]);
  });

  it('starts over when the feed is another one before it read it all', async () => {
    feed.pageSize = 1;
    feed.set({ a: gold, b: gold });
    feed.status = after => (after === 1 ? 503 : 200);
    await expect(changesOf(follower)).rejects.toThrow('503');
    feed.status = () => 200;
    feed.startAnew();
    feed.set({ b: silver });
    await changesOf(follower);
    await changesOf(follower);
    expect(follower.state).toBe('complete');
    expect(labelsOf('a', 'b')).toEqual([undefined, silver]);
  });

  it('does not go round in circles when the feed does', async () => {
    const page = { feed: 'x', items: [], hasMore: true };
    const lost = new LabelFollower({ readLabels: async () => page });
    await expect(changesOf(lost)).rejects.toThrow('stops at revision 0');
  });
});
