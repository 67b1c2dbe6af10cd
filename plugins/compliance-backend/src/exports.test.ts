import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { complianceExportPermission } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import request from 'supertest';
import { testScheduler } from './__testUtils__/testBackend';
import { component } from './catalog/__testUtils__/component';
import compliancePlugin from './index';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const MANY = 1100;
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

const special = component('special', {
  title: '=HYPERLINK("http://evil.example","click")',
  owners: ['group:default/a', 'group:default/b'],
  system: 'system:default/core',
  annotations: {
    'compliance/service-tier': 'tier-1',
    'compliance/information-classification': 'confidential',
    'compliance/cia': 'C3 I3 A4',
    'compliance/service-level-reviewed': new Date().toISOString().slice(0, 10),
    'compliance/data-residency': 'DE, FR',
    'compliance/continuity-last-tested': '2026-05-12',
    'compliance/information-not-applicable-fields':
      'retention: Keeps "nothing", at all',
  },
});
const few = ['x', 'y', 'z'].map(name =>
  component(name, { owners: ['group:default/few'] }),
);
const many = Array.from({ length: MANY }, (_, index) =>
  component(`service-${String(index).padStart(4, '0')}`, {
    title: `Line one of ${index}`,
    annotations: { 'compliance/sla': `https://example.com/${'x'.repeat(900)}` },
  }),
);
const core: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'core', namespace: 'default' },
  relations: [{ type: 'partOf', targetRef: 'domain:default/retail' }],
};

