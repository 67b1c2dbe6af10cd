import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { FakeComplianceApi, summary } from './__testUtils__/FakeComplianceApi';
import { ComplianceCollatorFactory } from './ComplianceCollatorFactory';
import { ComplianceDocument } from './complianceDocument';

async function collate(api: FakeComplianceApi, locationTemplate = '/:name') {
  let tokens = 0;
  const factory = new ComplianceCollatorFactory({
    api,
    token: async () => `token ${++tokens}`,
    locationTemplate,
    visibilityPermission: catalogEntityReadPermission,
  });
  const documents: ComplianceDocument[] = [];
  for await (const document of await factory.getCollator()) {
    documents.push(document);
  }
  return documents;
}

const entities = Array.from({ length: 1_001 }, (_, index) =>
  summary(`service-${index}`),
);

describe('ComplianceCollatorFactory', () => {
  it('has one document for each entity, with the checks that it fails', async () => {
    const documents = await collate(
      new FakeComplianceApi({
        entities,
        failing: {
          tested: ['service-0', 'service-1000'],
          owned: ['service-1000'],
          described: [],
        },
      }),
    );
    expect(documents).toHaveLength(1_001);
    expect(documents[0].text).toMatch(/ Failing checks: Title of tested\.$/);
    expect(documents[1].text).toMatch(/ No check is failing\.$/);
    expect(documents[1_000].text).toMatch(
      / Failing checks: Title of tested; Title of owned\.$/,
    );
  });

  it('asks for pages and checks, not for entities, each time with a new token', async () => {
    const api = new FakeComplianceApi({
      entities,
      failing: { tested: entities.map(({ name }) => name), owned: [] },
    });
    await collate(api);
    expect(
      api.calls.map(({ query }) => [query.filter?.check?.id, query.cursor]),
    ).toEqual([
      ['tested', undefined],
      ['tested', '500'],
      ['tested', '1000'],
      ['owned', undefined],
      [undefined, undefined],
      [undefined, '500'],
      [undefined, '1000'],
    ]);
    expect(new Set(api.calls.map(({ token }) => token)).size).toBe(7);
  });

  it('holds one page of entities at a time', async () => {
    const api = new FakeComplianceApi({ entities });
    const factory = new ComplianceCollatorFactory({
      api,
      token: async () => 'token',
      locationTemplate: '/:name',
      visibilityPermission: catalogEntityReadPermission,
    });
    for await (const { title } of await factory.getCollator()) {
      expect(title).toBe('service-0');
      break;
    }
    expect(api.calls).toHaveLength(1);
  });

  it('leads to the place that the template tells', async () => {
    const api = new FakeComplianceApi({
      entities: [summary('a b', { entityRef: 'component:teams/a b' })],
    });
    const locationOf = async (template: string) =>
      (await collate(api, template))[0].location;
    await expect(
      locationOf('/catalog/:namespace/:kind/:name/compliance'),
    ).resolves.toBe('/catalog/teams/component/a%20b/compliance');
    await expect(locationOf('https://Portal/:name/:names')).resolves.toBe(
      'https://Portal/a%20b/:names',
    );
  });

  it('fails as a whole, so that an older index stays', async () => {
    const api = new FakeComplianceApi({ entities });
    jest
      .spyOn(api, 'queryEntities')
      .mockRejectedValueOnce(new Error('out of order'));
    await expect(collate(api)).rejects.toThrow('out of order');
  });
});
