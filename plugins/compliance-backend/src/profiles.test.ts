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
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  BulkResult,
  complianceProfileUpdatePermission,
} from '@service-compliance/backstage-plugin-compliance-common';
import request from 'supertest';
import {
  authFactory,
  testProvider,
  testScheduler,
} from './__testUtils__/testBackend';
import { component } from './catalog/__testUtils__/component';
import compliancePlugin from './index';

jest.setTimeout(120_000);

const location = {
  'backstage.io/managed-by-location': 'url:https://example.com/x',
  'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
};

const service = (
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { ...location, ...annotations } },
  spec: { type: 'service', lifecycle: 'production', owner },
});

const group = (name: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, annotations: location },
  spec: { type: 'team', children: [], ...(parent && { parent }) },
});

const entities = [
  group('bank'),
  group('payments', 'bank'),
  group('cards', 'payments'),
  group('others'),
  service('ledger', 'group:default/bank', { 'compliance/rto': 'PT4H' }),
  service('payments', 'group:default/payments'),
  service('toy', 'user:default/kim'),
  service('intranet', 'group:default/others'),
];

/** What people own things as, the groups above left out. */
const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      const groups: Record<string, string> = {
        'user:default/pat': 'group:default/payments',
        'user:default/kim': 'group:default/cards',
        'user:default/stranger': 'group:default/others',
      };
      const groupRef = groups[userEntityRef];
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(groupRef ? [groupRef] : [])],
      };
    },
  }),
});

/** Remembers what was audited. */
function testAuditor() {
  const events: object[] = [];
  const factory = createServiceFactory({
    service: coreServices.auditor,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => ({
      createEvent: async ({ eventId, meta }) => {
        const add = (event: object) =>
          plugin.getId() === 'compliance' &&
          events.push({ eventId, ...meta, ...event });
        return {
          success: async options => {
            add({ ...options?.meta });
          },
          fail: async ({ error, ...options }) => {
            const { name, message, ...details } = error;
            add({ ...options.meta, error: `${name}: ${message}`, ...details });
          },
        };
      },
    }),
  });
  return { events, factory };
}

const as = (name: string) =>
  mockCredentials.user.header(
    name.includes(':') ? name : `user:default/${name}`,
  );

/** Calls the API the way that clients do. */
function clientOf(backend: TestBackend) {
  const pathOf = (name: string) =>
    `/api/compliance/entities/component/default/${name}`;
  return {
    get: (name: string, user: string) =>
      request(backend.server).get(pathOf(name)).set('Authorization', as(user)),
    history: async (name: string, user: string) => {
      const { body } = await request(backend.server)
        .get(`${pathOf(name)}/history`)
        .set('Authorization', as(user));
      return body.items;
    },
    send: (
      method: 'put' | 'post' | 'delete',
      path: string,
      authorization: string,
    ) =>
      request(backend.server)
        [method](`/api/compliance/entities/component/default/${path}`)
        .set('Authorization', authorization),
    save: (name: string, user: string, values: object, version = '*') =>
      request(backend.server)
        .put(`${pathOf(name)}/profile/continuity`)
        .set('Authorization', as(user))
        .set('If-Match', version === '*' ? version : `"${version}"`)
        .send(values),
    bulk: (user: string, body: object) =>
      request(backend.server)
        .post('/api/compliance/profiles/bulk')
        .set('Authorization', as(user))
        .send(body),
  };
}

/** Runs the cycle until everything is there with its relations. */
async function waitForMirror(
  { runCycle }: ReturnType<typeof testScheduler>,
  isReady: () => Promise<boolean>,
) {
  do {
    await runCycle();
  } while (!(await isReady()));
}

