import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  ComplianceClient,
  EditConflictError,
  InvalidValuesError,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import compliancePlugin from './index';

jest.setTimeout(60_000);

const document = (
  name: string,
  annotations: Record<string, string> = {},
  labels: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    labels,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/x',
      'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
      'compliance/document-kind': 'policy',
      'compliance/document-approved': '2026-01-15',
      ...annotations,
    },
  },
  spec: { type: 'document', owner: 'group:default/security' },
});

const service: Entity = {
  ...document('database'),
  spec: { type: 'database', owner: 'group:default/security' },
};
const secret = document('secret', {}, { visibility: 'restricted' });
const estate = [document('open'), document('other'), secret, service];

/** Readers see no restricted entity, strangers no document, and only editors edit. */
const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const [, name] = user?.info.userEntityRef.split('/') ?? [];
            if (isResourcePermission(permission, 'catalog-entity')) {
              return name === 'auditor'
                ? { result: AuthorizeResult.ALLOW }
                : {
                    result: AuthorizeResult.CONDITIONAL,
                    pluginId: 'catalog',
                    resourceType: 'catalog-entity',
                    conditions: {
                      not: catalogConditions.hasLabel({
                        label: 'visibility',
                        value: 'restricted',
                      }),
                    },
                  };
            }
            const isAllowed =
              permission.name === 'compliance.document.update'
                ? ['auditor', 'editor', 'stranger'].includes(name)
                : name !== 'stranger';
            return {
              result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
            };
          },
        });
      },
    });
  },
});

/** Remembers what was audited. */
const audited: object[] = [];
const auditorFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => ({
    createEvent: async ({ eventId, meta }) => {
      const add = (event: object) =>
        plugin.getId() === 'compliance' &&
        audited.push({ eventId, ...meta, ...event });
      return {
        success: async options => {
          add({ ...options?.meta });
        },
        fail: async ({ error }) => {
          const { name, message, ...details } = error;
          add({ error: name, message, ...details });
        },
      };
    },
  }),
});

const configured = {
  id: 'plan',
  title: 'Continuity plan',
  kind: 'plan',
  clauses: [{ standard: 'iso20000-1-2018', clause: '8.7.2' }],
};