describe.each(databases.eachSupportedId())('exports (%s)', databaseId => {
  let knex: Knex;
  let backend: TestBackend;
  let decision: PolicyDecision;
  let mayExport: boolean;
  const succeeded = jest.fn(async (_?: object) => {});
  const failed = jest.fn(async (_: { error: Error; meta?: object }) => {});
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({ success: succeeded, fail: failed }),
  });

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        scheduler.factory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                permission.name === complianceExportPermission.name &&
                !mayExport
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests => requests.map(() => decision),
        }).factory,
        catalogServiceMock.factory({
          entities: [special, ...few, ...many, core],
        }),
        compliancePlugin,
      ],
    });
    await scheduler.runCycle();
  });

  beforeEach(() => {
    decision = allow;
    mayExport = true;
    jest.clearAllMocks();
  });

  afterAll(async () => {
    await backend.stop();
  });

  const get = (path: string) =>
    request(backend.server)
      .get(`/api/compliance${path}`)
      // supertest would parse it otherwise
      .buffer(true);
  const post = (path: string, body: object) =>
    request(backend.server).post(`/api/compliance${path}`).send(body);

  const onlyFew = () => {
    decision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: catalogConditions.isEntityOwner({
        claims: ['group:default/few'],
      }),
    };
  };

  /** Cells by heading, of a file without line breaks in cells. */
  const cellsOf = (csv: string) => {
    const [head, ...lines] = csv.trimEnd().split('\r\n');
    const split = (line: string) =>
      [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      );
    const headings = split(head.replace('\ufeff', ''));
    return lines.map(line =>
      Object.fromEntries(
        split(line).map((cell, index) => [headings[index], cell]),
      ),
    );
  };

  it('writes a table that spreadsheets read and do not execute', async () => {
    const { status, headers, text } = await get(
      '/exports/services.csv?fullText=special',
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="services-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(text.startsWith('\ufeffEntity,Kind,')).toBe(true);
    expect(text).toContain(
      `,"'=HYPERLINK(""http://evil.example"",""click"")",`,
    );
    const rows = cellsOf(text);
    expect(rows).toEqual([
      expect.objectContaining({
        Entity: 'component:default/special',
        Title: `'=HYPERLINK("http://evil.example","click")`,
        Owners: 'group:default/a, group:default/b',
        System: 'system:default/core',
        Domain: 'domain:default/retail',
        'Service tier': 'tier-1',
        'Availability target': '99.95',
        'Information classification': 'confidential',
        'Protection needs': 'C3 I3 A4',
        'Data residency': 'DE, FR',
        Retention: '',
        'Last tested on': '2026-05-12',
        'Fields that do not apply (information)':
          'retention: Keeps "nothing", at all',
        'Assessed at': expect.stringMatching(/^\d{4}-.*Z$/),
      }),
    ]);
    expect(Number(rows[0].Score)).toBeGreaterThan(0);
  });

  it('writes JSON with values as they are', async () => {
    const { status, headers, body } = await get(
      '/exports/services.json?fullText=special',
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/special',
        title: '=HYPERLINK("http://evil.example","click")',
        owners: ['group:default/a', 'group:default/b'],
        domain: 'domain:default/retail',
        profile: expect.objectContaining({
          information: {
            classification: 'confidential',
            cia: { confidentiality: 3, integrity: 3, availability: 4 },
            residency: ['DE', 'FR'],
            notApplicableFields: { retention: 'Keeps "nothing", at all' },
          },
        }),
      }),
    ]);
  });

  it('has every entity once, in the order of the list', async () => {
    const { body } = await get('/exports/services.json?order=name,desc');
    const names = body.map(({ name }: { name: string }) => name);
    expect(names).toHaveLength(MANY + 4);
    expect(names).toEqual([...new Set<string>(names)].sort().reverse());
    const csv = await get('/exports/services.csv?order=name,desc');
    expect(cellsOf(csv.text).map(({ Name }) => Name)).toEqual(names);
  });

  it('takes the filters of the list, be it in a body', async () => {
    const query = { 'information.classification': { $exists: true } };
    const byAddress = await get(
      `/exports/services.json?query=${encodeURIComponent(
        JSON.stringify(query),
      )}`,
    );
    expect(byAddress.body).toHaveLength(1);
    const byBody = await post('/exports/services.json', {
      filter: { domain: ['retail'] },
      query,
    });
    expect(byBody.body).toEqual(byAddress.body);
    const nothing = await get('/exports/services.json?kind=');
    expect(nothing.text).toBe('[]\n');
    const noLines = await post('/exports/services.csv', {
      query: { $any: [] },
    });
    expect(noLines.text.split('\r\n')).toHaveLength(2);
  });

  it('holds only what the reader may see', async () => {
    onlyFew();
    const { body } = await get('/exports/services.json');
    expect(body.map(({ name }: { name: string }) => name)).toEqual([
      'x',
      'y',
      'z',
    ]);
    const list = await post('/entities/query', {
      query: { $not: { owner: 'nobody' } },
      limit: 1,
    });
    expect(list.body.totalItems).toBe(3);
    const hidden = await post('/entities/query', {
      query: { name: 'special' },
    });
    expect(hidden.body).toEqual({ items: [], totalItems: 0, pageInfo: {} });
  });

  it('needs a permission of its own', async () => {
    mayExport = false;
    const { status, headers } = await get('/exports/services.csv');
    expect(status).toBe(403);
    expect(headers['content-disposition']).toBeUndefined();
    expect(failed).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
      meta: { rows: 0 },
    });
    expect((await get('/entities?limit=1')).status).toBe(200);
  });

  it('tells the auditor what was exported, but no values', async () => {
    await get(
      '/exports/services.csv?owner=few&query=%7B%22name%22%3A%22x%22%7D&fullText=x',
    );
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'export',
      severityLevel: 'medium',
      request: expect.anything(),
      meta: { format: 'csv', filters: ['owner', 'query', 'fullText'] },
    });
    expect(succeeded).toHaveBeenCalledWith({ meta: { rows: 1 } });
    expect(failed).not.toHaveBeenCalled();
  });

  it('answers an error that comes before anything was sent', async () => {
    const { status, body } = await get('/exports/services.csv?system=/');
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "Invalid system '/', expected an entity ref such as 'system:default/name'",
    );
    expect(failed).toHaveBeenCalledTimes(1);
  });

  describe('queries', () => {
    const nested = (levels: number): object =>
      levels === 0 ? { kind: 'api' } : { $not: nested(levels - 1) };

    it.each([
      [
        'an unknown field',
        { $all: [{ kind: 'api' }, { 'information.clasification': 'x' }] },
        'query.$all[1].information.clasification: unknown field, did you mean information.classification?',
      ],
      ['a wrong type', { score: 'high' }, 'query.score: expected a number'],
      [
        '20 levels',
        nested(20),
        `query${'.$not'.repeat(11)}: nested more than 10 levels deep`,
      ],
      [
        '10,000 values',
        { name: { $in: Array.from({ length: 10_000 }, (_, i) => `n${i}`) } },
        'query.name.$in: more than 1000 values in all',
      ],
    ])('refuses %s', async (_, query, message) => {
      const { status, body } = await post('/entities/query', { query });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ name: 'InputError', message });
    });

    it('refuses what is no JSON, no predicate or too large', async () => {
      const text = await get('/entities?query=%7Bkind');
      expect(text.status).toBe(400);
      expect(text.body.error.message).toBe(
        "Invalid query '{kind', expected a filter predicate as JSON",
      );
      const list = await post('/entities/query', { query: [] });
      expect(list.status).toBe(400);
      const unknown = await post('/entities/query', { fliter: {} });
      expect(unknown.status).toBe(400);
      const large = await post('/entities/query', {
        query: { name: 'x'.repeat(1_100_000) },
      });
      expect(large.status).toBe(413);
    });

    it('refuses the cursor of another query', async () => {
      const query = { kind: 'component' };
      const { body } = await post('/entities/query', { query, limit: 2 });
      const cursor = body.pageInfo.nextCursor;
      const next = await post('/entities/query', { query, limit: 2, cursor });
      expect(next.body.items.map(({ name }: { name: string }) => name)).toEqual(
        ['service-0002', 'service-0003'],
      );
      const byAddress = await get(
        `/entities?limit=2&query=${JSON.stringify(query)}&cursor=${cursor}`,
      );
      expect(byAddress.body).toEqual(next.body);
      for (const other of [
        { query: { kind: 'api' }, cursor },
        { cursor },
        { query, cursor: `${cursor.slice(0, -4)}AAAA` },
      ]) {
        const { status, body: refused } = await post('/entities/query', other);
        expect(status).toBe(400);
        expect(refused.error.message).toContain('Invalid cursor');
      }
    });

    it('selects by score, due date and domain', async () => {
      const total = async (path: string) => {
        const { status, body } = await get(`/entities?${path}`);
        expect(status).toBe(200);
        return body.totalItems;
      };
      const special_ = await get('/entities?domain=retail');
      expect(special_.body.items).toEqual([
        expect.objectContaining({
          name: 'special',
          domain: 'domain:default/retail',
        }),
      ]);
      const [{ score }] = special_.body.items;
      expect(
        await total(`minScore=${score}&maxScore=${score}&domain=retail`),
      ).toBe(1);
      expect(await total(`minScore=${score + 0.1}&domain=retail`)).toBe(0);
      expect(await total('domain=unset')).toBe(MANY + 3);
      expect(await total('dueBy=2000-01-01')).toBe(0);
      expect(await total('dueBy=2100-01-01&domain=retail')).toBe(1);
      for (const bad of ['minScore=x', 'maxScore=101', 'dueBy=2026-02-31']) {
        expect((await get(`/entities?${bad}`)).status).toBe(400);
      }
    });
  });
});
