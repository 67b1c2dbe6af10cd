import { entity, TestCatalog } from './__testUtils__/TestCatalog';

jest.setTimeout(60_000);

const entities = [
  entity('Component', 'annotated', {
    annotations: {
      'compliance/service-tier': 'tier-1',
      'compliance/information-classification': 'internal',
    },
  }),
  entity('Component', 'bare', {}),
  entity('Component', 'wrong', {
    labels: { 'Compliance/Service-Tier': 'not ours', team: 'payments' },
    annotations: {
      'compliance/service-tier': 'tier-9',
      'compliance/availability-target': 99.9,
      'compliance/rto': null,
      'compliance/runbook': 'x'.repeat(10_000),
    },
  }),
  entity('Resource', 'supplier', {
    annotations: { 'compliance/supplier-residual-risk': 'high' },
  }),
  entity('System', 'system', {
    annotations: { 'compliance/service-tier': 'tier-1' },
  }),
];

describe('catalogModuleCompliance in a real catalog', () => {
  let catalog: TestCatalog;

  beforeAll(async () => {
    catalog = await TestCatalog.start({ entities });
  });

  it.each([
    ['metadata.labels.compliance/service-tier=tier-1', ['annotated']],
    [
      'metadata.labels.compliance/service-tier=unset',
      ['bare', 'supplier', 'wrong'],
    ],
    [
      'metadata.labels.compliance/information-classification=internal',
      ['annotated'],
    ],
    ['metadata.labels.compliance/supplier-risk=high', ['supplier']],
    [
      'metadata.labels.compliance/level=unset',
      ['annotated', 'bare', 'supplier', 'wrong'],
    ],
    [
      'kind=component,metadata.labels.compliance/supplier-risk=unset',
      ['annotated', 'bare', 'wrong'],
    ],
  ])('finds entities by %s', async (filter, names) => {
    expect(await catalog.namesFor(filter)).toEqual(names);
  });

  it('counts them by label', async () => {
    const facet = 'metadata.labels.compliance/service-tier';
    const { facets } = await catalog.get(`/entity-facets?facet=${facet}`);
    expect(facets[facet]).toEqual(
      expect.arrayContaining([
        { value: 'unset', count: 3 },
        { value: 'tier-1', count: 1 },
      ]),
    );
  });

  it('keeps an entity whose annotations and labels are wrong', async () => {
    const wrong = await catalog.entity('component', 'wrong');
    expect(wrong.metadata.labels).toEqual({
      team: 'payments',
      'compliance/service-tier': 'unset',
      'compliance/information-classification': 'unset',
      'compliance/continuity-tier': 'unset',
      'compliance/supplier-risk': 'unset',
      'compliance/level': 'unset',
    });
    expect(wrong.metadata.annotations).toMatchObject({
      'compliance/service-tier': 'tier-9',
      'compliance/availability-target': '99.9',
    });
    expect(
      wrong.status?.items?.map(({ type, level, message }) => [
        type,
        level,
        message.split(':')[0],
      ]),
    ).toEqual([
      ['compliance/annotation', 'warning', 'compliance/service-tier'],
      ['compliance/annotation', 'warning', 'compliance/rto'],
      ['compliance/annotation', 'warning', 'compliance/runbook'],
    ]);
  });

  it('leaves entities out of scope alone', async () => {
    const system = await catalog.entity('system', 'system');
    expect(system.metadata.labels).toBeUndefined();
  });
});
