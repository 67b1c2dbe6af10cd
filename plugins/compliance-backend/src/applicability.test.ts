import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { JsonObject } from '@backstage/types';
import {
  ApplicabilityResponse,
  complianceApplicabilityApprovePermission,
  complianceApplicabilityReadPermission,
  complianceApplicabilityUpdatePermission,
  ComplianceClient,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import request from 'supertest';
import { authFactory, testScheduler } from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(120_000);

const { name: READ } = complianceApplicabilityReadPermission;
const { name: UPDATE } = complianceApplicabilityUpdatePermission;
const { name: APPROVE } = complianceApplicabilityApprovePermission;

/** What people may do with statements. */
const allowed: Record<string, string[]> = {
  'user:default/reader': [READ],
  'user:default/editor': [READ, UPDATE],
  'user:default/approver': [READ, APPROVE],
  'user:default/blind': [UPDATE, APPROVE],
  'group:default/editors': [READ, UPDATE, APPROVE],
};

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const names = allowed[user!.info.userEntityRef] ?? [];
            return {
              result: names.includes(permission.name)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
            };
          },
        });
      },
    });
  },
});

const events: object[] = [];
const auditorFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => ({
    createEvent: async ({ eventId, severityLevel, meta }) => {
      const add = (event: object) => {
        if (plugin.getId() === 'compliance') {
          events.push({ eventId, severityLevel, ...meta, ...event });
        }
      };
      return {
        success: async options => add({ ...options?.meta }),
        fail: async ({ error: { name, message, ...details }, ...options }) =>
          add({ ...options.meta, error: `${name}: ${message}`, ...details }),
      };
    },
  }),
});

const ISMS = 'iso27001-2022';
const SMS = 'iso20000-1-2018';

const applied = {
  applicable: true,
  reasons: ['risk-treatment', 'business-requirement'],
  implementation: 'partial',
};
const excluded = { applicable: false, exclusion: 'Nobody else writes code.' };

/** All but A.8.30 and A.8.34 are decided. */
const declared: JsonObject[] = [
  {
    standard: ISMS,
    entries: Object.fromEntries(
      iso27001.clauses
        .filter(({ id, kind }) => kind === 'control' && !/^A.8.3[04]/.test(id))
        .map(({ id }) => [id, applied]),
    ),
  },
  { standard: SMS, entries: { '8.4.1': { handledBy: 'Group Finance' } } },
];

const start = (compliance: JsonObject) =>
  startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, compliance },
      }),
      authFactory,
      httpAuthServiceFactory,
      auditorFactory,
      testScheduler().factory,
      catalogServiceMock.factory({ entities: [] }),
      permissionPlugin,
      policyModule,
      compliancePlugin,
    ],
  });

const as = (name: string) =>
  mockCredentials.user.header(
    name.includes(':') ? name : `user:default/${name}`,
  );

