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
import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  complianceApplicabilityReadPermission,
  complianceExportPermission,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import request from 'supertest';
import { testScheduler } from './__testUtils__/testBackend';
import { component } from './catalog/__testUtils__/component';
import compliancePlugin from './index';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const MANY = 600;
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

const owner = ['group:default/few'];
const ledger = component('ledger', {
  title: '=1+1',
  owners: owner,
  annotations: {
    'compliance/continuity-tier': 'tier-2',
    'compliance/service-tier': 'tier-1',
    'compliance/rto': 'PT4H',
  },
  dependsOn: ['component:default/secret'],
});
const outside = component('outside', {
  owners: owner,
  annotations: {
    'compliance/isms-scope': 'out',
    'compliance/isms-scope-reason': 'Holds no information',
  },
});
const secret = component('secret', {
  owners: ['group:default/others'],
  annotations: {
    'compliance/rto': 'P3D',
    'compliance/continuity-tier': 'tier-4',
  },
});
const many = Array.from({ length: MANY }, (_, index) =>
  component(`service-${String(index).padStart(4, '0')}`, {
    owners: ['group:default/others'],
  }),
);

const oscalFiles = [
  ['catalog.json', 'catalog'],
  ['mapping-collection.json', 'mapping-collection'],
  ['component-definition.json', 'component-definition'],
  ['assessment-results.json', 'assessment-results'],
  ['plan-of-action-and-milestones.json', 'plan-of-action-and-milestones'],
] as const;
const tables = [
  'coverage-iso20000-1-2018.csv',
  'coverage-iso27001-2022.csv',
  'applicability.csv',
  'crosswalk.csv',
];