describe('the register of documents, with the catalog and a policy', () => {
  let backend: TestBackend;
  const scheduler = testScheduler();
  const provider = testProvider(estate);

  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    user = 'auditor',
  ) =>
    request(backend.server)
      [method](`/api/compliance${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
  const list = async (user?: string): Promise<RegisteredDocument[]> =>
    (await call('get', '/documents', user)).body.items;
  const idsFor = async (user?: string) =>
    (await list(user)).map(({ id }) => id).sort();
  const find = async (id: string) =>
    (await list()).find(item => item.id === id);

  /** Runs cycles until the register is as expected. */
  async function eventually(isAsExpected: () => Promise<boolean>) {
    do {
      await scheduler.runCycle();
    } while (!(await isAsExpected()));
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            compliance: { documents: [configured] },
          },
        }),
        authFactory,
        httpAuthServiceFactory,
        auditorFactory,
        scheduler.factory,
        catalogPlugin,
        provider.feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
      ],
    });
    await eventually(
      async () =>
        (await list()).length === 4 &&
        (await call('get', '/entities')).body.totalItems > 0,
    );
  });

  beforeEach(() => {
    audited.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
  });

  it('has what app-config and the catalog declare', async () => {
    expect(await list()).toEqual([
      {
        ...configured,
        state: 'draft',
        source: 'config',
        etag: '1',
      },
      expect.objectContaining({
        id: 'resource:default:open',
        title: 'open',
        owner: 'group:default/security',
        state: 'current',
        source: 'catalog',
        declaredBy: 'resource:default/open',
      }),
      expect.objectContaining({ id: 'resource:default:other' }),
      expect.objectContaining({ id: 'resource:default:secret' }),
    ]);
  });

  it('does not take documents for services', async () => {
    const { body } = await call('get', '/entities');
    expect(body.totalItems).toBe(1);
    expect(body.items[0].entityRef).toBe('resource:default/database');
  });

  it('hides what the catalog hides, for reading and for writing', async () => {
    expect(await idsFor('editor')).toEqual([
      'plan',
      'resource:default:open',
      'resource:default:other',
    ]);
    const path = '/documents/resource:default:secret';
    for (const method of ['put', 'delete'] as const) {
      const { status, body } = await call(method, path, 'editor')
        .set('If-Match', '"1"')
        .send(method === 'put' ? { title: 'X', kind: 'plan' } : undefined);
      expect([status, body.error.message]).toEqual([
        404,
        "No document 'resource:default:secret', or it is not visible to you",
      ]);
      expect(JSON.stringify(body)).not.toContain('security');
    }
  });

  it('needs permissions to read and to write', async () => {
    const stranger = await call('get', '/documents', 'stranger');
    expect(stranger.status).toBe(403);
    expect((await call('get', '/documents', 'editor')).body.mayUpdate).toBe(
      true,
    );
    expect((await call('get', '/documents', 'reader')).body.mayUpdate).toBe(
      false,
    );
    const values = { title: 'Mine', kind: 'plan' };
    for (const user of ['reader', 'stranger']) {
      for (const [method, path] of [
        ['post', '/documents'],
        ['put', '/documents/plan'],
        ['delete', '/documents/plan'],
      ] as const) {
        const { status } = await call(method, path, user)
          .set('If-Match', '*')
          .send(values);
        expect([user, method, status]).toEqual([user, method, 403]);
      }
    }
    expect(await find('plan')).toMatchObject({ etag: '1' });
    expect(audited).toHaveLength(6);
    expect(audited[1]).toEqual({
      eventId: 'document-update',
      actionType: 'edit',
      documentId: 'plan',
      fields: ['title', 'kind'],
      error: 'NotAllowedError',
      message: 'You may not change the register of documents',
    });
  });

  it('lets only people write', async () => {
    const { status, body } = await request(backend.server)
      .post('/api/compliance/documents')
      .set('Authorization', mockCredentials.service.header())
      .send({ title: 'Mine', kind: 'plan' });
    expect([status, body.error.message]).toEqual([
      403,
      'Only users may change documents, as every change has a person as its author; automation declares documents in Git',
    ]);
  });

  it('keeps what is edited beside what is declared, until it is withdrawn', async () => {
    const path = '/documents/resource:default:open';
    const before = await find('resource:default:open');
    const values = {
      title: 'Opened',
      kind: 'procedure',
      clauses: [{ standard: 'iso27001-2022', clause: 'A.5.1' }],
    };
    const saved = await call('put', path, 'editor')
      .set('If-Match', `"${before?.etag}"`)
      .send(values);
    expect(saved.status).toBe(200);
    expect(saved.headers.etag).toBe(`"${saved.body.etag}"`);
    expect(saved.body).toEqual({
      ...values,
      id: 'resource:default:open',
      state: 'draft',
      source: 'catalog',
      declaredBy: 'resource:default/open',
      declared: {
        title: 'open',
        kind: 'policy',
        owner: 'group:default/security',
        approvedOn: '2026-01-15',
        clauses: [],
      },
      etag: expect.any(String),
      changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      changedBy: 'user:default/editor',
    });
    expect(audited).toEqual([
      {
        eventId: 'document-update',
        actionType: 'edit',
        documentId: 'resource:default:open',
        outcome: 'saved',
        fields: ['title', 'kind', 'owner', 'approvedOn', 'clauses'],
      },
    ]);

    // The cycle does not take it back, and the same again changes nothing.
    await scheduler.runCycle();
    const again = await call('put', path).set('If-Match', '"1"').send(values);
    expect([again.status, again.body]).toEqual([200, saved.body]);

    const withdrawn = await call('delete', path, 'editor').set(
      'If-Match',
      `"${saved.body.etag}"`,
    );
    expect([withdrawn.status, withdrawn.body]).toEqual([204, {}]);
    expect(await find('resource:default:open')).toMatchObject({
      title: 'open',
      state: 'current',
    });
    expect(audited.at(-1)).toMatchObject({
      actionType: 'withdraw',
      outcome: 'saved',
    });
    const refused = await call('delete', path).set('If-Match', '*');
    expect(refused.status).toBe(409);
  });

  it('tells where a document can be removed', async () => {
    const { status, body } = await call('delete', '/documents/plan').set(
      'If-Match',
      '*',
    );
    expect([status, body.error.message]).toEqual([
      409,
      "The document 'plan' is declared in app-config and can only be removed there",
    ]);
  });

  it('adds, changes and removes documents of the portal', async () => {
    const values = {
      title: 'Audit report',
      kind: 'record',
      approvedOn: '2026-03-01',
      clauses: [],
    };
    const added = await call('post', '/documents', 'editor').send(values);
    expect(added.status).toBe(201);
    expect(added.headers.etag).toBe('"1"');
    expect(added.body).toMatchObject({
      ...values,
      source: 'portal',
      etag: '1',
      changedBy: 'user:default/editor',
    });
    const path = `/documents/${added.body.id}`;

    const first = await call('put', path)
      .set('If-Match', '"1"')
      .send({ ...values, version: '2' });
    expect(first.body.etag).toBe('2');
    const late = await call('put', path, 'editor')
      .set('If-Match', '"1"')
      .send({ ...values, kind: 'nonsense' });
    expect(late.status).toBe(412);
    expect(late.body.current).toEqual(first.body);
    const blind = await call('put', path).send(values);
    expect(blind.status).toBe(428);

    const stale = await call('delete', path).set('If-Match', '"1"');
    expect(stale.status).toBe(412);
    const removed = await call('delete', path).set('If-Match', '"2"');
    expect(removed.status).toBe(204);
    expect(await find(added.body.id)).toBeUndefined();
    expect(audited.map(event => Object.values(event).slice(0, 2))).toEqual([
      ['document-update', 'create'],
      ['document-update', 'edit'],
      ['document-update', 'edit'],
      ['document-update', 'edit'],
      ['document-update', 'remove'],
      ['document-update', 'remove'],
    ]);
    expect(audited[0]).toMatchObject({ documentId: added.body.id });
    expect(JSON.stringify(audited)).not.toMatch(/Audit report|nonsense/);
  });

  it('tells all that is wrong with values, and writes nothing', async () => {
    const { status, body } = await call('post', '/documents').send({
      kind: 'polisy',
      link: 'ftp://x',
      clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
      secret: 'value',
    });
    expect(status).toBe(422);
    expect(
      body.fields.map(({ field }: { field: string }) => field).sort(),
    ).toEqual(['kind', 'link', 'secret', 'title']);
    expect(await list()).toHaveLength(4);
    expect(audited).toEqual([
      {
        eventId: 'document-update',
        actionType: 'create',
        fields: ['kind', 'link', 'clauses'],
        error: 'InvalidValuesError',
        message: 'Some values cannot be saved',
      },
    ]);
  });

  it('answers the client with errors that forms can work with', async () => {
    const { port } = backend.server.address() as { port: number };
    const client = new ComplianceClient({
      discoveryApi: {
        getBaseUrl: async () => `http://localhost:${port}/api/compliance`,
      },
    });
    const token = mockCredentials.user.token('user:default/editor');
    const values = { title: 'Report', kind: 'record' as const, clauses: [] };
    const first = await client.addDocument(values, { token });
    const second = await client.saveDocument(
      { id: first.id, etag: first.etag, values: { ...values, title: 'New' } },
      { token },
    );
    const late = client.saveDocument(
      { id: first.id, etag: first.etag, values: { ...values, title: 'Late' } },
      { token },
    );
    await expect(late).rejects.toThrow(EditConflictError);
    await expect(late).rejects.toMatchObject({ current: second });
    const wrong = client.addDocument({ ...values, link: 'x' }, { token });
    await expect(wrong).rejects.toThrow(InvalidValuesError);
    await expect(wrong).rejects.toMatchObject({
      fields: [
        {
          field: 'link',
          path: [],
          message: 'expected an http or https address',
        },
      ],
    });
    await client.removeDocument({ id: first.id, etag: second.etag }, { token });
    const { items, mayUpdate } = await client.getDocuments({ token });
    expect(items.map(({ id }) => id)).not.toContain(first.id);
    expect(mayUpdate).toBe(true);
  });

  it('follows the catalog, and reports what cannot be used', async () => {
    const values = { title: 'Ours now', kind: 'policy' };
    const path = '/documents/resource:default:open';
    await call('put', path).set('If-Match', '*').send(values);
    const wrong = document('other', {
      'compliance/document-approved': '2026-02-30',
    });
    await provider.replace([wrong, service]);
    await eventually(async () => (await list()).length === 3);
    expect(await find('resource:default:secret')).toBeUndefined();
    expect(await find('resource:default:open')).toMatchObject({
      title: 'Ours now',
      source: 'portal',
    });
    expect((await find('resource:default:open'))?.declaredBy).toBeUndefined();

    await eventually(
      async () => (await find('resource:default:other'))?.state === 'draft',
    );
    const problem =
      "compliance/document-approved: found '2026-02-30', expected an existing date written YYYY-MM-DD; the nearest is '2026-02-28'";
    expect((await find('resource:default:other'))?.problems).toEqual([problem]);
    expect((await find('resource:default:other'))?.kind).toBe('policy');
    const { body } = await call('get', '/status');
    expect(body.mirror.last.counts).toMatchObject({
      documents: 1,
      documentProblems: 1,
    });
  });
});

describe('where app-config declares documents', () => {
  it('does not start with clauses that no standard has', async () => {
    const starting = startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            compliance: {
              documents: [
                {
                  ...configured,
                  clauses: [
                    { standard: 'iso20000', clause: '5.2' },
                    { standard: 'iso27001-2022', clause: 'A.5.111' },
                  ],
                },
              ],
            },
          },
        }),
        catalogPlugin,
        compliancePlugin,
      ],
    });
    await expect(starting).rejects.toThrow(
      /compliance\.documents\[0\]\.clauses\[0\]\.standard: found 'iso20000', expected one of .*\n.*compliance\.documents\[0\]\.clauses\[1\]\.clause: found 'A\.5\.111', expected a clause or control of ISO\/IEC 27001:2022; the nearest is 'A\.5\.11'/,
    );
  });
});
