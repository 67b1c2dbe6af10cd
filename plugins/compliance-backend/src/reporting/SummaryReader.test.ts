import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  defaultLevels,
  GroupBy,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { check, rulesOf, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { EntitySelection } from './matchingEntities';
import { SummaryReader } from './SummaryReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const today = '2026-06-01';
const red = 'group:default/red';
const blue = 'group:default/blue';

/** A check that says what a label of the entity tells it to. */
const labelled = (id: string, options: Partial<Check> = {}) =>
  check(
    id,
    ({ entity }) => {
      const [status, dueOn] = (entity.labels[id] ?? 'pass').split('_');
      return { status: status as Verdict['status'], dueOn };
    },
    options,
  );

const rules = rulesOf(
  labelled('owned', { facet: 'catalogue' }),
  labelled('classified', {
    facet: 'information',
    clauses: [{ standard: 'iso27001-2022', clause: 'A.5.12' }],
  }),
  labelled('tested', { facet: 'continuity' }),
  labelled('suppliers', { facet: 'supplier', appliesToFacet: 'serviceLevel' }),
  labelled('later', { facet: 'information', enforcedFrom: '2027-01-01' }),
);

const entities: Entity[] = [
  component('a', {
    owners: [red, blue],
    system: 'system:default/core',
    labels: { owned: 'fail', classified: 'fail', tested: 'unknown' },
  }),
  component('b', {
    owners: [red],
    system: 'system:default/core',
    labels: {
      classified: 'unknown',
      later: 'fail',
      owned: 'pass_2026-08-30',
      suppliers: 'not-applicable',
    },
  }),
  component('c', {
    owners: [blue],
    labels: { classified: 'pass_2026-07-01', suppliers: 'fail' },
  }),
  component('d', {
    labels: {
      classified: 'pass_2026-07-02',
      tested: 'pass_2026-08-31',
      later: 'fail',
      suppliers: 'not-applicable',
    },
  }),
];

describe.each(databases.eachSupportedId())('SummaryReader, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    await new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: '', today });
    await new Assessor({
      knex,
      rules,
      vocabulary,
      clock: () => new Date(`${today}T08:00:00Z`),
    }).run();
  });

  const read = (
    options: {
      groupBy?: GroupBy;
      selection?: EntitySelection;
      condition?: string;
    } = {},
  ) =>
    new SummaryReader({ knex, rules, levels: defaultLevels }).read({
      selection: options.selection ?? {},
      groupBy: options.groupBy ?? 'owner',
      access: accessTo(options.condition ? [knex.raw(options.condition)] : []),
      ownerRefs: [red],
      today,
    });

  it('counts entities by level, progress and state of their facets', async () => {
    await expect(read()).resolves.toMatchObject({
      total: 4,
      // Of 40, 66.7, 80 and 100.
      averageScore: 71.7,
      levels: { none: 1, bronze: 1, silver: 1, gold: 1 },
      progress: { untouched: 0, started: 0, complete: 4 },
      facets: {
        serviceLevel: { total: 4, clear: 4, failing: 0, unknown: 0 },
        information: { total: 4, clear: 2, failing: 1, unknown: 1 },
        continuity: { total: 4, clear: 3, failing: 0, unknown: 1 },
        // Two of them have no supplier that could be judged.
        supplier: { total: 2, clear: 1, failing: 1, unknown: 0 },
      },
    });
  });

  it('groups by owner, where an entity is in the group of each of them', async () => {
    const { groups, hasMoreGroups } = await read();
    expect(groups.map(({ key, total }) => [key, total])).toEqual([
      [blue, 2],
      [red, 2],
      ['unset', 1],
    ]);
    expect(hasMoreGroups).toBe(false);
    expect(groups[1]).toMatchObject({
      averageScore: 53.4,
      facets: {
        information: { total: 2, clear: 0, failing: 1, unknown: 1 },
        supplier: { total: 1, clear: 1, failing: 0, unknown: 0 },
      },
    });
    expect(groups[2].levels).toEqual({ gold: 1 });
  });

  it.each<[GroupBy, [string, number][]]>([
    [
      'system',
      [
        ['system:default/core', 2],
        ['unset', 2],
      ],
    ],
    ['kind', [['Component', 4]]],
    ['lifecycle', [['production', 4]]],
    ['domain', [['unset', 4]]],
  ])('groups by %s', async (groupBy, expected) => {
    const { groups } = await read({ groupBy });
    expect(groups.map(({ key, total }) => [key, total])).toEqual(expected);
  });

  it('tells which checks have the most open findings, not what is upcoming', async () => {
    const { failing } = await read();
    expect(failing).toEqual([
      {
        checkId: 'classified',
        title: 'classified',
        facet: 'information',
        total: 2,
        clauses: [{ standard: 'iso27001-2022', clause: 'A.5.12' }],
      },
      expect.objectContaining({ checkId: 'owned', total: 1 }),
      expect.objectContaining({ checkId: 'tested', total: 1 }),
      expect.objectContaining({ checkId: 'suppliers', total: 1 }),
    ]);
  });

  it('tells how many passes expire within 30, 60 and 90 days', async () => {
    const { expiring } = await read();
    expect(expiring).toEqual([
      {
        checkId: 'classified',
        title: 'classified',
        within30: 1,
        within60: 2,
        within90: 2,
      },
      {
        checkId: 'owned',
        title: 'owned',
        within30: 0,
        within60: 0,
        within90: 1,
      },
    ]);
  });

  it('counts only what matches a filter', async () => {
    const summary = await read({
      selection: { filter: { owner: [blue] } },
      groupBy: 'system',
    });
    expect(summary.total).toBe(2);
    expect(summary.groups.map(({ key, total }) => [key, total])).toEqual([
      ['system:default/core', 1],
      ['unset', 1],
    ]);
    expect(summary.failing.map(({ total }) => total)).toEqual([1, 1, 1, 1]);
    await expect(
      read({ selection: { filter: { mine: true } } }),
    ).resolves.toMatchObject({ total: 2 });
    await expect(
      read({ selection: { filter: { kind: [] } } }),
    ).resolves.toEqual({
      total: 0,
      averageScore: undefined,
      levels: {},
      progress: { untouched: 0, started: 0, complete: 0 },
      facets: {
        serviceLevel: { total: 0, clear: 0, failing: 0, unknown: 0 },
        information: { total: 0, clear: 0, failing: 0, unknown: 0 },
        continuity: { total: 0, clear: 0, failing: 0, unknown: 0 },
        supplier: { total: 0, clear: 0, failing: 0, unknown: 0 },
      },
      groups: [],
      hasMoreGroups: false,
      failing: [],
      expiring: [],
    });
  });

  it.each<GroupBy>(['owner', 'system'])(
    'has what is hidden in no number, grouped by %s',
    async groupBy => {
      const summary = await read({
        groupBy,
        condition: "entity.name in ('c', 'd')",
      });
      expect(summary).toMatchObject({
        total: 2,
        averageScore: 90,
        facets: { information: { total: 2, clear: 2 } },
        failing: [{ checkId: 'suppliers', total: 1 }],
        expiring: [{ checkId: 'classified', within60: 2 }],
      });
      expect(summary.groups.map(({ key }) => key)).toEqual(
        groupBy === 'owner' ? [blue, 'unset'] : ['unset'],
      );
    },
  );

  it('does not guess the checks of what was assessed with other rules', async () => {
    const others = rulesOf(labelled('tested'), labelled('classified'));
    const reader = new SummaryReader({
      knex,
      rules: others,
      levels: defaultLevels,
    });
    await expect(
      reader.read({
        selection: {},
        groupBy: 'kind',
        access: accessTo([]),
        ownerRefs: [],
        today,
      }),
    ).resolves.toMatchObject({ total: 4, failing: [] });
  });

  it('takes two statements and tells 200 groups, however many there are', async () => {
    const few = await statementsOf(knex, () => read());
    expect(few).toHaveLength(2);
    await insertEntities(
      knex,
      Array.from({ length: 300 }, (_, index) => ({
        name: `service-${index}`,
        owners: [`group:default/team-${index % 250}`],
      })),
    );
    let summary: Awaited<ReturnType<typeof read>>;
    const statements = await statementsOf(knex, async () => {
      summary = await read();
    });
    expect(statements).toHaveLength(2);
    expect(summary!.total).toBe(304);
    expect(summary!.groups).toHaveLength(200);
    expect(summary!.hasMoreGroups).toBe(true);
    // The largest first, and those of the same size by key.
    expect(summary!.groups.slice(0, 3).map(({ key }) => key)).toEqual([
      blue,
      red,
      'group:default/team-0',
    ]);
    expect(summary!.groups[199].total).toBe(1);
  });
});