describe('editing where permissions are not enabled', () => {
  let backend: TestBackend;
  let client: ReturnType<typeof clientOf>;
  const auditor = testAuditor();
  const provider = testProvider(entities);

  beforeAll(async () => {
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        authFactory,
        httpAuthServiceFactory,
        userInfoFactory,
        auditor.factory,
        scheduler.factory,
        catalogPlugin,
        provider.feature,
        compliancePlugin,
      ],
    });
    client = clientOf(backend);
    await waitForMirror(scheduler, async () => {
      const answers = await Promise.all(
        ['ledger', 'payments', 'toy'].map(name => client.get(name, 'kim')),
      );
      const others = await client.get('intranet', 'kim');
      return (
        others.status === 200 && answers.every(({ body }) => body.mayUpdate)
      );
    });
  });

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    auditor.events.length = 0;
  });

  it.each([
    ['kim', 'toy', 'as the owner'],
    ['pat', 'payments', 'as a member of the owning group'],
    ['kim', 'payments', 'as a member of a group below the owning group'],
    ['kim', 'ledger', 'as a member of a group two below'],
  ])('lets %s edit %s %s', async (user, name) => {
    const before = await client.get(name, user);
    expect(before.body.mayUpdate).toBe(true);
    const values = { testKind: 'live', tier: `tier-${user.length}` };
    const { status, body, headers } = await client.save(
      name,
      user,
      user === 'pat' ? values : { ...values, testResult: 'passed' },
      before.body.version,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: String(Number(before.body.version) + 1),
      mayUpdate: true,
      profile: { continuity: { tier: { source: 'portal' } } },
    });
    expect(headers.etag).toBe(`"${body.version}"`);
    await expect(client.history(name, 'stranger')).resolves.toContainEqual(
      expect.objectContaining({
        revision: Number(body.version),
        author: `user:default/${user}`,
      }),
    );
  });

  it.each([
    ['a stranger', as('stranger'), 403, 'only its owners may'],
    ['a member of a group above', as('user:default/boss'), 403, 'owners'],
    ['a service', mockCredentials.service.header(), 403, 'has a person as its'],
    [
      'a group',
      as('group:default/payments'),
      403,
      'automation declares values in Git',
    ],
    ['nobody', mockCredentials.none.header(), 401, ''],
  ])(
    'does not let %s edit, nor try it out',
    async (_, authorization, expected, message) => {
      const before = await client.get('payments', 'pat');
      const attempts = [
        client
          .send('put', 'payments/profile/continuity', authorization)
          .set('If-Match', '*')
          .send({ tier: 'tier-1' }),
        client
          .send('delete', 'payments/profile/continuity', authorization)
          .set('If-Match', '*'),
        client
          .send('post', 'payments/profile/continuity/accept', authorization)
          .set('If-Match', '*')
          .send({ field: 'tier', source: 'git' }),
        client
          .send('post', 'payments/profile/continuity/preview', authorization)
          .send({ tier: 'tier-1' }),
      ];
      for (const attempt of attempts) {
        const { status, body } = await attempt;
        expect(status).toBe(expected);
        expect(body.error.message).toContain(message);
      }
      const after = await client.get('payments', 'pat');
      expect(after.body.version).toBe(before.body.version);

      const reading = await client.send(
        'get' as 'put',
        'payments',
        authorization,
      );
      expect(reading.body.mayUpdate).toBe(expected === 403 ? false : undefined);
    },
  );

  it('lets one of two owners win who save at once, and loses nothing', async () => {
    const { body: before } = await client.get('payments', 'pat');
    const answers = await Promise.all(
      [
        ['pat', 'restore'],
        ['kim', 'failover'],
      ].map(([user, testKind]) =>
        client.save('payments', user, { testKind }, before.version),
      ),
    );
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect([won.status, lost.status]).toEqual([200, 412]);
    expect(lost.body.error.name).toBe('EditConflictError');
    expect(lost.body.current).toEqual(won.body);
    const { body: after } = await client.get('payments', 'pat');
    expect(after).toEqual(won.body);

    // The one who lost goes on from there.
    const { status } = await client.save(
      'payments',
      'pat',
      { ...after.edited.continuity, tier: 'tier-4' },
      lost.body.current.version,
    );
    expect(status).toBe(200);
  });

  it('takes a save that arrives twice for one', async () => {
    const { body: before } = await client.get('toy', 'kim');
    const values = { plan: 'https://wiki.example.com/bcp/toy' };
    const first = await client.save('toy', 'kim', values, before.version);
    const second = await client.save('toy', 'kim', values, before.version);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    const revisions = await client.history('toy', 'kim');
    expect(revisions[0].revision).toBe(Number(before.version) + 1);
  });

  it('settles conflicts, and withdraws', async () => {
    const accept = (source: string) =>
      client
        .send('post', 'ledger/profile/continuity/accept', as('kim'))
        .set('If-Match', '*')
        .send({ field: 'rto', source });
    await client.save('ledger', 'kim', { rto: 'PT1H' });
    const portal = await accept('portal');
    expect(portal.body.profile.continuity.rto).toEqual({
      value: 'PT1H',
      source: 'portal',
      conflict: { value: 'PT4H', source: 'git', isAccepted: true },
    });
    const git = await accept('git');
    expect(git.body.profile.continuity.rto).toEqual({
      value: 'PT4H',
      source: 'git',
    });
    expect((await accept('portal')).status).toBe(409);
    await expect(client.history('ledger', 'kim')).resolves.toMatchObject([
      { action: 'accept', changes: [{ before: 'PT1H' }] },
      { action: 'accept', changes: [{ before: 'PT4H', after: 'PT1H' }] },
      { action: 'edit' },
      {},
    ]);
    await client.save('ledger', 'kim', { rpo: 'PT1H' });
    const { status, body } = await client
      .send('delete', 'ledger/profile/continuity', as('kim'))
      .set('If-Match', '*');
    expect(status).toBe(200);
    expect(body.edited).toEqual({});
  });

  it.each([
    ['an unknown field', '{"speed": "high"}', 'speed'],
    ['a group as the author', '{"author": "group:default/payments"}', 'author'],
    ['the key __proto__', '{"__proto__": {"tier": "tier-1"}}', '__proto__'],
    ['the key constructor', '{"constructor": {}}', 'constructor'],
    ['a link that runs code', '{"plan": "javascript:alert(1)"}', 'plan'],
  ])('refuses %s', async (_, json, field) => {
    const { status, body } = await client
      .send('put', 'toy/profile/continuity', as('kim'))
      .set('If-Match', '*')
      .set('Content-Type', 'application/json')
      .send(json);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: {
        name: 'InvalidValuesError',
        message: 'Some values cannot be saved',
      },
      response: { statusCode: 422 },
      fields: [{ field }],
    });
    expect(({} as { tier?: string }).tier).toBeUndefined();
  });

  it.each([
    [
      'too much text',
      JSON.stringify({ plan: `https://x/${'x'.repeat(1024 * 1024)}` }),
      413,
      'The body is too large, expected at most 100kb',
    ],
    [
      'what is not JSON',
      '{"plan": secret}',
      400,
      'The body cannot be read, expected JSON in UTF-8',
    ],
    ['a list', '[]', 400, 'request/body must be object'],
  ])('refuses %s', async (_, json, expected, message) => {
    const { status, body } = await client
      .send('put', 'toy/profile/continuity', as('kim'))
      .set('If-Match', '*')
      .set('Content-Type', 'application/json')
      .send(json);
    expect(status).toBe(expected);
    expect(body.error.message).toBe(message);
    expect(body.response.statusCode).toBe(expected);
    expect(JSON.stringify(body).length).toBeLessThan(500);
  });

  it('refuses groups that there are not, and preconditions it cannot read', async () => {
    const put = (facet: string) =>
      client.send('put', `toy/profile/${facet}`, as('kim')).send({});
    const unknown = await put('__proto__').set('If-Match', '*');
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toMatch(
      /^Invalid facet, must be equal to one of/,
    );
    expect((await put('scope')).status).toBe(428);
    expect((await put('scope').set('If-Match', 'W/"1"')).status).toBe(400);
  });

  it('never takes a copy of an entity for the current one', async () => {
    const { headers } = await client.get('toy', 'kim');
    const { status } = await client
      .get('toy', 'kim')
      .set('If-None-Match', headers.etag);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('audits every write and every refused one, without values', async () => {
    const plan = 'https://wiki.example.com/confidential';
    const { body } = await client.get('toy', 'kim');
    await client.save('toy', 'kim', { plan, tier: 'tier-1' }, body.version);
    await client.save('toy', 'kim', { plan }, body.version);
    await client.save('toy', 'stranger', { plan });
    await client.save('nothing', 'kim', { plan });
    await client.save('toy', 'kim', { plan: 'confidential', confidential: 1 });
    await client.send('delete', 'toy/profile/continuity', as('kim'));
    await client
      .send('post', 'toy/profile/continuity/accept', as('kim'))
      .set('If-Match', '*')
      .send({ field: 'plan', source: 'git' });
    await client.bulk('kim', {
      entityRefs: ['component:default/toy', 'component:default/intranet'],
      group: 'continuity',
      values: { plan },
    });

    const toy = {
      eventId: 'profile-update',
      actionType: 'edit',
      entityRef: 'component:default/toy',
      facet: 'continuity',
      fields: ['continuity.plan'],
    };
    const version = String(Number(body.version) + 1);
    expect(auditor.events).toEqual([
      {
        ...toy,
        fields: ['continuity.tier', 'continuity.plan'],
        outcome: 'saved',
        version,
      },
      { ...toy, error: expect.stringMatching(/^StaleEditError: /) },
      { ...toy, error: expect.stringMatching(/^NotAllowedError: /) },
      {
        ...toy,
        entityRef: 'component:default/nothing',
        error: expect.stringMatching(/^NotFoundError: /),
      },
      {
        ...toy,
        error: 'InvalidValuesError: Some values cannot be saved',
      },
      {
        ...toy,
        actionType: 'withdraw',
        fields: [],
        error: expect.stringMatching(/^PreconditionRequiredError: /),
      },
      {
        ...toy,
        actionType: 'accept',
        error: expect.stringMatching(/^ConflictError: /),
      },
      {
        ...toy,
        actionType: 'bulk',
        entityRef: 'component:default/intranet',
        outcome: 'forbidden',
        error: 'Error: forbidden',
      },
      {
        ...toy,
        actionType: 'bulk',
        fields: [],
        outcome: 'unchanged',
        version,
      },
    ]);
    expect(JSON.stringify(auditor.events)).not.toContain('confidential');
  });

  it('asks the catalog what is there, and who owns it now', async () => {
    const { body } = await client.get('toy', 'kim');
    await provider.replace([
      ...entities.filter(
        ({ metadata }) => !['toy', 'payments'].includes(metadata.name),
      ),
      service('payments', 'group:default/others'),
    ]);
    const inCatalog = (name: string) =>
      request(backend.server)
        .get(`/api/catalog/entities/by-name/component/default/${name}`)
        .set('Authorization', as('kim'));
    let hasFollowed = false;
    while (!hasFollowed) {
      const [toy, payments] = [
        await inCatalog('toy'),
        await inCatalog('payments'),
      ];
      hasFollowed =
        toy.status === 404 &&
        JSON.stringify(payments.body.relations).includes('others');
    }

    // The mirror has not noticed yet.
    const { body: mirrored } = await client.get('payments', 'pat');
    expect(mirrored.mayUpdate).toBe(true);
    const taken = await client.save('payments', 'pat', { tier: 'tier-1' });
    expect(taken.status).toBe(403);

    for (const name of ['toy', 'nothing']) {
      const gone = await client.save(name, 'kim', {}, body.version);
      expect(gone.status).toBe(404);
      expect(gone.body.error.message).toBe(
        `No profile of 'component:default/${name}': it is not in scope, was not read from the catalog yet, or is not visible to you`,
      );
    }
  });
});

