import { ComplianceClient } from './ComplianceClient';
import { EditConflictError, InvalidValuesError } from './errors';

const discoveryApi = {
  getBaseUrl: async (pluginId: string) => `http://backend/api/${pluginId}`,
};

function setup(status = 200, body: unknown = {}) {
  const fetch = jest.fn(
    async (..._args: Parameters<typeof globalThis.fetch>) =>
      ({
        ok: status < 400,
        status,
        statusText: 'x',
        headers: new Headers({ 'content-type': 'application/json' }),
        json: async () => body,
        text: async () => JSON.stringify(body),
      } as Response),
  );
  const client = new ComplianceClient({ discoveryApi, fetchApi: { fetch } });
  return { client, fetch, requested: () => fetch.mock.calls[0][0] };
}

describe('ComplianceClient', () => {
  it('asks for an entity by its ref and hands on the answer', async () => {
    const { client, requested } = setup(200, { entityRef: 'x' });
    await expect(
      client.getEntity('component:default/Payments'),
    ).resolves.toEqual({ entityRef: 'x' });
    expect(requested()).toBe(
      'http://backend/api/compliance/entities/component/default/Payments',
    );
  });

  it('writes a query as parameters, an empty list as an empty value', async () => {
    const { client, requested } = setup();
    await client.queryEntities({
      filter: {
        kind: ['component', 'api'],
        owner: [],
        level: ['unset'],
        check: { id: 'catalogue-owner', status: ['fail', 'unknown'] },
      },
      fullText: 'a&b',
      order: { field: 'score', direction: 'desc' },
      limit: 10,
      cursor: 'c=',
    });
    expect(String(requested()).split('?')[1].split('&')).toEqual([
      'kind=component',
      'kind=api',
      'owner=',
      'level=unset',
      'check=catalogue-owner',
      'checkStatus=fail',
      'checkStatus=unknown',
      'fullText=a%26b',
      'order=score%2Cdesc',
      'limit=10',
      'cursor=c%3D',
    ]);
  });

  it('sends a query in the body when no address could hold it', async () => {
    const { client, fetch } = setup();
    const query = {
      filter: { kind: [], mine: true },
      query: { name: { $in: Array.from({ length: 400 }, (_, i) => `${i}-x`) } },
      limit: 10,
    };
    await client.queryEntities(query);
    await client.exportServices({
      filter: query.filter,
      query: query.query,
      format: 'csv',
    });
    await client.queryEntities({ query: { name: 'short' } });
    await client.getSummary({ query: query.query, groupBy: 'system' });
    await client.getTrends({ query: query.query, days: 7 });
    await client.getCoverage({ query: query.query, standard: 'iso27001-2022' });
    await client.getCoverage({ standard: 'a&b', filter: { owner: ['x'] } });
    const [list, file, short, summary, trends, coverage, ofOwner] =
      fetch.mock.calls;
    expect(list[0]).toBe('http://backend/api/compliance/entities/query');
    expect(list[1]?.method).toBe('POST');
    expect(JSON.parse(String(list[1]?.body))).toEqual(query);
    expect(file[0]).toBe('http://backend/api/compliance/exports/services.csv');
    expect(file[1]?.method).toBe('POST');
    expect(JSON.parse(String(file[1]?.body))).toEqual({
      filter: query.filter,
      query: query.query,
    });
    expect(short[0]).toBe(
      'http://backend/api/compliance/entities?query=%7B%22name%22%3A%22short%22%7D',
    );
    expect(short[1]?.method).toBeUndefined();
    expect(ofOwner[0]).toBe(
      'http://backend/api/compliance/coverage?owner=x&standard=a%26b',
    );
    for (const [[address, init], path, body] of [
      [summary, '/summary/query', { query: query.query, groupBy: 'system' }],
      [trends, '/trends/query', { query: query.query, days: 7 }],
      [
        coverage,
        '/coverage/query',
        { query: query.query, standard: 'iso27001-2022' },
      ],
    ] as const) {
      expect(address).toBe(`http://backend/api/compliance${path}`);
      expect(init?.method).toBe('POST');
      expect(JSON.parse(String(init?.body))).toEqual(body);
    }
  });

  it('asks for what is mine', async () => {
    const { client, requested } = setup();
    await client.queryEntities({
      filter: { mine: true, progress: ['untouched', 'started'] },
      order: { field: 'gainPerField', direction: 'desc' },
    });
    expect(String(requested()).split('?')[1]).toBe(
      'mine=true&progress=untouched&progress=started&order=gainPerField%2Cdesc',
    );
  });

  describe('edits', () => {
    const edit = {
      entityRef: 'component:default/payments',
      group: 'continuity',
      values: { rto: 'PT4H' },
      version: '7',
    } as const;
    const { values } = edit;
    const base = '/entities/component/default/payments';
    const path = `${base}/profile/continuity`;
    type Row = [
      string,
      (client: ComplianceClient) => Promise<unknown>,
      string,
      string,
      { version?: string; body?: unknown },
    ];
    it.each<Row>([
      [
        'saves',
        client => client.saveFacet(edit),
        'PUT',
        path,
        { version: '7', body: values },
      ],
      [
        'previews',
        client => client.previewFacet(edit),
        'POST',
        `${path}/preview`,
        { body: values },
      ],
      [
        'withdraws',
        client => client.withdrawFacet(edit),
        'DELETE',
        path,
        { version: '7' },
      ],
      [
        'accepts',
        client =>
          client.acceptValue({ ...edit, field: 'rto', source: 'portal' }),
        'POST',
        `${path}/accept`,
        { version: '7', body: { field: 'rto', source: 'portal' } },
      ],
      [
        'edits many',
        client =>
          client.bulkEdit({
            entityRefs: ['component:default/a'],
            group: 'continuity',
            values,
          }),
        'POST',
        '/profiles/bulk',
        {
          body: {
            entityRefs: ['component:default/a'],
            group: 'continuity',
            values,
          },
        },
      ],
    ])('%s', async (_, call, method, expectedPath, { version, body }) => {
      const { client, fetch } = setup(200, { done: true });
      await expect(call(client)).resolves.toEqual({ done: true });
      const [url, init] = fetch.mock.calls[0];
      expect(url).toBe(`http://backend/api/compliance${expectedPath}`);
      expect(init?.method).toBe(method);
      expect(init?.headers).toEqual({
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(version && { 'If-Match': `"${version}"` }),
      });
      expect(init?.body && JSON.parse(String(init.body))).toEqual(body);
    });

    it('rejects with what the entity is now when somebody else was faster', async () => {
      const current = { entityRef: edit.entityRef, version: '8' };
      const { client } = setup(412, {
        error: { name: 'ConflictError', message: 'changed meanwhile' },
        response: { statusCode: 412 },
        current,
      });
      const error = await client.saveFacet(edit).catch(e => e);
      expect(error).toBeInstanceOf(EditConflictError);
      expect(error).toMatchObject({ message: 'changed meanwhile', current });
    });

    it('rejects with the fields whose values are not allowed', async () => {
      const fields = [{ field: 'rto', path: [], message: 'expected …' }];
      const { client } = setup(422, {
        error: { name: 'InputError', message: 'values are not allowed' },
        response: { statusCode: 422 },
        fields,
      });
      const error = await client.previewFacet(edit).catch(e => e);
      expect(error).toBeInstanceOf(InvalidValuesError);
      expect(error).toMatchObject({ fields });
    });

    it.each([403, 404, 412, 413, 422])(
      'rejects with any other answer of %s as it is',
      async status => {
        const { client } = setup(status, {
          error: { name: 'SomeError', message: 'x' },
          response: { statusCode: status },
        });
        await expect(client.withdrawFacet(edit)).rejects.toMatchObject({
          name: 'ResponseError',
          statusCode: status,
        });
      },
    );
  });

  it.each<[string, (client: ComplianceClient) => Promise<unknown>]>([
    ['/todo', client => client.getTodo()],
    ['/labels?after=0', client => client.getLabels({ after: 0 })],
    [
      '/labels?after=7&limit=1000',
      client => client.getLabels({ after: 7, limit: 1000 }),
    ],
    [
      '/entities/api/default/x/history',
      client => client.getHistory({ entityRef: 'api:default/x' }),
    ],
    [
      '/entities/API/default/x/history?limit=5&cursor=c%3D',
      client =>
        client.getHistory({
          entityRef: { kind: 'API', namespace: 'default', name: 'x' },
          limit: 5,
          cursor: 'c=',
        }),
    ],
  ])('asks for %s', async (path, call) => {
    const { client, requested } = setup();
    await call(client);
    expect(requested()).toBe(`http://backend/api/compliance${path}`);
  });

  it.each([
    ['getVocabulary', 'vocabulary'],
    ['getChecks', 'checks'],
    ['getStandards', 'standards'],
    ['getStatus', 'status'],
  ] as const)('%s asks for /%s with the token', async (method, path) => {
    const { client, fetch } = setup();
    await client[method]({ token: 't' });
    expect(fetch).toHaveBeenCalledWith(
      `http://backend/api/compliance/${path}`,
      expect.objectContaining({ headers: { Authorization: 'Bearer t' } }),
    );
  });

  it('escapes ids', async () => {
    const { client, requested } = setup();
    await client.getStandard('../checks');
    expect(requested()).toBe(
      'http://backend/api/compliance/standards/..%2Fchecks',
    );
  });

  it('rejects with the error of the backend', async () => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'gone' },
      response: { statusCode: 404 },
    });
    await expect(client.getEntity('component:default/x')).rejects.toMatchObject(
      { statusCode: 404, cause: { name: 'NotFoundError' } },
    );
  });
});