describe('Statements of Applicability', () => {
  let backend: TestBackend;

  const send = (
    method: 'get' | 'put' | 'post',
    path: string,
    user = 'reader',
  ) =>
    request(backend.server)
      [method](`/api/compliance/applicability/${path}`)
      .set('Authorization', as(user));

  const read = async (standard = ISMS): Promise<ApplicabilityResponse> =>
    (await send('get', standard)).body;

  const entryOf = async (clause: string, standard = ISMS) =>
    (await read(standard)).entries.find(entry => entry.clause === clause)!;

  const save = (
    clause: string,
    values: object,
    {
      user = 'editor',
      etag = '*',
      standard = ISMS,
    }: { user?: string; etag?: string; standard?: string } = {},
  ) =>
    send('put', `${standard}/${clause}`, user)
      .set('If-Match', etag === '*' ? etag : `"${etag}"`)
      .send(values);

  const approve = (etag: string, body: object = {}, user = 'approver') =>
    send('post', 'versions', user)
      .set('If-Match', `"${etag}"`)
      .send({ standard: ISMS, ...body });

  beforeAll(async () => {
    backend = await start({ applicability: declared });
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    events.length = 0;
  });

  it('has an entry for each control, with what app-config says', async () => {
    const { status, headers, body } = await send('get', ISMS);
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${body.etag}"`);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      standard: ISMS,
      about: 'controls',
      versions: [],
    });
    expect(body.entries).toHaveLength(93);
    expect(body.entries[0]).toEqual({ clause: 'A.5.1', ...applied, etag: '0' });
    expect(body.entries[92]).toEqual({ clause: 'A.8.34', etag: '0' });
  });

  it.each([
    ['reader', { mayUpdate: false, mayApprove: false }],
    ['editor', { mayUpdate: true, mayApprove: false }],
    ['approver', { mayUpdate: false, mayApprove: true }],
    ['group:default/editors', { mayUpdate: false, mayApprove: false }],
  ])('tells %s what they may do', async (user, rights) => {
    expect((await send('get', ISMS, user)).body).toMatchObject(rights);
  });

  it.each([
    ['stranger', 'get', ISMS, 'You may not read'],
    ['blind', 'get', ISMS, 'You may not read'],
    ['blind', 'get', `${ISMS}/versions/1`, 'You may not read'],
    ['blind', 'put', `${ISMS}/A.5.1`, 'You may not read'],
    ['reader', 'put', `${ISMS}/A.5.1`, 'You may not change'],
    ['approver', 'put', `${ISMS}/A.5.1`, 'You may not change'],
    ['group:default/editors', 'put', `${ISMS}/A.5.1`, 'Only users may'],
    ['reader', 'post', 'versions', 'You may not approve'],
    ['editor', 'post', 'versions', 'You may not approve'],
    ['group:default/editors', 'post', 'versions', 'Only users may'],
  ] as const)('does not let %s %s %s', async (user, method, path, message) => {
    const before = await read();
    const { status, body } = await send(method, path, user)
      .set('If-Match', `"${before.etag}"`)
      .send(
        { get: undefined, put: excluded, post: { standard: ISMS } }[method],
      );
    expect(status).toBe(403);
    expect(body.error.message).toContain(message);
    expect(await read()).toEqual(before);
    const told = expect.objectContaining({
      standard: ISMS,
      error: expect.stringContaining(`NotAllowedError: ${message}`),
    });
    expect(events).toEqual(method === 'get' ? [] : [told]);
  });

  it('tells nothing to those who are not signed in', async () => {
    for (const path of [ISMS, `${ISMS}/versions/1`]) {
      const { status } = await request(backend.server)
        .get(`/api/compliance/applicability/${path}`)
        .set('Authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    }
  });

  it('replaces an entry, and tells the auditor no text', async () => {
    const { status, headers, body } = await save('A.5.2', {
      ...applied,
      owner: 'group:default/security',
      links: [{ url: 'https://example.com/secret', title: 'Secret' }],
      reviewedOn: '2026-01-31',
      reasons: ['legal-or-contractual'],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      clause: 'A.5.2',
      applicable: true,
      reasons: ['legal-or-contractual'],
      implementation: 'partial',
      owner: 'group:default/security',
      links: [{ url: 'https://example.com/secret', title: 'Secret' }],
      reviewedOn: '2026-01-31',
      etag: '1',
      changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      changedBy: 'user:default/editor',
    });
    expect(headers.etag).toBe('"1"');
    await expect(entryOf('A.5.2')).resolves.toEqual(body);
    expect(events).toEqual([
      {
        eventId: 'applicability-update',
        severityLevel: 'medium',
        actionType: 'edit',
        standard: ISMS,
        clause: 'A.5.2',
        fields: [
          'applicable',
          'reasons',
          'implementation',
          'owner',
          'links',
          'reviewedOn',
        ],
        outcome: 'saved',
        version: '1',
      },
    ]);
  });

  it('takes an edit that arrives twice for one', async () => {
    const first = await save('A.5.3', excluded, { etag: '0' });
    const { etag } = await read();
    const second = await save('A.5.3', excluded, { etag: '0' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect((await read()).etag).toBe(etag);
    expect(events).toMatchObject([
      { outcome: 'saved' },
      { outcome: 'unchanged' },
    ]);
    await save('A.5.3', applied);
  });

  it('refuses an edit of another version, with the entry as it is', async () => {
    const { body: current } = await save('A.5.4', {
      ...applied,
      owner: 'user:default/kim',
    });
    const { status, body } = await save('A.5.4', excluded, { etag: '0' });
    expect(status).toBe(412);
    expect(body).toMatchObject({
      error: {
        name: 'EditConflictError',
        message:
          'The entry of A.5.4 was changed in the meantime: it has version 1, and the edit is based on 0',
      },
      current,
    });
    expect(events[1]).toMatchObject({
      error: expect.stringMatching(/^EditConflictError: The entry/),
    });
    expect(events[1]).not.toHaveProperty('current');
  });

  it.each([
    ['put', `${ISMS}/A.5.1`, excluded, 'the ETag of the entry'],
    ['post', 'versions', { standard: ISMS }, 'the ETag of the draft'],
  ] as const)(
    'needs a precondition to %s %s',
    async (method, path, body, of) => {
      const user = method === 'put' ? 'editor' : 'approver';
      const without = await send(method, path, user).send(body);
      expect(without.status).toBe(428);
      expect(without.body.error).toMatchObject({
        name: 'PreconditionRequiredError',
        message: expect.stringContaining(of),
      });
      const broken = await send(method, path, user)
        .set('If-Match', 'W/"x"')
        .send(body);
      expect(broken.status).toBe(400);
      expect(broken.body.error.message).toContain(`expected ${of}`);
    },
  );

  it('refuses values that are not allowed, and names the fields', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000)
      .toISOString()
      .slice(0, 10);
    const { status, body } = await save('A.5.1', {
      applicable: true,
      exclusion: 'confidential words',
      implementation: 'done',
      reviewedOn: tomorrow,
      links: [{ url: 'data:text/html,x' }],
      status: 'confidential words',
    });
    expect(status).toBe(422);
    expect(body.error.name).toBe('InvalidValuesError');
    expect(
      body.fields.map(({ field, path }: any) => [field, ...path].join('.')),
    ).toEqual([
      'implementation',
      'links.0.url',
      'status',
      'reasons',
      'exclusion',
      'reviewedOn',
    ]);
    expect(JSON.stringify([body, events])).not.toContain('confidential');
    expect(await entryOf('A.5.1')).toMatchObject({ etag: '0' });
  });

  it.each([
    ['iso9001', 'A.5.1', applied, 404, "No standard 'iso9001'"],
    [ISMS, 'A.9.1', applied, 404, 'has no control A.9.1'],
    [ISMS, '%00', applied, 400, 'Invalid clause'],
    [ISMS, '6.1.2', excluded, 422, 'clauses can not be excluded'],
    [SMS, '8.9.9', { handledBy: 'Acme' }, 404, 'has no clause 8.9.9'],
    [
      SMS,
      '5.2.1',
      { handledBy: 'Acme' },
      422,
      'must itself meet the clauses 4',
    ],
    [SMS, '8.4', { handledBy: 'Acme' }, 422, 'is a heading or a detail'],
    [SMS, '8.4.1', excluded, 422, 'a clause always applies'],
    [ISMS, 'A.5.1', { handledBy: 'Acme' }, 422, 'only clauses are handled'],
  ])(
    'does not let %s, %s become %j',
    async (standard, clause, values, expected, message) => {
      const { status, body } = await save(clause, values, { standard });
      expect(status).toBe(expected);
      expect(JSON.stringify(body)).toContain(message);
    },
  );

  it('says who handles clauses of the SMS, at once', async () => {
    const before = await read(SMS);
    expect(before).toMatchObject({ about: 'clauses', versions: [] });
    expect(before.entries.map(({ clause }) => clause)).not.toContain('5.2.1');
    await expect(entryOf('8.4.1', SMS)).resolves.toEqual({
      clause: '8.4.1',
      handledBy: 'Group Finance',
      etag: '0',
    });
    const { body } = await save(
      '8.4.3',
      { handledBy: 'Acme' },
      {
        standard: SMS,
        etag: '0',
      },
    );
    expect(body).toMatchObject({ handledBy: 'Acme', etag: '1' });

    const { etag } = await read(SMS);
    const refused = await approve(etag, { standard: SMS });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('takes effect at once');
  });

  it('approves a complete draft, and shows what it said then', async () => {
    const incomplete = await approve((await read()).etag);
    expect(incomplete.status).toBe(422);
    expect(incomplete.body.fields).toEqual([
      expect.objectContaining({ field: 'A.8.30' }),
      expect.objectContaining({ field: 'A.8.34' }),
    ]);
    const seen = (await read()).etag;
    await save('A.8.30', excluded);
    await save('A.8.34', applied);

    const stale = await approve(seen);
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual({
      ...(await read()),
      mayUpdate: false,
      mayApprove: true,
    });
    const blindly = await send('post', 'versions', 'approver')
      .set('If-Match', '*')
      .send({ standard: ISMS });
    expect(blindly.status).toBe(400);

    events.length = 0;
    const { etag, entries } = await read();
    const { status, body: version } = await approve(etag, { note: ' First. ' });
    expect(status).toBe(201);
    expect(version).toEqual({
      number: 1,
      approvedAt: expect.stringMatching(/Z$/),
      approvedBy: 'user:default/approver',
      note: 'First.',
      applicable: 92,
      excluded: 1,
    });
    expect(events).toEqual([
      {
        eventId: 'applicability-approve',
        severityLevel: 'high',
        actionType: 'approve',
        standard: ISMS,
        number: 1,
      },
    ]);
    expect((await read()).versions).toEqual([version]);
    const again = await approve(etag);
    expect(again.status).toBe(409);
    expect(again.body.error.message).toBe(
      'Version 1 says the same as the draft, so there is nothing to approve',
    );
    expect(events[1]).toMatchObject({
      error: expect.stringMatching(/^ConflictError: Version 1/),
    });

    const { body: content } = await send('get', `${ISMS}/versions/1`);
    expect(content).toEqual({
      standard: ISMS,
      ...version,
      entries: entries.map(
        ({ etag: _etag, changedAt: _at, changedBy: _by, ...entry }) => entry,
      ),
    });
    await save('A.8.30', applied);
    expect((await send('get', `${ISMS}/versions/1`)).body).toEqual(content);
    for (const [path, expected] of [
      [`${ISMS}/versions/2`, 404],
      ['iso9001/versions/1', 404],
      [`${ISMS}/versions/0`, 400],
      [`${ISMS}/versions/first`, 400],
    ] as const) {
      expect((await send('get', path)).status).toBe(expected);
    }
  });

  it.each<[body: object, message: string]>([
    [{ note: 'x'.repeat(1001) }, 'note'],
    [{ note: 'a\u0000b' }, 'note'],
    [{ standard: undefined }, 'standard'],
    [{ number: 7 }, 'additional properties'],
  ])('does not approve with %j', async (body, message) => {
    const { status, body: answer } = await approve((await read()).etag, body);
    expect(status).toBe(400);
    expect(answer.error.message).toContain(message);
  });

  it('answers the client of compliance-common', async () => {
    const clientOf = (user: string) =>
      new ComplianceClient({
        discoveryApi: {
          getBaseUrl: async () =>
            `http://localhost:${backend.server.port()}/api/compliance`,
        },
        fetchApi: {
          fetch: (url, init) =>
            fetch(url, {
              ...init,
              headers: { ...init?.headers, Authorization: as(user) },
            }),
        },
      });
    const { etag } = await entryOf('A.8.34');
    const change = { standard: ISMS, clause: 'A.8.34', values: excluded };
    await clientOf('editor').saveApplicability({ ...change, etag });
    await expect(
      clientOf('editor').saveApplicability({
        ...change,
        etag,
        values: applied as {},
      }),
    ).rejects.toMatchObject({
      name: 'EditConflictError',
      current: { clause: 'A.8.34', applicable: false },
    });
    const approver = clientOf('approver');
    const draft = await approver.getApplicability(ISMS);
    const version = await approver.approveApplicability({
      standard: ISMS,
      etag: draft.etag,
    });
    await expect(
      approver.getApplicabilityVersion({
        standard: ISMS,
        number: version.number,
      }),
    ).resolves.toMatchObject({ excluded: 1, approvedBy: version.approvedBy });
  });
});

describe('a Statement of Applicability in app-config', () => {
  it('keeps the backend from starting when it cannot be used', async () => {
    await expect(
      start({
        applicability: [
          { standard: ISMS, entries: { 'A.5.1': { applicable: false } } },
          { standard: 'iso9001' },
        ],
      }),
    ).rejects.toThrow(
      "compliance.applicability[0].entries['A.5.1'].exclusion: found nothing, expected the reason why it is excluded\ncompliance.applicability[1].standard: found 'iso9001', expected one of",
    );
    await expect(start({ applicability: [{ entrys: {} }] })).rejects.toThrow(
      'compliance.applicability[0].standard: found nothing, expected a text\ncompliance.applicability[0].entrys: found an unknown key',
    );
  });
});
