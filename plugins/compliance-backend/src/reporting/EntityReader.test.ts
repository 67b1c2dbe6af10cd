import { TestDatabases } from '@backstage/backend-test-utils';
import {
  defaultLevels,
  defaultVocabulary,
  EntitiesQuery,
  EntityFilter,
  EntityOrderField,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import {
  EntityFixture,
  insertEntities,
} from '../database/__testUtils__/insertEntities';
import { orderFields } from './columns';
import { EntityReader } from './EntityReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const fixtures: EntityFixture[] = [
  {
    name: 'payments',
    title: 'Zahlungen über Nacht',
    type: 'service',
    lifecycle: 'production',
    owners: ['group:default/payments', 'user:default/ada'],
    system: 'system:default/core',
    domain: 'domain:default/retail',
    serviceTier: 'tier-0',
    classification: 'restricted',
    continuityTier: 'tier-1',
    score: 92.5,
    level: 'gold',
    openFindings: 1,
    progress: 'started',
    missing: ['serviceLevel.sla', 'continuity.plan', 'continuity.rto'],
    gain: 7,
    results: {
      'catalogue-owner': { status: 'pass', dueOn: '2027-01-31' },
      'continuity-tested': { status: 'fail', dueOn: '2026-12-01' },
    },
  },
  {
    name: 'Ledger',
    title: '100% uptime_target',
    type: 'Service',
    lifecycle: 'Production',
    owners: ['group:default/ledger'],
    system: 'system:default/core',
    serviceTier: 'tier-2',
    classification: 'confidential',
    continuityTier: 'tier-2',
    score: 71,
    level: 'silver',
    openFindings: 4,
    progress: 'started',
    missing: ['serviceLevel.sla'],
    gain: 2.5,
    results: { 'catalogue-owner': 'pass', 'continuity-tested': 'unknown' },
  },
  {
    name: 'archive',
    title: String.raw`C:\archive`,
    type: 'élan',
    lifecycle: 'deprecated',
    owners: ['group:default/ledger'],
    classification: 'public',
    score: 9.5,
    level: 'none',
    openFindings: 12,
    progress: 'untouched',
    missing: ['serviceLevel.tier', 'continuity.tier'],
    gain: 80,
    results: { 'catalogue-owner': 'waived' },
  },
  {
    name: 'cloud-host',
    kind: 'Resource',
    namespace: 'suppliers',
    type: 'supplier',
    owners: ['user:default/ada'],
    supplierRisk: 'critical',
    score: 71,
    level: 'silver',
    openFindings: 4,
    progress: 'complete',
    missing: [],
    gain: 0,
    results: { 'catalogue-owner': 'fail' },
  },
  { name: 'cloud_host', kind: 'API', system: 'system:suppliers/core' },
];

