import { ComplianceClient } from './ComplianceClient';

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
