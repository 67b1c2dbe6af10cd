import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import express, { Router } from 'express';
import { get as httpGet, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rules } from '../checks/Rules';
import { readComplianceConfig } from '../config/readConfig';
import { ExportedService } from '../exports/ServiceExporter';
import { accessTo } from '../permissions/Access';
import { spec } from '../schema/openapi';
import { StandardCatalog } from '../standards/StandardCatalog';
import { addExportRoutes } from './exports';

const service: ExportedService = {
  summary: {
    entityRef: 'component:default/a',
    kind: 'Component',
    namespace: 'default',
    name: 'a',
    title: 'x'.repeat(1000),
    openFindings: 0,
  },
  owners: [],
  isSupplier: false,
  profile: {
    serviceLevel: {},
    information: {},
    continuity: {},
    supplier: {},
    scope: {},
    operations: {},
  },
};

/** An export that would never end. */
class EndlessExporter {
  count = 0;
  isStopped = false;
  failsAfter = Infinity;
  failure = new Error('The database is gone');

  async *pages(): AsyncGenerator<ExportedService[]> {
    try {
      for (;;) {
        if (this.count === this.failsAfter) {
          throw this.failure;
        }
        this.count++;
        yield Array.from({ length: 100 }, () => service);
        await sleep(1);
      }
    } finally {
      this.isStopped = true;
    }
  }
}

describe('exports', () => {
  let server: Server;
  let exporter: EndlessExporter;
  const failed = jest.fn(async (_: { error: Error; meta?: object }) => {});
  const succeeded = jest.fn(async () => {});

  beforeEach(async () => {
    jest.clearAllMocks();
    exporter = new EndlessExporter();
    const config = readComplianceConfig(new ConfigReader({}));
    const router = createValidatedOpenApiRouter(spec) as Router;
    addExportRoutes(router, {
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({ success: succeeded, fail: failed }),
      }),
      httpAuth: mockServices.httpAuth(),
      config,
      rules: Rules.create({ config, standards: StandardCatalog.create() }),
      access: {
        mayExport: async () => true,
        accessOf: async () => accessTo([]),
      },
      ownership: { refsOf: async () => [] },
      clauseQueries: { resolve: async query => query },
      exporter,
    });
    const app = express();
    app.use(router);
    app.use(mockErrorHandler());
    await new Promise<void>(resolve => {
      server = app.listen(0, resolve);
    });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const open = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpGet(`http://localhost:${port}/exports/services.csv`, resolve).on(
        'error',
        reject,
      );
    });

  /** Waits until it holds, for five seconds at most. */
  const until = async (condition: () => boolean) => {
    for (let waited = 0; waited < 5000 && !condition(); waited += 20) {
      await sleep(20);
    }
    expect(condition()).toBe(true);
  };

  it('reads no faster than somebody listens', async () => {
    const res = await open();
    res.pause();
    // Until all buffers on the way are full.
    let before = -1;
    await until(() => {
      const isStill = before === exporter.count;
      before = exporter.count;
      return isStill;
    });
    await sleep(200);
    expect(exporter.count).toBe(before);
    expect(exporter.isStopped).toBe(false);

    res.resume();
    await until(() => exporter.count > before + 10);
    res.destroy();
    await until(() => failed.mock.calls.length > 0);
  });

  it('stops reading when nobody listens any more', async () => {
    const res = await open();
    res.once('data', () => res.destroy());
    await until(() => exporter.isStopped);
    await until(() => failed.mock.calls.length > 0);
    expect(failed).toHaveBeenCalledTimes(1);
    expect(failed).toHaveBeenCalledWith({
      error: expect.objectContaining({
        message: 'The export failed: ERR_STREAM_PREMATURE_CLOSE',
      }),
      meta: { rows: exporter.count * 100 },
    });
    expect(succeeded).not.toHaveBeenCalled();
  });

  it('breaks off when something goes wrong half way', async () => {
    exporter.failsAfter = 3;
    const res = await open();
    expect(res.statusCode).toBe(200);
    const end = new Promise(resolve => res.on('close', resolve));
    res.on('error', () => {});
    res.resume();
    await end;
    expect(res.complete).toBe(false);
    await until(() => failed.mock.calls.length > 0);
    expect(failed).toHaveBeenCalledWith({
      error: expect.objectContaining({ message: 'The database is gone' }),
      meta: { rows: 300 },
    });
  });

  it('tells the auditor no SQL', async () => {
    exporter.failsAfter = 0;
    exporter.failure = Object.assign(
      new Error(`select * from entity where owner = 'me' - no such table`),
      { code: 'SQLITE_ERROR' },
    );
    (await open()).resume();
    expect(failed).toHaveBeenCalledWith({
      error: new Error('The export failed: SQLITE_ERROR'),
      meta: { rows: 0 },
    });
  });

  it('answers an error when nothing was sent yet', async () => {
    exporter.failsAfter = 0;
    const res = await open();
    expect(res.statusCode).toBe(500);
    expect(res.headers['content-disposition']).toBeUndefined();
    res.resume();
  });
});
