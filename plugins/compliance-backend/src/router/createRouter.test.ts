import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  checkFacets,
  CheckResult,
  defaultScope,
  EntitiesQuery,
  entitiesQueryParams,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import express from 'express';
import request from 'supertest';
import { DeclaredStatements } from '../applicability/DeclaredStatements';
import { Statements } from '../applicability/Statements';
import { Assessor } from '../assessment/Assessor';
import { Cycle } from '../assessment/Cycle';
import { RunStore } from '../assessment/RunStore';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { Rules } from '../checks/Rules';
import { readComplianceConfig } from '../config/readConfig';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { CoverageReader } from '../coverage/CoverageReader';
import { EntityCoverageReader } from '../coverage/EntityCoverageReader';
import { migrate } from '../database/migrate';
import { SupplierRisk } from '../dependencies/SupplierRisk';
import { DocumentMirror } from '../documents/DocumentMirror';
import { Documents } from '../documents/Documents';
import { DocumentStore } from '../documents/DocumentStore';
import { AuditFiles } from '../exports/AuditFiles';
import { ServiceExporter } from '../exports/ServiceExporter';
import { AssessedServiceReader } from '../oscal/AssessedServiceReader';
import { LabelReader } from '../labels/LabelReader';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { UpdateControl } from '../permissions/UpdateControl';
import { Announcer } from '../profiles/Announcer';
import { BulkEditor } from '../profiles/BulkEditor';
import { readLiveChannels } from '../profiles/liveChannels';
import { Previewer } from '../profiles/Previewer';
import { ProfileEditor } from '../profiles/ProfileEditor';
import { DependencyReader } from '../reporting/DependencyReader';
import { EntityReader } from '../reporting/EntityReader';
import { ResultExplainer } from '../reporting/ResultExplainer';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { SummaryReader } from '../reporting/SummaryReader';
import { SupplierReader } from '../reporting/SupplierReader';
import { TodoReader } from '../reporting/TodoReader';
import { TrendReader } from '../reporting/TrendReader';
import { StandardCatalog } from '../standards/StandardCatalog';
import { createRouter } from './createRouter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      namespace: 'default',
      title: 'Payments',
      annotations: {
        'compliance/service-tier': 'tier-1',
        'compliance/information-classification': 'confidental',
        'compliance/rto': '4 hours',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'cloud-host', namespace: 'suppliers' },
    spec: { type: 'supplier' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'policy',
      title: 'Security policy',
      annotations: {
        'compliance/document-kind': 'policy',
        'compliance/document-approved': '2026-02-30',
        'compliance/document-clauses': 'iso27001-2022:5.2',
      },
    },
    spec: { type: 'document' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default' },
  },
];

const broken: Check = {
  id: 'broken',
  title: 'Broken',
  description: 'Throws on suppliers.',
  facet: 'catalogue',
  weight: 1,
  clauses: [],
  remediation: { text: 'Repair it.' },
  evaluate: ({ entity }) => {
    if (entity.isSupplier) {
      throw new Error('boom');
    }
    return { status: 'pass', finding: 'Fine.', expected: 'Fine.' };
  },
};

const appliedControls = Object.fromEntries(
  iso27001.clauses
    .filter(({ kind }) => kind === 'control')
    .map(({ id }) => [
      id,
      {
        applicable: true,
        reasons: ['risk-treatment'],
        implementation: 'partial',
      },
    ]),
);

