import { TestDatabases } from '@backstage/backend-test-utils';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import {
  defaultLevels,
  defaultVocabulary,
  parseQuery,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import {
  EntityFixture,
  insertEntities,
} from '../database/__testUtils__/insertEntities';
import { insertRows } from '../database/json';
import { migrate } from '../database/migrate';
import { querySql } from './querySql';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const fields = queryFields({ ...defaultVocabulary, levels: defaultLevels }, [
  { id: 'continuity-tested', title: 'Continuity tested' },
]);

const fixtures: (EntityFixture & { values?: Record<string, string[]> })[] = [
  {
    name: 'Payments',
    title: '100% üptime_target',
    type: 'service',
    lifecycle: 'production',
    owners: ['group:default/payments', 'user:default/ada'],
    system: 'system:default/core',
    domain: 'domain:default/retail',
    supplierRisk: 'high',
    score: 66.7,
    level: 'silver',
    openFindings: 3,
    progress: 'started',
    results: { 'continuity-tested': 'fail' },
    values: {
      'information.classification': ['confidential'],
      'information.cia.confidentiality': ['3'],
      'information.residency': ['DE', 'FR'],
      'serviceLevel.availabilityTarget': ['99.95'],
      'continuity.rto': ['PT4H'],
      'continuity.lastTestedOn': ['2026-05-12'],
      'supplier.certifications': ['ISO 27001', 'SOC 2'],
    },
  },
  {
    name: 'payroll',
    kind: 'Resource',
    type: 'Database',
    owners: ['user:default/ada'],
    system: 'system:default/hr',
    score: 50,
    level: 'none',
    openFindings: 12,
    progress: 'complete',
    results: { 'continuity-tested': 'pass' },
    values: {
      'information.classification': ['public'],
      'information.residency': ['IE'],
      'supplier.certifications': ['iso 27001'],
    },
  },
  { name: 'bare', kind: 'API', openFindings: 0 },
];

/** An entity as predicates look at it, with the lists that it has. */
function viewOf(fixture: (typeof fixtures)[number]) {
  const view: Record<string, unknown> = {
    kind: fixture.kind ?? 'Component',
    namespace: 'default',
    name: fixture.name,
    title: fixture.title,
    type: fixture.type,
    lifecycle: fixture.lifecycle,
    owner: fixture.owners,
    system: fixture.system,
    domain: fixture.domain,
    level: fixture.level,
    score: fixture.score,
    strictScore: fixture.score,
    openFindings: fixture.openFindings,
    progress: fixture.progress,
    supplierRisk: fixture.supplierRisk,
    'check.continuity-tested': fixture.results?.['continuity-tested'],
  };
  for (const [id, values] of Object.entries(fixture.values ?? {})) {
    const { isList } = fields.find(field => field.id === id)!;
    view[id] = isList ? values : values[0];
  }
  return view;
}

describe.each(databases.eachSupportedId())('querySql (%s)', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    await insertEntities(knex, fixtures);
    const refs = new Map(
      (await knex('entity').select('name', 'entity_ref')).map(row => [
        row.name,
        row.entity_ref,
      ]),
    );
    await insertRows(knex, 'entity_field', {
      columns: { entity_ref: 'text', field: 'text', value: 'text' },
      rows: fixtures.flatMap(({ name, values = {} }) =>
        Object.entries(values).flatMap(([field, found]) =>
          found.map(value => ({ entity_ref: refs.get(name), field, value })),
        ),
      ),
    });
  });

  const select = async (value: unknown): Promise<string[]> => {
    const parsed = parseQuery(value, fields);
    if ('problems' in parsed) {
      throw new Error(JSON.stringify(parsed.problems));
    }
    return knex('entity')
      .whereRaw('?', [querySql(knex, parsed.query)])
      .orderByRaw('lower(name)')
      .pluck('name');
  };

  /** What Backstage itself would select. */
  const expected = (query: FilterPredicate): string[] =>
    fixtures
      .filter(fixture => evaluateFilterPredicate(query, viewOf(fixture)))
      .map(({ name }) => name)
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

  const queries: FilterPredicate[] = [
    {},
    { kind: 'component' },
    { kind: { $in: ['API', 'resource'] } },
    { kind: { $in: [] } },
    { name: 'PAYMENTS' },
    { name: { $hasPrefix: 'pay' } },
    { title: { $hasPrefix: '100% ' } },
    { title: { $hasPrefix: '100_' } },
    { title: '100% üptime_TARGET' },
    { title: { $exists: false } },
    { type: { $in: ['SERVICE', 'database'] } },
    { $not: { type: 'service' } },
    { $not: { $not: { type: 'service' } } },
    { lifecycle: 'Production', type: 'service' },
    { owner: { $contains: 'user:default/ada' } },
    { $not: { owner: { $contains: 'user:default/ada' } } },
    { owner: { $exists: false } },
    { system: 'system:default/core' },
    { $not: { system: 'system:default/core' } },
    { domain: { $exists: true } },
    { level: { $in: ['none', 'silver'] } },
    { level: { $exists: false } },
    { score: 66.7 },
    { score: { $in: [66.7, 50] } },
    { score: { $in: [] } },
    { $not: { score: 50 } },
    { openFindings: 12 },
    { openFindings: 1.5 },
    { progress: 'started' },
    { supplierRisk: 'high' },
    { 'check.continuity-tested': 'fail' },
    { 'check.continuity-tested': { $in: ['fail', 'pass'] } },
    { 'check.continuity-tested': { $exists: false } },
    { 'information.classification': 'confidential' },
    { $not: { 'information.classification': 'confidential' } },
    { 'information.classification': { $exists: false } },
    { 'information.cia.confidentiality': 3 },
    { 'serviceLevel.availabilityTarget': 99.95 },
    { 'information.residency': { $contains: 'de' } },
    { 'supplier.certifications': { $contains: 'ISO 27001' } },
    { 'continuity.rto': 'pt4h' },
    { 'continuity.lastTestedOn': { $hasPrefix: '2026-' } },
    { $all: [] },
    { $any: [] },
    { $not: { $any: [] } },
    { $any: [{ kind: 'api' }, { score: 50 }] },
    { $all: [{ kind: 'api' }, { score: 50 }] },
    {
      $all: [
        { $any: [{ kind: 'component' }, { kind: 'resource' }] },
        { $not: { 'information.classification': { $in: ['public'] } } },
      ],
    },
  ];

  it.each(queries.map(query => [JSON.stringify(query), query]))(
    'selects what Backstage selects by %s',
    async (_, query) => {
      expect(await select(query)).toEqual(expected(query as FilterPredicate));
    },
  );

  it.each<[string, unknown, string[]]>([
    [
      'one of the values of a list',
      { owner: 'user:default/ada' },
      ['Payments', 'payroll'],
    ],
    [
      'one of many for a list',
      { 'information.residency': { $in: ['FR', 'IE'] } },
      ['Payments', 'payroll'],
    ],
    [
      'a beginning in a list',
      { owner: { $hasPrefix: 'USER:' } },
      ['Payments', 'payroll'],
    ],
    ['what is not set', { 'information.classification': 'unset' }, ['bare']],
    [
      'what is not set or else',
      { level: { $in: ['unset', 'silver'] } },
      ['bare', 'Payments'],
    ],
    ['what is set', { $not: { owner: 'unset' } }, ['Payments', 'payroll']],
    ['the text unset', { type: 'unset' }, []],
  ])('selects by %s', async (_, query, names) => {
    expect(await select(query)).toEqual(names);
  });

  it('binds what users write', async () => {
    const nasty = `'); drop table entity; -- ? ?? :x $1 \\`;
    for (const query of [
      { name: nasty },
      { name: { $hasPrefix: nasty } },
      { title: { $in: [nasty, nasty] } },
      { 'supplier.subcontractors': nasty },
      { owner: { $hasPrefix: nasty } },
    ]) {
      expect(await select(query)).toEqual([]);
    }
    expect(await select({})).toHaveLength(3);
  });

  it('takes as many conditions, values and levels as a query may have', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `n${index}`);
    expect(
      await select({ name: { $in: [...names.slice(1), 'bare'] } }),
    ).toEqual(['bare']);
    const conditions = Array.from({ length: 50 }, () => ({
      'information.classification': 'public',
    }));
    expect(await select({ $all: conditions })).toEqual(['payroll']);
    expect(await select({ $any: conditions })).toEqual(['payroll']);
    let query: unknown = { kind: 'api' };
    for (let level = 0; level < 10; level++) {
      query = { $not: query };
    }
    expect(await select(query)).toEqual(['bare']);
  });
});