describe('editing with a policy', () => {
  let backend: TestBackend;
  let client: ReturnType<typeof clientOf>;

  /** Owners may edit; `blind` sees nothing, `auditor` may only read. */
  const policyModule = createBackendModule({
    pluginId: 'permission',
    moduleId: 'policy',
    register(env) {
      env.registerInit({
        deps: { policy: policyExtensionPoint },
        async init({ policy }) {
          policy.setPolicy({
            async handle({ permission }, user) {
              const { userEntityRef, ownershipEntityRefs } = user!.info;
              if (
                !isPermission(permission, complianceProfileUpdatePermission)
              ) {
                return {
                  result:
                    userEntityRef === 'user:default/blind'
                      ? AuthorizeResult.DENY
                      : AuthorizeResult.ALLOW,
                };
              }
              return userEntityRef !== 'user:default/auditor' &&
                isResourcePermission(permission, 'catalog-entity')
                ? createCatalogConditionalDecision(
                    permission,
                    catalogConditions.isEntityOwner({
                      claims: ownershipEntityRefs,
                    }),
                  )
                : { result: AuthorizeResult.DENY };
            },
          });
        },
      });
    },
  });

  beforeAll(async () => {
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        authFactory,
        httpAuthServiceFactory,
        userInfoFactory,
        scheduler.factory,
        catalogPlugin,
        testProvider(entities).feature,
        permissionPlugin,
        policyModule,
        compliancePlugin,
      ],
    });
    client = clientOf(backend);
    await waitForMirror(scheduler, async () => {
      const { body } = await client.get('payments', 'pat');
      return body.mayUpdate;
    });
  });

  afterAll(async () => {
    await backend.stop();
  });

  it.each([
    ['pat', 200],
    // The policy says nothing of groups above.
    ['kim', 403],
    ['stranger', 403],
    ['auditor', 403],
    ['blind', 404],
    ['group:default/payments', 403],
  ])('lets the policy decide about %s', async (user, expected) => {
    const { body } = await client.get('payments', user);
    expect([200, 403, 404].indexOf(expected)).toBe(
      [true, false, undefined].indexOf(body.mayUpdate),
    );
    const { status } = await client.save('payments', user, { tier: 'tier-1' });
    expect(status).toBe(expected);
    const history = await client.history('payments', user);
    expect(Array.isArray(history)).toBe(expected !== 404);
  });

  it.each([
    ['pat', ['saved', 'forbidden', 'not-found']],
    ['auditor', ['forbidden', 'forbidden', 'not-found']],
    ['blind', ['not-found', 'not-found', 'not-found']],
  ])('decides alike about many for %s', async (user, expected) => {
    const { status, body } = await client.bulk(user, {
      entityRefs: ['payments', 'ledger', 'nothing'].map(
        name => `component:default/${name}`,
      ),
      group: 'operations',
      values: { runbook: 'https://wiki.example.com/runbook' },
    });
    expect(status).toBe(200);
    expect(body.results.map(({ outcome }: BulkResult) => outcome)).toEqual(
      expected,
    );
  });
});

