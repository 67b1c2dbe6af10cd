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
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { testScheduler } from './__testUtils__/testBackend';
import { component } from './catalog/__testUtils__/component';
import compliancePlugin from './index';
import { writeCursor } from './reporting/cursor';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const supplier = (name: string) =>
  component(name, {
    type: 'supplier',
    annotations: { 'compliance/supplier-residual-risk': 'low' },
  });

const nested = (levels: number): string =>
  `${'{"$not":'.repeat(levels)}{"kind":"api"}${'}'.repeat(levels)}`;

const badQueries: [string, string, RegExp][] = [
  [
    'an unknown field',
    '{"information.clasification":"public"}',
    /^query\.information\.clasification: unknown field, did you mean information\.classification\?$/,
  ],
  [
    'a field of all objects',
    '{"__proto__":"x"}',
    /^query\.__proto__: unknown field/,
  ],
  ['a wrong type', '{"score":"high"}', /^query\.score: expected a number$/],
  ['a list for a value', '{"name":["a"]}', /^query\.name: expected /],
  [
    '20 levels',
    nested(20),
    /^query(\.\$not){11}: nested more than 10 levels deep$/,
  ],
  [
    '1,001 values',
    `{"openFindings":{"$in":[${Array(1_001).fill(1)}]}}`,
    /^query\.openFindings\.\$in: more than 1000 values in all$/,
  ],
];

/** Every route that takes a query, with the method it takes it by. */
const routes: ['get' | 'post', string][] = [
  ['get', '/entities'],
  ['post', '/entities/query'],
  ['get', '/summary'],
  ['get', '/trends'],
  ['post', '/summary/query'],
  ['post', '/trends/query'],
  ['get', '/exports/services.csv'],
  ['get', '/exports/services.json'],
  ['post', '/exports/services.csv'],
  ['post', '/exports/services.json'],
];

describe.each(databases.eachSupportedId())('bad input (%s)', databaseId => {
  let backend: TestBackend;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    const scheduler = testScheduler();
    backend = await startTestBackend({
      features: [
        scheduler.factory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        catalogServiceMock.factory({
          entities: [
            ...['a', 'b', 'c'].map(name => component(name)),
            ...['s', 't'].map(supplier),
          ],
        }),
        compliancePlugin,
      ],
    });
    await scheduler.runCycle();
  });

  afterAll(async () => {
    await backend.stop();
  });

  const get = (path: string) =>
    request(backend.server).get(`/api/compliance${path}`);
  const post = (path: string, body: string) =>
    request(backend.server)
      .post(`/api/compliance${path}`)
      .set('Content-Type', 'application/json')
      .send(body);

  describe.each(routes)('a query for %s %s', (method, path) => {
    const ask = (query: string) =>
      method === 'get'
        ? get(`${path}?query=${encodeURIComponent(query)}`)
        : post(path, `{"query":${query}}`);

    it.each(badQueries)('with %s is refused', async (_, query, message) => {
      const { status, body, headers } = await ask(query);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(message),
      });
      expect(headers['content-disposition']).toBeUndefined();
    });
  });

  it.each(['/entities/query', '/exports/services.csv'])(
    'refuses 10,000 values in the body of %s',
    async path => {
      const names = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
      for (const query of [
        { name: { $in: names } },
        { $any: names.map(name => ({ name })) },
      ]) {
        const { status, body } = await post(path, JSON.stringify({ query }));
        expect(status).toBe(400);
        expect(body.error.message).toMatch(/more than (1000|100) /);
      }
    },
  );

  it('takes no depth for a reason to fail', async () => {
    const { status, body } = await post(
      '/entities/query',
      `{"query":${nested(50_000)}}`,
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('nested more than 10 levels deep');
  });

  describe.each(['/entities', '/suppliers'])('a cursor of %s', path => {
    const open = (text: string) =>
      JSON.parse(Buffer.from(text, 'base64url').toString());
    const write = (content: unknown) =>
      Buffer.from(JSON.stringify(content)).toString('base64url');
    const pageFrom = (cursor: string, query: string) =>
      get(`${path}?limit=1&cursor=${encodeURIComponent(cursor)}${query}`);
    const cursorOf = async (query: string): Promise<string> => {
      const { body } = await get(`${path}?limit=1${query}`);
      return body.pageInfo.nextCursor;
    };

    it.each([
      '&fullText=s',
      '&order=name,desc',
      '&order=score,asc',
      ...(path === '/entities'
        ? ['&kind=component', '&mine=true', '&query={"name":"a"}']
        : []),
    ])('is refused with %s, which it was not given for', async query => {
      const { status, body } = await pageFrom(await cursorOf(''), query);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^Invalid cursor 'ey/);
    });

    it('is refused when it was changed', async () => {
      const cursor = await cursorOf('');
      expect((await pageFrom(cursor, '')).status).toBe(200);
      const content = open(cursor);
      for (const changed of [
        { ...content, entityRef: 'component:default/zzz' },
        { ...content, key: 'zzz' },
        { ...content, key: 7 },
        { ...content, key: null },
        { ...content, key: { sql: "' or 1=1 --" } },
        { ...content, limit: 10_000 },
        { ...content, seal: '' },
        { key: content.key, entityRef: content.entityRef },
        [content],
        null,
      ]) {
        const { status, body } = await pageFrom(write(changed), '');
        expect(status).toBe(400);
        expect(body.error.name).toBe('InputError');
      }
    });

    // The seal is a plain hash: who knows how it is made can seal anything.
    const forgeries: [string, unknown, unknown[]][] = [
      ['name', 'a', [7, 'a\0b', true]],
      ['score', 50.5, ['high', '50.5', 'a\0b']],
      ...(path === '/entities'
        ? ([
            ['level', 1, [0.5, 2 ** 31, 'low']],
            ['classification', 1, [0.5, 1e300, 'public']],
            ['openFindings', 2, [0.5, 2 ** 31, 'many']],
            ['gainPerField', 0.5, ['much']],
          ] satisfies [string, unknown, unknown[]][])
        : ([
            ['criticality', 1, [0.5, 2 ** 31, 'high']],
            ['nextAssessmentOn', '2027-01-01', [7, '2027\0']],
          ] satisfies [string, unknown, unknown[]][])),
    ];
    it.each(forgeries)(
      'is refused when it is forged with a key that is no %s',
      async (field, right, wrong) => {
        const order = { field, direction: 'asc' };
        const filter = path === '/suppliers' ? { isSupplier: true } : undefined;
        const forge = (key: any, entityRef = 'component:default/a') =>
          pageFrom(
            writeCursor({ key, entityRef }, { filter, order }),
            `&order=${field},asc`,
          );
        // Otherwise all would be refused for their seal.
        expect((await forge(right)).status).toBe(200);
        expect((await forge(null)).status).toBe(200);

        const answers = await Promise.all([
          ...wrong.map(key => forge(key)),
          forge(right, 'component:default/a\0'),
          forge(null, 'component:default/a\0'),
        ]);
        for (const { status, body } of answers) {
          expect(status).toBe(400);
          expect(body.error).toMatchObject({
            name: 'InputError',
            message: expect.stringMatching(/^Invalid cursor 'ey/),
          });
        }
      },
    );
  });
});