describe.each(databases.eachSupportedId())('createRouter (%s)', databaseId => {
  let app: express.Express;
  const permissions = mockServices.permissions.mock();

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const config = readComplianceConfig(new ConfigReader({}));
    const standards = StandardCatalog.create();
    const rules = Rules.create({ config, standards, addedChecks: [broken] });
    const { scope, vocabulary, historyRetention } = config;
    const auth = mockServices.auth();
    const catalog = catalogServiceMock({ entities });
    const runs = new RunStore(knex);
    const supplierRisk = new SupplierRisk({ knex, vocabulary, depth: 3 });
    const documentStore = new DocumentStore(knex);
    await new Cycle({
      knex,
      documents: new DocumentMirror({
        store: documentStore,
        catalog,
        auth,
        standards: standards.standards,
        logger: mockServices.logger.mock(),
      }),
      supplierRisk,
      mirror: new CatalogMirror({ knex, catalog, auth, scope, vocabulary }),
      assessor: new Assessor({ knex, rules, vocabulary }),
      runs,
      rules,
      logger: mockServices.logger.mock(),
      events: mockServices.events.mock(),
      historyRetention,
    }).run();

    const access = new AccessControl({ knex, permissions, catalog, scope });
    const ownership = new Ownership({
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: ['user:default/mock', 'group:default/payments'],
      }),
      catalog,
      auth,
    });
    const updates = new UpdateControl({
      knex,
      auth,
      catalog,
      permissions,
      arePermissionsEnabled: false,
      access,
      ownership,
    });
    const assessor = new Assessor({ knex, rules, vocabulary });
    const entityReader = new EntityReader({ knex, scale: config });
    const channelOf = await readLiveChannels(knex);
    const editor = new ProfileEditor({
      knex,
      assessor,
      supplierRisk,
      announcer: new Announcer({
        events: mockServices.events.mock(),
        signals: { publish: async () => {} },
        logger: mockServices.logger.mock(),
        channelOf,
      }),
      logger: mockServices.logger.mock(),
    });
    const documents = new Documents({
      store: documentStore,
      auth,
      permissions,
      catalog,
      standards: standards.standards,
    });
    const statements = new Statements({
      knex,
      auth,
      permissions,
      declared: DeclaredStatements.create({
        configured: [{ standard: 'iso27001-2022', entries: appliedControls }],
        standards,
      }),
    });
    const evidence = { statements, documents: documents.reader };
    const coverage = new CoverageReader({ knex, rules, ...evidence });
    const entityCoverage = new EntityCoverageReader({
      knex,
      rules,
      ...evidence,
    });
    const exporter = new ServiceExporter({
      knex,
      rules,
      entities: entityReader,
    });
    const router = createRouter({
      knex,
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
      httpAuth: mockServices.httpAuth(),
      config,
      rules,
      standards,
      access,
      ownership,
      updates,
      entities: entityReader,
      exporter,
      auditFiles: new AuditFiles({
        rules,
        standards,
        coverage,
        entityCoverage,
        services: new AssessedServiceReader({
          knex,
          rules,
          exporter,
          explainer: new ResultExplainer({ knex, rules }),
          statements,
        }),
        statements,
      }),
      todo: new TodoReader({ knex, rules }),
      summaries: new SummaryReader({ knex, rules, levels: config.levels }),
      trends: new TrendReader({ knex, levels: config.levels }),
      suppliers: new SupplierReader({ knex, rules, vocabulary, depth: 3 }),
      documents,
      dependencies: new DependencyReader({ knex, rules, vocabulary }),
      clauseQueries: new ClauseQueries({ rules, statements }),
      coverage,
      entityCoverage,
      statements,
      labels: new LabelReader(knex),
      scorecards: new ScorecardReader({ knex, rules, vocabulary, channelOf }),
      editor,
      bulkEditor: new BulkEditor({
        updates,
        editor,
        logger: mockServices.logger.mock(),
      }),
      previewer: new Previewer({
        knex,
        assessor,
        explainer: new ResultExplainer({ knex, rules }),
      }),
      runs,
      validateResponses: true,
    });
    app = express();
    app.use('/api/compliance', router);
    app.use(mockErrorHandler());
  });

  beforeEach(() => {
    const allow = async (requests: unknown[]) =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW }));
    permissions.authorize.mockImplementation(allow);
    permissions.authorizeConditional.mockImplementation(allow);
  });

  const get = (path: string) => request(app).get(`/api/compliance${path}`);

  it('serves its contract', async () => {
    const { status, body } = await get('/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/compliance' }],
      paths: { '/entities': { get: { operationId: 'queryEntities' } } },
    });
  });

  it('tells the vocabulary with levels, fields and scope', async () => {
    const { status, body } = await get('/vocabulary');
    expect(status).toBe(200);
    expect(body.scales.classification[0].id).toBe('public');
    expect(body.levels.map(({ id }: { id: string }) => id)).toEqual([
      'bronze',
      'silver',
      'gold',
    ]);
    expect(body.scope).toEqual(defaultScope);
    expect(body.fields[0]).toEqual({
      id: 'serviceLevel.tier',
      group: 'serviceLevel',
      name: 'tier',
      title: 'Service tier',
      description: 'How much depends on the service being available.',
      annotation: 'compliance/service-tier',
      example: 'tier-1',
      input: 'select',
      scale: 'serviceTier',
      label: 'compliance/service-tier',
      column: 'serviceTier',
    });
  });

  it('tells coverage by its contract', async () => {
    const { status, body } = await get(
      '/coverage?standard=iso27001-2022&kind=component',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      standard: 'iso27001-2022',
      services: 1,
      outOfScope: 0,
    });
    const classification = body.clauses.find(
      ({ clause }: { clause: string }) => clause === 'A.5.12',
    );
    expect(classification).toMatchObject({
      evidence: 'service',
      counts: { gap: 1, covered: 0 },
    });

    const entity = await get('/entities/component/default/payments/coverage');
    expect(entity.status).toBe(200);
    expect(entity.body).toMatchObject({
      entityRef: 'component:default/payments',
      standards: [
        { standard: 'iso20000-1-2018', inScope: true },
        { standard: 'iso27001-2022', inScope: true },
      ],
    });
  });

  it('says which standards there are, and that one is needed', async () => {
    const unknown = await get('/coverage?standard=iso9001');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      "No standard 'iso9001', expected one of iso20000-1-2018, iso27001-2022",
    );
    expect((await get('/coverage')).status).toBe(400);
    const post = (body: object) =>
      request(app).post('/api/compliance/coverage/query').send(body);
    const byBody = await post({
      standard: 'iso27001-2022',
      filter: { kind: ['component'] },
    });
    expect(byBody.body).toEqual(
      (await get('/coverage?standard=iso27001-2022&kind=component')).body,
    );
    expect((await post({ standard: 'iso9001' })).status).toBe(404);
    expect((await post({ filter: {} })).status).toBe(400);
    const nobody = await get('/entities/component/default/nobody/coverage');
    expect(nobody.status).toBe(404);
  });

  it('selects services by how a clause stands', async () => {
    const select = (query: object) =>
      get(`/entities?query=${encodeURIComponent(JSON.stringify(query))}`);
    const found = await select({ 'clause.iso27001-2022.A.5.12': 'gap' });
    expect(
      found.body.items.map(({ name }: { name: string }) => name),
    ).toContain('payments');
    const unknown = await select({ 'clause.iso27001-2022.A.5.122': 'gap' });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toBe(
      'query.clause.iso27001-2022.A.5.122: unknown field, did you mean clause.iso27001-2022.A.5.12?',
    );
    const state = await select({ 'clause.iso27001-2022.A.5.12': 'gaps' });
    expect(state.body.error.message).toContain('did you mean gap?');
  });

  it('tells, changes and approves statements by its contract', async () => {
    const path = '/applicability/iso27001-2022';
    const declared = await get(path);
    expect(declared.status).toBe(200);
    expect(declared.body.entries).toHaveLength(93);
    const handled = await get('/applicability/iso20000-1-2018');
    expect(handled.status).toBe(200);
    const values = {
      ...appliedControls['A.5.1'],
      owner: 'group:default/payments',
      links: [{ url: 'https://example.com', title: 'Policy' }],
      reviewedOn: '2026-01-31',
    };
    const save = (body: object) =>
      request(app)
        .put(`/api/compliance${path}/A.5.1`)
        .set('If-Match', '"0"')
        .send(body);
    const approve = (etag: string) =>
      request(app)
        .post('/api/compliance/applicability/versions')
        .set('If-Match', etag)
        .send({ standard: 'iso27001-2022', note: 'First.' });
    expect((await save(values)).body).toMatchObject({ ...values, etag: '1' });
    expect((await save({})).status).toBe(412);
    expect((await save({ applicable: true })).status).toBe(422);
    expect((await approve(declared.headers.etag)).status).toBe(412);
    const { etag } = (await get(path)).headers;
    expect((await approve(etag)).status).toBe(201);
    expect((await approve(etag)).status).toBe(409);
    const version = await get(`${path}/versions/1`);
    expect(version.status).toBe(200);
    expect(version.body).toMatchObject({ applicable: 93, excluded: 0 });
    expect((await get(path)).body.versions).toHaveLength(1);
  });

  it('registers documents by its contract', async () => {
    const declared = await get('/documents');
    expect(declared.body).toEqual({
      mayUpdate: true,
      items: [
        {
          id: 'resource:default:policy',
          title: 'Security policy',
          kind: 'policy',
          clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
          state: 'draft',
          source: 'catalog',
          declaredBy: 'resource:default/policy',
          problems: [
            "compliance/document-approved: found '2026-02-30', expected an existing date written YYYY-MM-DD; the nearest is '2026-02-28'",
          ],
          etag: '1',
        },
      ],
    });
    const send = (
      method: 'post' | 'put' | 'delete',
      path: string,
      etag = '*',
    ) => request(app)[method](`/api/compliance${path}`).set('If-Match', etag);
    const values = { title: 'Continuity plan', kind: 'plan' };
    const added = await send('post', '/documents').send(values);
    expect(added.status).toBe(201);
    expect(added.headers.etag).toBe('"1"');
    const path = `/documents/${added.body.id}`;
    const saved = await send('put', path, '"1"').send({
      ...values,
      approvedOn: '2026-01-01',
      reviewEvery: 'P90Y',
    });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({
      source: 'portal',
      state: 'current',
      nextReviewOn: '2116-01-01',
      etag: '2',
      changedBy: 'user:default/mock',
    });
    const stale = await send('put', path, '"1"').send({
      ...values,
      title: 'X',
    });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual(saved.body);
    const wrong = await send('put', path, '"2"').send({ ...values, kind: 'X' });
    expect(wrong.status).toBe(422);
    expect((await send('delete', path, '"2"')).status).toBe(204);
    expect((await send('delete', path, '"2"')).status).toBe(404);

    const edited = `/documents/${declared.body.items[0].id}`;
    const overlaid = await send('put', edited, '"1"').send(values);
    expect(overlaid.body).toMatchObject({
      ...values,
      source: 'catalog',
      declared: { title: 'Security policy', kind: 'policy' },
    });
    expect((await send('delete', edited, '"2"')).status).toBe(204);
    const refused = await send('delete', edited);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toBe(
      "The document 'resource:default:policy' is declared by resource:default/policy in the catalog and can only be removed there",
    );
  });

  it('tells the checks without their code', async () => {
    const { status, body } = await get('/checks');
    expect(status).toBe(200);
    expect(body.items).toContainEqual({
      id: 'broken',
      title: 'Broken',
      description: 'Throws on suppliers.',
      facet: 'catalogue',
      weight: 1,
      clauses: [],
      remediation: { text: 'Repair it.' },
    });
  });

  it('tells the standards with the checks behind their clauses', async () => {
    const list = await get('/standards');
    expect(list.status).toBe(200);
    expect(list.body.items).toEqual([
      {
        id: 'iso20000-1-2018',
        title: 'ISO/IEC 20000-1:2018',
        managementSystem: 'sms',
        clauses: 77,
        controls: 0,
      },
      {
        id: 'iso27001-2022',
        title: 'ISO/IEC 27001:2022',
        managementSystem: 'isms',
        clauses: 41,
        controls: 93,
      },
    ]);

    const { status, body } = await get('/standards/iso27001-2022');
    expect(status).toBe(200);
    const classification = body.clauses.find(
      ({ id }: { id: string }) => id === 'A.5.12',
    );
    expect(classification.checks).toContain('information-classified');
    expect(body.crosswalks).toHaveLength(1);

    const unknown = await get('/standards/iso9001');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      "No standard 'iso9001', expected one of iso20000-1-2018, iso27001-2022",
    );
  });

  it('explains the profile and the scorecard of an entity', async () => {
    const { status, body } = await get('/entities/COMPONENT/default/Payments');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/payments',
      title: 'Payments',
      isSupplier: false,
      facets: ['serviceLevel', 'information', 'continuity'],
      assessedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      catalogReadAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(body.profile.serviceLevel.tier).toEqual({
      value: 'tier-1',
      source: 'git',
    });
    expect(body.profile.serviceLevel.availabilityTarget).toEqual({
      value: 99.95,
      source: 'default',
    });
    expect(body.profile.errors).toEqual([
      expect.objectContaining({
        field: 'information.classification',
        value: 'confidental',
        nearest: 'confidential',
      }),
      expect.objectContaining({ field: 'continuity.rto', value: '4 hours' }),
    ]);

    const { results } = body.scorecard;
    expect(results).toContainEqual({
      checkId: 'service-level-tier',
      title: expect.any(String),
      facet: 'serviceLevel',
      weight: expect.any(Number),
      status: 'pass',
      finding: expect.any(String),
      expected: expect.any(String),
      since: expect.any(String),
      upcoming: false,
      clauses: expect.any(Array),
      remediation: { text: expect.any(String), annotations: expect.any(Array) },
    });
    const groups = results.map(({ facet }: CheckResult) => facet);
    expect(groups).toEqual(
      [...groups].sort(
        (a, b) => checkFacets.indexOf(a) - checkFacets.indexOf(b),
      ),
    );
  });

  it.each<[string, EntitiesQuery, string[]]>([
    ['all', {}, ['cloud-host', 'payments']],
    ['a kind', { filter: { kind: ['component'] } }, ['payments']],
    ['two kinds', { filter: { kind: ['api', 'resource'] } }, ['cloud-host']],
    ['no kind', { filter: { kind: [] } }, []],
    [
      'an owner',
      { filter: { owner: ['group:default/payments'] } },
      ['payments'],
    ],
    ['no owner set', { filter: { owner: ['unset'] } }, ['cloud-host']],
    ['a tier', { filter: { serviceTier: ['tier-1'] } }, ['payments']],
    [
      'a level',
      { filter: { level: ['none', 'unset'] } },
      ['cloud-host', 'payments'],
    ],
    [
      'a check',
      { filter: { check: { id: 'broken', status: ['unknown'] } } },
      ['cloud-host'],
    ],
    [
      'a check without statuses',
      { filter: { check: { id: 'broken', status: [] } } },
      [],
    ],
    ['what is mine', { filter: { mine: true } }, ['payments']],
    ['progress', { filter: { progress: ['untouched'] } }, ['cloud-host']],
    ['no progress', { filter: { progress: [] } }, []],
    ['text', { fullText: 'PAY' }, ['payments']],
    [
      'an order',
      { order: { field: 'name', direction: 'desc' } },
      ['payments', 'cloud-host'],
    ],
  ])('lists by %s as the client asks', async (_, query, expected) => {
    const { status, body } = await get(
      `/entities?${entitiesQueryParams(query)}`,
    );
    expect(status).toBe(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
      expected,
    );
    expect(body.totalItems).toBe(expected.length);
  });

  it('takes parameters as people type them', async () => {
    const { status, body } = await get(
      '/entities?owner=group:default/payments&order=score,desc',
    );
    expect(status).toBe(200);
    expect(body.totalItems).toBe(1);
  });

  it('pages through a list', async () => {
    const first = await get('/entities?limit=1');
    expect(first.body.items).toHaveLength(1);
    expect(first.body.totalItems).toBe(2);
    const { nextCursor } = first.body.pageInfo;
    const second = await get(`/entities?limit=1&cursor=${nextCursor}`);
    expect(second.body.items.map(({ name }: { name: string }) => name)).toEqual(
      ['payments'],
    );
    expect(second.body.pageInfo).toEqual({});

    const other = await get(
      `/entities?limit=1&kind=component&cursor=${nextCursor}`,
    );
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(/^Invalid cursor 'ey/);
  });

  it.each([
    ['limit=501', "Invalid limit '501', must be <= 500"],
    ['limit=0', "Invalid limit '0', must be >= 1"],
    ['limit=1.5', "Invalid limit '1.5', must be integer"],
    ['limit=many', "Invalid limit 'many', must be integer"],
    ['limit=1&limit=2', "Invalid limit '1,2', must be integer"],
    ['tier=tier-1', "Unknown query parameter 'tier'"],
    ['order=', "Empty value found for query parameter 'order'"],
    [
      'order=price,asc',
      "Invalid order 'price,asc', expected '<field>,<asc|desc>' with one of the fields name, kind, type,",
    ],
    ['order=name', "Invalid order 'name', expected '<field>,<asc|desc>'"],
    ['order=name,up', "Invalid order 'name,up', expected '<field>,<asc|desc>'"],
    ['cursor=abc', "Invalid cursor 'abc', expected the nextCursor of a page"],
    [
      'level=platinum',
      "Invalid level 'platinum', expected one of bronze, silver, gold, none, unset",
    ],
    [
      'serviceTier=tier-1&serviceTier=tier-9',
      "Invalid serviceTier 'tier-9', expected one of tier-0, tier-1,",
    ],
    [
      'supplierRisk=huge',
      "Invalid supplierRisk 'huge', expected one of low, medium, high, critical, unset",
    ],
    [
      'check=nonsense',
      "Invalid check 'nonsense', expected one of catalogue-owner,",
    ],
    [
      'check=broken&checkStatus=bad',
      "Invalid checkStatus 'bad', expected one of pass, fail, unknown, not-applicable, waived",
    ],
    [
      'checkStatus=fail',
      "Invalid checkStatus 'fail', expected the parameter check with it",
    ],
    [
      'owner=group:',
      "Invalid owner 'group:', expected an entity ref such as 'group:default/name'",
    ],
    ['kind[a]=b', "Invalid kind '[object Object]', must be string"],
    ['type=a%00b', 'must match pattern'],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await get(`/entities?${query}`);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(message);
  });

  it.each([
    ['long', `fullText=${'x'.repeat(201)}`, /^Invalid fullText 'x{80}', must/],
    ['many', 'owner=x&'.repeat(101), /^Invalid owner .* more than 100 items$/],
  ])('refuses what is too %s', async (_, query, message) => {
    const { status, body } = await get(`/entities?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it.each(["type=x' or 1=1 --", 'fullText=%25', 'fullText=_', 'owner=%25'])(
    'finds nothing with %s',
    async query => {
      const { status, body } = await get(`/entities?${query}`);
      expect(status).toBe(200);
      expect(body).toEqual({ items: [], totalItems: 0, pageInfo: {} });
    },
  );

  it('counts the same as not classified in lists, totals and trends', async () => {
    const all = '?classification=unset';
    const applies = { 'check.information-classified': { $exists: true } };
    const query = encodeURIComponent(JSON.stringify(applies));
    const totals = await Promise.all(
      [all, `${all}&query=${query}`].map(async search => [
        (await get(`/entities${search}`)).body.totalItems,
        (await get(`/summary${search}`)).body.total,
        (await get(`/trends${search}&days=1`)).body.points[0].unclassified,
      ]),
    );
    // The supplier has no classification either, but needs none.
    expect(totals).toEqual([
      [2, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('answers alike for what is hidden and for what does not exist', async () => {
    const messageOf = async (name: string) => {
      const { status, body } = await get(`/entities/component/default/${name}`);
      expect(status).toBe(404);
      expect(body.error.name).toBe('NotFoundError');
      return body.error.message.replace(name, '…');
    };
    const unknown = await messageOf('nothing');
    permissions.authorize.mockImplementation(async requests =>
      requests.map((_, index) => ({
        result: index === 0 ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      })),
    );
    await expect(messageOf('payments')).resolves.toBe(unknown);
    expect(unknown).toBe(
      "No profile of 'component:default/…': it is not in scope, was not read from the catalog yet, or is not visible to you",
    );
  });

  it('tells numbers and errors in its status only to those who see everything', async () => {
    const { status, body } = await get('/status');
    expect(status).toBe(200);
    expect(body.mirror.last).toMatchObject({
      outcome: 'success',
      durationMs: expect.any(Number),
      counts: { read: 2, added: 2 },
    });
    expect(body.assessment.lastSuccess.brokenChecks).toEqual([
      { checkId: 'broken', error: 'boom', entities: 1 },
    ]);
    expect(body.catalogReadAt).toBe(body.mirror.lastSuccess.startedAt);
    expect(body.dataAgeSeconds).toBeLessThan(60);

    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'ANY', resourceType: 'catalog-entity' },
      },
    ]);
    const restricted = await get('/status');
    expect(restricted.status).toBe(200);
    expect(restricted.body.mirror.last.counts).toBeUndefined();
    expect(restricted.body.assessment.last.brokenChecks).toEqual([
      { checkId: 'broken' },
    ]);
  });

  it.each([
    '/openapi.json',
    '/vocabulary',
    '/checks',
    '/standards',
    '/standards/iso27001-2022',
    '/entities',
    '/entities?limit=501',
    '/entities/component/default/payments',
    '/labels',
    '/todo',
    '/status',
  ])('wants credentials for %s', async path => {
    const { status } = await get(path).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });

  describe('/labels', () => {
    const labels = (query: string) =>
      get(`/labels${query}`).set(
        'Authorization',
        mockCredentials.service.header(),
      );

    it('tells services what the labels became, page by page', async () => {
      const first = await labels('?limit=1');
      expect(first.status).toBe(200);
      expect(first.body).toEqual({
        feed: expect.any(String),
        items: [
          {
            entityRef: 'component:default/payments',
            labels: {
              'compliance/service-tier': 'tier-1',
              'compliance/information-classification': 'unset',
              'compliance/continuity-tier': 'unset',
              'compliance/supplier-risk': 'unset',
              'compliance/level': expect.any(String),
            },
            revision: 1,
          },
        ],
        hasMore: true,
      });
      const second = await labels('?after=1');
      expect(second.body).toMatchObject({
        feed: first.body.feed,
        items: [{ entityRef: 'resource:suppliers/cloud-host', revision: 2 }],
        hasMore: false,
      });
      expect((await labels('?after=2')).body.items).toEqual([]);
    });

    it('tells users nothing', async () => {
      const { status, body } = await get('/labels');
      expect(status).toBe(403);
      expect(body.error.name).toBe('NotAllowedError');
    });

    it.each(['limit=0', 'limit=1001', 'after=-1', 'after=x', 'after=1e99'])(
      'refuses %s',
      async query => {
        const { status, body } = await labels(`?${query}`);
        expect(status).toBe(400);
        expect(body.error.message).toMatch(/^Invalid (limit|after) '/);
      },
    );
  });

  describe('/todo', () => {
    it('tells users how far what they own is', async () => {
      const { status, body } = await get('/todo');
      expect(status).toBe(200);
      expect(body).toEqual({
        ownerRefs: ['user:default/mock', 'group:default/payments'],
        due: [],
        progress: [
          {
            owner: 'group:default/payments',
            complete: 0,
            started: 1,
            untouched: 0,
          },
        ],
      });
    });

    it('does not count what is hidden', async () => {
      permissions.authorizeConditional.mockImplementation(async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
      );
      const { body } = await get('/todo');
      expect(body.progress).toEqual([]);
    });

    it('is not for services', async () => {
      const { status } = await get('/todo').set(
        'Authorization',
        mockCredentials.service.header(),
      );
      expect(status).toBe(403);
    });
  });

  it('finds nothing that a service owns', async () => {
    const { body } = await get('/entities?mine=true').set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(body.totalItems).toBe(0);
  });

  it('answers other services', async () => {
    const { status } = await get('/entities').set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(status).toBe(200);
  });

  it('keeps to its contract for edits', async () => {
    const entity = '/api/compliance/entities/component/default/payments';
    const facet = `${entity}/profile/continuity`;
    const values = { tier: 'tier-2', plan: 'https://wiki.example.com/bcp' };

    const before = await request(app).get(entity);
    expect(before.headers).toMatchObject({
      etag: '"0"',
      'cache-control': 'no-store',
    });
    const unconditional = await request(app).put(facet).send(values);
    expect(unconditional.status).toBe(428);

    const preview = await request(app).post(`${facet}/preview`).send(values);
    expect(preview.status).toBe(200);
    expect(preview.body.before.score).toBe(before.body.scorecard.score);

    const saved = await request(app)
      .put(facet)
      .set('If-Match', '"0"')
      .send(values);
    expect(saved.status).toBe(200);
    expect(saved.headers.etag).toBe('"1"');
    expect(saved.body).toMatchObject({
      version: '1',
      mayUpdate: true,
      edited: { continuity: values },
      scorecard: { score: preview.body.scorecard.score },
    });

    const stale = await request(app)
      .put(facet)
      .set('If-Match', '"0"')
      .send({ tier: 'tier-3' });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual(saved.body);

    const invalid = await request(app)
      .put(facet)
      .set('If-Match', '"1"')
      .send({ tier: 'tier-9', plann: 'x' });
    expect(invalid.status).toBe(422);
    expect(invalid.body).toMatchObject({
      error: { name: 'InvalidValuesError' },
      response: { statusCode: 422 },
      fields: [
        {
          field: 'tier',
          path: [],
          message: 'expected one of tier-1, tier-2, tier-3, tier-4',
        },
        {
          field: 'plann',
          path: [],
          message: 'unknown field, did you mean plan?',
        },
      ],
    });

    const bulk = await request(app)
      .post('/api/compliance/profiles/bulk')
      .send({
        entityRefs: ['Component:payments', 'component:default/nowhere'],
        group: 'continuity',
        values: { testKind: 'live' },
      });
    expect(bulk.status).toBe(200);
    expect(bulk.body.results).toEqual([
      {
        entityRef: 'Component:payments',
        outcome: 'saved',
        version: '2',
        score: expect.any(Number),
        level: expect.any(String),
      },
      { entityRef: 'component:default/nowhere', outcome: 'not-found' },
    ]);

    const withdrawn = await request(app).delete(facet).set('If-Match', '*');
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.edited).toEqual({});

    const history = await request(app).get(`${entity}/history?limit=2`);
    expect(history.status).toBe(200);
    expect(history.body).toMatchObject({
      items: [
        { revision: 3, action: 'withdraw', author: 'user:default/mock' },
        {
          revision: 2,
          changes: [{ field: 'continuity.testKind', after: 'live' }],
        },
      ],
      pageInfo: { nextCursor: '2' },
    });
  });
});