describe.each(databases.eachSupportedId())('EntityReader (%s)', databaseId => {
  let knex: Knex;
  let reader: EntityReader;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    await insertEntities(knex, fixtures);
    reader = new EntityReader({
      knex,
      scale: { vocabulary: defaultVocabulary, levels: defaultLevels },
    });
  });

  const query = (entitiesQuery: EntitiesQuery) =>
    reader.query(entitiesQuery, accessTo([]));
  const namesOf = async (entitiesQuery: EntitiesQuery) =>
    (await query(entitiesQuery)).items.map(({ name }) => name);

  it('returns what is known of an entity and leaves out what is not', async () => {
    await expect(query({ fullText: 'payments' })).resolves.toEqual({
      items: [
        {
          entityRef: 'component:default/payments',
          kind: 'Component',
          namespace: 'default',
          name: 'payments',
          title: 'Zahlungen über Nacht',
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/payments',
          system: 'system:default/core',
          domain: 'domain:default/retail',
          serviceTier: 'tier-0',
          classification: 'restricted',
          continuityTier: 'tier-1',
          supplierRisk: undefined,
          score: 92.5,
          strictScore: 92.5,
          level: 'gold',
          openFindings: 1,
          progress: 'started',
          missing: ['serviceLevel.sla', 'continuity.plan', 'continuity.rto'],
          gain: 7,
          assessedAt: '2026-11-22T08:00:00.000Z',
        },
      ],
      totalItems: 1,
      pageInfo: {},
    });
  });

  it.each<[EntityFilter, string[]]>([
    [{}, ['archive', 'cloud-host', 'cloud_host', 'Ledger', 'payments']],
    [{ kind: ['COMPONENT'] }, ['archive', 'Ledger', 'payments']],
    [{ kind: ['api', 'resource'] }, ['cloud-host', 'cloud_host']],
    [{ kind: [] }, []],
    [{ type: ['SERVICE'] }, ['Ledger', 'payments']],
    [{ type: ['élan', 'unset'] }, ['archive', 'cloud_host']],
    [{ lifecycle: ['production'] }, ['Ledger', 'payments']],
    [{ lifecycle: ['unset'] }, ['cloud-host', 'cloud_host']],
    [{ owner: ['ledger'] }, ['archive', 'Ledger']],
    [{ owner: ['Group:Default/Ledger'] }, ['archive', 'Ledger']],
    [{ owner: ['user:ada'] }, ['cloud-host', 'payments']],
    [{ owner: ['unset', 'payments'] }, ['cloud_host', 'payments']],
    [{ system: ['core'] }, ['Ledger', 'payments']],
    [{ system: ['suppliers/core'] }, ['cloud_host']],
    [{ serviceTier: ['tier-0', 'tier-1'] }, ['payments']],
    [{ serviceTier: ['unset'] }, ['archive', 'cloud-host', 'cloud_host']],
    [{ classification: ['public'] }, ['archive']],
    [{ continuityTier: ['tier-2'] }, ['Ledger']],
    [{ supplierRisk: ['critical'] }, ['cloud-host']],
    [{ level: ['none'] }, ['archive']],
    [{ level: ['unset'] }, ['cloud_host']],
    [{ progress: ['untouched', 'complete'] }, ['archive', 'cloud-host']],
    [{ progress: [] }, []],
    [{ level: ['silver'], kind: ['component'] }, ['Ledger']],
    [
      { check: { id: 'continuity-tested', status: ['fail', 'unknown'] } },
      ['Ledger', 'payments'],
    ],
    [{ check: { id: 'catalogue-owner', status: ['waived'] } }, ['archive']],
    [{ check: { id: 'catalogue-owner', status: [] } }, []],
    [{ domain: ['Retail'] }, ['payments']],
    [
      { domain: ['retail', 'unset'], kind: ['component'] },
      ['archive', 'Ledger', 'payments'],
    ],
    [{ domain: [] }, []],
    [{ minScore: 71 }, ['cloud-host', 'Ledger', 'payments']],
    [{ maxScore: 71 }, ['archive', 'cloud-host', 'Ledger']],
    [{ minScore: 71, maxScore: 71 }, ['cloud-host', 'Ledger']],
    [{ minScore: 72, maxScore: 71 }, []],
    [{ dueBy: '2027-01-31' }, ['payments']],
    [{ dueBy: '2027-01-30' }, []],
    [{ type: ["service' or '1'='1"] }, []],
    [{ type: ['serv%'] }, []],
  ])('filters by %j', async (filter, expected) => {
    const { items, totalItems } = await query({ filter });
    expect(items.map(({ name }) => name)).toEqual(expected);
    expect(totalItems).toBe(expected.length);
  });

  it.each<[string[], string[]]>([
    [['group:default/ledger'], ['archive', 'Ledger']],
    [
      ['user:default/ada', 'group:default/none'],
      ['cloud-host', 'payments'],
    ],
    [['unset'], []],
    [[], []],
  ])('lists what %j owns', async (ownerRefs, expected) => {
    const { items, totalItems } = await reader.query(
      { filter: { mine: true } },
      accessTo([]),
      ownerRefs,
    );
    expect(items.map(({ name }) => name)).toEqual(expected);
    expect(totalItems).toBe(expected.length);
  });

  it.each([
    ['PAY', ['payments']],
    ['ÜBER', ['payments']],
    ['loud', ['cloud-host', 'cloud_host']],
    ['%', ['Ledger']],
    ['_', ['cloud_host', 'Ledger']],
    ['c:\\a', ['archive']],
    ["'; drop table entity; --", []],
    ['??', []],
  ])('finds %j in names and titles', async (fullText, expected) => {
    await expect(namesOf({ fullText })).resolves.toEqual(expected);
  });

  it.each<[EntityOrderField, string[], string[]]>([
    [
      'name',
      ['archive', 'cloud-host', 'cloud_host', 'Ledger', 'payments'],
      ['payments', 'Ledger', 'cloud_host', 'cloud-host', 'archive'],
    ],
    [
      'kind',
      ['cloud_host', 'archive', 'Ledger', 'payments', 'cloud-host'],
      ['cloud-host', 'archive', 'Ledger', 'payments', 'cloud_host'],
    ],
    [
      'type',
      ['Ledger', 'payments', 'cloud-host', 'archive', 'cloud_host'],
      ['archive', 'cloud-host', 'Ledger', 'payments', 'cloud_host'],
    ],
    [
      'owner',
      ['archive', 'Ledger', 'payments', 'cloud-host', 'cloud_host'],
      ['cloud-host', 'payments', 'archive', 'Ledger', 'cloud_host'],
    ],
    [
      'serviceTier',
      ['payments', 'Ledger', 'cloud_host', 'archive', 'cloud-host'],
      ['Ledger', 'payments', 'cloud_host', 'archive', 'cloud-host'],
    ],
    [
      'classification',
      ['archive', 'Ledger', 'payments', 'cloud_host', 'cloud-host'],
      ['payments', 'Ledger', 'archive', 'cloud_host', 'cloud-host'],
    ],
    [
      'score',
      ['archive', 'Ledger', 'cloud-host', 'payments', 'cloud_host'],
      ['payments', 'Ledger', 'cloud-host', 'archive', 'cloud_host'],
    ],
    [
      'level',
      ['archive', 'Ledger', 'cloud-host', 'payments', 'cloud_host'],
      ['payments', 'Ledger', 'cloud-host', 'archive', 'cloud_host'],
    ],
    [
      'openFindings',
      ['cloud_host', 'payments', 'Ledger', 'cloud-host', 'archive'],
      ['archive', 'Ledger', 'cloud-host', 'payments', 'cloud_host'],
    ],
    [
      'gainPerField',
      ['payments', 'Ledger', 'archive', 'cloud_host', 'cloud-host'],
      ['archive', 'Ledger', 'payments', 'cloud_host', 'cloud-host'],
    ],
  ])('sorts by %s', async (field, ascending, descending) => {
    await expect(
      namesOf({ order: { field, direction: 'asc' } }),
    ).resolves.toEqual(ascending);
    await expect(
      namesOf({ order: { field, direction: 'desc' } }),
    ).resolves.toEqual(descending);
  });

  it.each(
    orderFields.flatMap(field => [
      { field, direction: 'asc' as const },
      { field, direction: 'desc' as const },
    ]),
  )('pages through everything by $field $direction', async order => {
    const whole = await namesOf({ order });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await query({ order, limit: 1, cursor });
      expect(page.totalItems).toBe(fixtures.length);
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(fixtures.length);
  });

  it('refuses cursors that it did not give out for the query', async () => {
    const { pageInfo } = await query({ limit: 2 });
    const cursor = pageInfo.nextCursor!;
    const tampered = Buffer.from(
      Buffer.from(cursor, 'base64url').toString().replace('cloud', 'a'),
    ).toString('base64url');
    expect(tampered).not.toBe(cursor);
    const other = Buffer.from('{"key":1}').toString('base64url');

    for (const wrong of [
      { cursor: tampered },
      { cursor: other },
      { cursor: 'not a cursor' },
      { cursor, fullText: 'a' },
      { cursor, query: { kind: 'component' } },
      { cursor, filter: { kind: ['api'] } },
      { cursor, order: { field: 'score', direction: 'asc' } as const },
    ]) {
      await expect(query(wrong)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('Invalid cursor'),
      });
    }
    await expect(namesOf({ cursor })).resolves.toEqual([
      'cloud_host',
      'Ledger',
      'payments',
    ]);
  });

  it.each(['group:', ':/'])('refuses the owner %j', async owner => {
    await expect(query({ filter: { owner: [owner] } })).rejects.toMatchObject({
      name: 'InputError',
      message: `Invalid owner '${owner}', expected an entity ref such as 'group:default/name'`,
    });
  });

  it('shows and counts only what the reader may see', async () => {
    const access = accessTo([
      knex.raw('entity.kind = ?', ['Component']),
      knex.raw('entity.score > ?', [50]),
    ]);
    const page = await reader.query({ limit: 1 }, access);
    expect(page.items.map(({ name }) => name)).toEqual(['Ledger']);
    expect(page.totalItems).toBe(2);
    const { cursor } = { cursor: page.pageInfo.nextCursor };
    const next = await reader.query({ limit: 1, cursor }, access);
    expect(next.items.map(({ name }) => name)).toEqual(['payments']);
    expect(next.pageInfo).toEqual({});
  });

  it('needs one statement, however many entities there are', async () => {
    const many = await databases.init(databaseId);
    await migrate(many);
    await insertEntities(
      many,
      Array.from({ length: 600 }, (_, index) => ({
        name: `service-${index}`,
        owners: [`group:default/team-${index}`],
        results: { 'catalogue-owner': 'pass' as const },
      })),
    );
    const manyReader = new EntityReader({
      knex: many,
      scale: { vocabulary: defaultVocabulary, levels: defaultLevels },
    });
    const statements = await statementsOf(many, async () => {
      const { items } = await manyReader.query(
        {
          limit: 500,
          filter: {
            owner: Array.from({ length: 600 }, (_, index) => `team-${index}`),
            check: { id: 'catalogue-owner', status: ['pass'] },
          },
        },
        accessTo([]),
      );
      expect(items).toHaveLength(500);
    });
    expect(statements).toHaveLength(1);
  });
});