describe('editing many entities', () => {
  const TOTAL = 5_000;
  const isMine = (number: number) => number % 5 !== 0;
  let backend: TestBackend;
  let client: ReturnType<typeof clientOf>;
  let isDown = false;

  beforeAll(async () => {
    const catalog = catalogServiceMock({
      entities: Array.from({ length: TOTAL }, (_, number) =>
        component(`s${number}`, {
          owners: [`group:default/${isMine(number) ? 'payments' : 'others'}`],
          annotations:
            number % 1000 === 1 ? { 'compliance/rto': 'P2D' } : undefined,
        }),
      ),
    });
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        userInfoFactory,
        scheduler.factory,
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => ({
            ...catalogServiceMock.mock(),
            streamEntities: catalog.streamEntities.bind(catalog),
            getEntitiesByRefs: async (...args) => {
              if (isDown) {
                throw new Error('connect ECONNREFUSED');
              }
              return catalog.getEntitiesByRefs(...args);
            },
          }),
        }),
        compliancePlugin,
      ],
    });
    client = clientOf(backend);
    await scheduler.runCycle();
  });

  const refs = Array.from(
    { length: TOTAL },
    (_, number) => `component:default/s${TOTAL - 1 - number}`,
  );
  const bulk = (body: object) =>
    client.bulk('pat', { entityRefs: refs, group: 'continuity', ...body });

  it('saves those of 5,000 that are mine, and tells of each', async () => {
    // What everything is to get does not fit to what this one has.
    await client.save('s3', 'pat', { rto: 'P3D' });
    const { status, body } = await bulk({ values: { mtpd: 'P1D' } });
    expect(status).toBe(200);
    expect(body.results).toHaveLength(TOTAL);
    expect(body.results.map(({ entityRef }: BulkResult) => entityRef)).toEqual(
      refs,
    );
    const saved = {
      outcome: 'saved',
      version: '1',
      score: expect.any(Number),
      level: expect.any(String),
    };
    const invalid = {
      outcome: 'invalid',
      errors: [
        {
          field: 'rto',
          path: [],
          message: 'expected at most the MTPD of P1D',
        },
      ],
    };
    expect(body.results).toEqual(
      refs.map(entityRef => {
        const number = Number(entityRef.split('/s')[1]);
        const mine = number === 3 ? invalid : saved;
        return {
          entityRef,
          ...(isMine(number) ? mine : { outcome: 'forbidden' }),
        };
      }),
    );

    const again = await bulk({ values: { mtpd: 'P1D' } });
    const outcomes = new Set(
      again.body.results.map(({ outcome }: BulkResult) => outcome),
    );
    expect([...outcomes].sort()).toEqual(['forbidden', 'invalid', 'unchanged']);
  });

  it.each([
    ['values that are not allowed', { values: { mtpd: 'soon' } }, 422],
    ['no values', { values: {} }, 400],
    ['unknown groups', { group: 'author', values: { mtpd: 'P1D' } }, 400],
    ['a ref twice', { entityRefs: ['api:a/b', 'API:a/B'] }, 400],
    ['what is no ref', { entityRefs: ['payments'] }, 400],
    ['no refs', { entityRefs: [] }, 400],
    ['too many refs', { entityRefs: [...refs, 'api:a/b'] }, 400],
    ['a body above 1 MB', { values: { plan: 'x'.repeat(1024 * 1024) } }, 413],
  ])('refuses %s', async (_, body, expected) => {
    const { status } = await bulk({ values: { rpo: 'P1D' }, ...body });
    expect(status).toBe(expected);
    const { body: entity } = await client.get('s4', 'pat');
    expect(entity.edited.continuity?.rpo).toBeUndefined();
  });

  it('does not save what the catalog cannot confirm, but lets people read', async () => {
    isDown = true;
    try {
      const { status, body } = await client.save('s1', 'pat', {});
      expect(status).toBe(503);
      expect(body.error.message).toMatch(/so nothing was saved/);
      // Nobody can tell whether one of the groups above owns it.
      const reading = await client.get('s0', 'pat');
      expect(reading.status).toBe(200);
      expect(reading.body.mayUpdate).toBe(false);
    } finally {
      isDown = false;
    }
  });
});