describe.each(databases.eachSupportedId())('audit exports (%s)', databaseId => {
  let knex: Knex;
  let backend: TestBackend;
  let decision: PolicyDecision;
  let denied: string[];
  const succeeded = jest.fn(async (_?: object) => {});
  const failed = jest.fn(async (_: { error: Error; meta?: object }) => {});
  const createEvent = jest.fn(async (_: object) => ({
    success: succeeded,
    fail: failed,
  }));

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
          factory: () => mockServices.auditor.mock({ createEvent }),
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result: denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests => requests.map(() => decision),
        }).factory,
        catalogServiceMock.factory({
          entities: [ledger, outside, secret, ...many],
        }),
        compliancePlugin,
      ],
    });
    await scheduler.runCycle();
  });

  beforeEach(() => {
    decision = allow;
    denied = [];
    jest.clearAllMocks();
  });

  afterAll(async () => {
    await backend.stop();
  });

  const get = (file: string, params: Record<string, string> = {}) =>
    request(backend.server)
      .get(`/api/compliance/exports/${file}?${new URLSearchParams(params)}`)
      .buffer(true);

  const onlyFew = () => {
    decision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: catalogConditions.isEntityOwner({ claims: owner }),
    };
  };

  it.each(oscalFiles)('%s is one document', async (file, model) => {
    const { status, headers, body } = await get(file);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(Object.keys(body)).toEqual([model]);
    expect(body[model].metadata).toMatchObject({
      title: expect.stringMatching(/: All services$/),
      'oscal-version': '1.2.2',
    });
  });

  it.each(tables)('%s is a table', async file => {
    const { status, headers, text } = await get(file);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toMatch(/^\ufeff(Standard|Crosswalk),/);
    expect(lines.length).toBeGreaterThan(40);
  });

  it('has one component and one result for each service', async () => {
    const definition = await get('component-definition.json');
    const results = await get('assessment-results.json');
    expect(definition.body['component-definition'].components).toHaveLength(
      MANY + 3,
    );
    expect(results.body['assessment-results'].results).toHaveLength(MANY + 3);
  });

  it.each([
    'component-definition.json',
    'assessment-results.json',
    'plan-of-action-and-milestones.json',
  ])('%s tells only of what the reader may see', async file => {
    onlyFew();
    const { text } = await get(file);
    expect(text).toContain('component:default/ledger');
    expect(text).toContain('component:default/outside');
    expect(text).not.toContain('secret');
    expect(text).not.toContain('service-0');
  });

  it('counts only what the reader may see', async () => {
    onlyFew();
    const sms = await get('coverage-iso20000-1-2018.csv');
    const isms = await get('coverage-iso27001-2022.csv');
    const cells = (text: string, clause: string) =>
      text
        .split('\r\n')
        .find(line => line.split(',')[1] === clause)!
        .split(',');
    // What is out of scope of a management system does not count for it.
    expect(cells(sms.text, '8.7.2')).toContain('2');
    expect(cells(isms.text, 'A.5.30')).toContain('1');
  });

  it('tells of one service', async () => {
    const entityRef = 'component:default/ledger';
    const { body } = await get('component-definition.json', { entityRef });
    expect(body['component-definition'].components).toHaveLength(1);
    const coverage = await get('coverage-iso20000-1-2018.csv', { entityRef });
    expect(coverage.text).toMatch(
      /component:default\/ledger,ISO\/IEC 20000-1:2018,8\.7\.2,/,
    );
  });

  it.each([
    ['hidden', 'component:default/secret'],
    ['unknown', 'component:default/nothing'],
  ])('does not tell of a service that is %s', async (_, entityRef) => {
    onlyFew();
    for (const [file] of oscalFiles) {
      const { status, body } = await get(file, { entityRef });
      expect(status).toBe(404);
      expect(body.error.message).toContain(entityRef);
    }
  });

  it('applies the filters of the list', async () => {
    const { body } = await get('component-definition.json', {
      query: JSON.stringify({ name: { $in: ['ledger', 'outside'] } }),
    });
    expect(
      body['component-definition'].components.map(
        ({ title }: { title: string }) => title,
      ),
    ).toEqual(['=1+1', 'outside']);
    const byClause = await get('component-definition.json', {
      query: JSON.stringify({
        'clause.iso27001-2022.A.5.30': 'unknown',
        owner: 'group:default/few',
      }),
    });
    expect(byClause.status).toBe(200);
  });

  it('gives the same bytes for the same data except the time', async () => {
    const timeless = async () =>
      (await get('assessment-results.json')).text.replace(
        /"last-modified":"[^"]*"/,
        '',
      );
    expect(await timeless()).toBe(await timeless());
  });

  it.each([
    [
      { entityRef: 'component:' },
      /Invalid entityRef 'component:', expected an entity ref/,
    ],
    [{ query: '{"nothing":1}' }, /nothing/],
    [{ owner: 'group:' }, /group:/],
  ])('refuses %j', async (params, message) => {
    const { status, body } = await get('component-definition.json', params);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('names the exports that there are', async () => {
    const { status, body } = await get('everything.json');
    expect(status).toBe(404);
    for (const name of [...tables, ...oscalFiles.map(([file]) => file)]) {
      expect(body.error.message).toContain(name);
    }
  });

  it('needs the permission to export', async () => {
    denied = [complianceExportPermission.name];
    for (const file of [...tables, ...oscalFiles.map(([name]) => name)]) {
      expect((await get(file)).status).toBe(403);
    }
    expect(failed).toHaveBeenCalledTimes(tables.length + oscalFiles.length);
  });

  it('needs the permission to read statements for exporting them', async () => {
    denied = [complianceApplicabilityReadPermission.name];
    expect((await get('applicability.csv')).status).toBe(403);
    expect((await get('crosswalk.csv')).status).toBe(200);
  });

  it('tells the auditor what was exported', async () => {
    await get('plan-of-action-and-milestones.json', { fullText: 'outside' });
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'export',
        meta: {
          file: 'plan-of-action-and-milestones.json',
          filters: ['fullText'],
        },
      }),
    );
    expect(succeeded).toHaveBeenCalledWith({ meta: { rows: 1 } });
  });

  it('sends as many statements for each page, however many services', async () => {
    const count = async (params: Record<string, string>) => {
      let statements = 0;
      const listener = () => {
        statements += 1;
      };
      knex.on('query', listener);
      await get('assessment-results.json', params);
      knex.off('query', listener);
      return statements;
    };
    const one = await count({ fullText: 'service-0001' });
    const hundred = await count({ fullText: 'service-00' });
    expect(hundred).toBe(one);
  });
});
