import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FilterPredicateExpression } from '@backstage/filter-predicates';
import {
  clauseFieldId,
  CoverageState,
  coverageStates,
  iso20000,
  iso27001,
  parseQuery,
  queryFields,
  RegisteredDocument,
  Standard,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { ApprovedStatement } from '../applicability/ApprovedStatements';
import { check, rulesOf, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { conditionsToSql } from '../permissions/conditions';
import { EntityReader } from '../reporting/EntityReader';
import { EntitySelection } from '../reporting/matchingEntities';
import { ClauseQueries } from './ClauseQueries';
import { CoverageReader } from './CoverageReader';
import { lettered, writeCoverage } from './coverageText';
import { EntityCoverageReader } from './EntityCoverageReader';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const today = '2026-06-01';
const credentials = mockCredentials.user('user:default/reader');

/** A check that says what a label of the entity tells it to. */
const labelled = (id: string, ...clauses: string[]) =>
  check(
    id,
    ({ entity }) => ({
      status: (entity.labels[id] ?? 'pass') as Verdict['status'],
    }),
    {
      appliesTo: {
        $not: {
          [`metadata.labels.${id}`]: 'none',
        } as FilterPredicateExpression,
      },
      clauses: clauses.map(text => {
        const [standard, clause] = text.split(' ');
        return { standard, clause };
      }),
    },
  );

const sms = iso20000.id;
const isms = iso27001.id;
const rules = rulesOf(
  labelled('incidents', `${sms} 8.6.1`),
  labelled('runbooks', `${sms} 8.6.1`),
  labelled('continuity', `${sms} 8.7.2`, `${isms} A.5.30`),
  labelled('classified', `${isms} A.5.12`),
);

const out = (system: 'sms' | 'isms') => ({
  [`compliance/${system}-scope`]: 'out',
  [`compliance/${system}-scope-reason`]: 'Is being retired',
});

const entities: Entity[] = [
  component('a', { owners: ['group:default/red'] }),
  component('b', {
    owners: ['group:default/red'],
    labels: { incidents: 'fail', classified: 'unknown' },
  }),
  component('c', {
    labels: {
      incidents: 'unknown',
      runbooks: 'fail',
      continuity: 'not-applicable',
      classified: 'none',
    },
  }),
  component('d', {
    labels: { continuity: 'fail' },
    annotations: out('isms'),
  }),
  component('e', {
    labels: { incidents: 'none', runbooks: 'none' },
    annotations: out('sms'),
  }),
];

describe.each(databases.eachSupportedId())('coverage, %p', databaseId => {
  let knex: Knex;
  let statements: ApprovedStatement[];
  let documents: RegisteredDocument[];
  let mayReadStatements: boolean;

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

  beforeEach(() => {
    statements = [];
    documents = [];
    mayReadStatements = true;
  });

  const sources = () => ({
    knex,
    rules,
    statements: {
      approved: { read: async () => statements },
      control: {
        rightsOf: async () => {
          if (!mayReadStatements) {
            throw new NotAllowedError('No');
          }
          return { mayUpdate: false, mayApprove: false };
        },
      },
    },
    documents: { list: async () => documents },
  });
  const read = (
    options: {
      standard?: Standard;
      selection?: EntitySelection;
      access?: Knex.Raw[];
    } = {},
  ) =>
    new CoverageReader(sources()).read({
      standard: options.standard ?? iso20000,
      selection: options.selection ?? {},
      access: accessTo(options.access ?? []),
      ownerRefs: [],
      credentials,
    });
  const readEntity = (name: string) =>
    new EntityCoverageReader(sources()).read(
      `component:default/${name}`,
      credentials,
    );

  /** The states that there are, with the number of services. */
  const countsOf = async (
    clause: string,
    options?: Parameters<typeof read>[0],
  ) =>
    Object.fromEntries(
      Object.entries(
        (await read(options)).clauses.find(of => of.clause === clause)!.counts,
      ).filter(([, count]) => count > 0),
    );

  /** Names of the services that a query selects. */
  const select = async (query: object) => {
    const parsed = parseQuery(
      query,
      queryFields({ ...vocabulary, levels: [] }, [], rules.standards),
    );
    if ('problems' in parsed) {
      throw new Error(JSON.stringify(parsed.problems));
    }
    const queries = new ClauseQueries(sources());
    const { items } = await new EntityReader({
      knex,
      scale: { vocabulary, levels: [] },
    }).query(await queries.resolve(parsed), accessTo([]));
    return items.map(({ name }) => name);
  };

  const exclude = (clause: string, reason = 'No such thing here') => {
    statements = [
      {
        standard: isms,
        number: 3,
        approvedAt: '2026-05-01T08:00:00.000Z',
        excluded: new Map([[clause, reason]]),
        handledBy: new Map(),
      },
    ];
  };

  it('counts services by how a clause stands', async () => {
    await expect(countsOf('8.6.1')).resolves.toEqual({
      // a and d, b, and c
      covered: 2,
      partial: 1,
      gap: 1,
    });
    await expect(countsOf('8.7.2')).resolves.toEqual({
      covered: 2,
      gap: 1,
      'not-applicable': 1,
    });
  });

  it('counts by the scope of each management system on its own', async () => {
    const services = await read();
    expect(services).toMatchObject({ services: 4, outOfScope: 1 });
    const security = await read({ standard: iso27001 });
    expect(security).toMatchObject({ services: 4, outOfScope: 1 });
    await expect(countsOf('A.5.12', { standard: iso27001 })).resolves.toEqual({
      covered: 2,
      unknown: 1,
      // No check applies to c.
      'not-assessed': 1,
    });
  });

  it('tells what is only indicated or left to the organisation', async () => {
    // Related to 8.6.1, that e has no evidence for and c not enough.
    await expect(countsOf('A.5.24', { standard: iso27001 })).resolves.toEqual({
      indicated: 2,
      'not-assessed': 2,
    });
    await expect(countsOf('5.1', { standard: iso27001 })).resolves.toEqual({
      organisation: 4,
    });
  });

  it('tells the share of what checks judge', async () => {
    // 8.6.1 and 8.7.2 of four services, one of them not applicable.
    expect((await read()).coveredPercent).toBe(57.1);
    const nothing = await read({ selection: { filter: { kind: [] } } });
    expect(nothing).toMatchObject({ services: 0, outOfScope: 0 });
    expect(nothing.coveredPercent).toBeUndefined();
  });

  it('has the clauses in their order, with the checks behind them', async () => {
    const { clauses } = await read();
    expect(clauses.map(({ clause }) => clause)).toEqual(
      iso20000.clauses.filter(({ unit }) => unit).map(({ id }) => id),
    );
    expect(clauses.find(({ clause }) => clause === '8.6.1')).toMatchObject({
      evidence: 'service',
      checks: ['incidents', 'runbooks'],
    });
    const { clauses: controls } = await read({ standard: iso27001 });
    expect(controls.find(({ clause }) => clause === 'A.5.24')).toMatchObject({
      checks: [],
      indications: [{ path: [{ standard: sms, clause: '8.6.1' }] }],
    });
  });

  it('counts only what matches and the reader may see', async () => {
    await expect(
      countsOf('8.6.1', {
        selection: { filter: { owner: ['red'] } },
      }),
    ).resolves.toEqual({ covered: 1, partial: 1 });
    const mine = conditionsToSql(knex, {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: ['group:default/red'] },
    })!;
    await expect(read({ access: [mine] })).resolves.toMatchObject({
      services: 2,
      outOfScope: 0,
    });
    await expect(countsOf('8.6.1', { access: [mine] })).resolves.toEqual({
      covered: 1,
      partial: 1,
    });
    await expect(read({ access: [knex.raw('1 = 0')] })).resolves.toMatchObject({
      services: 0,
      outOfScope: 0,
    });
  });

  it('takes excluded controls for not applicable', async () => {
    const before = await read({ standard: iso27001 });
    exclude('A.5.12');
    const after = await read({ standard: iso27001 });
    expect(after.applicability).toEqual({
      number: 3,
      approvedAt: '2026-05-01T08:00:00.000Z',
    });
    expect(after.clauses.find(of => of.clause === 'A.5.12')).toMatchObject({
      excluded: 'No such thing here',
      counts: { 'not-applicable': 4, covered: 0, unknown: 0 },
    });
    // Five of six, and without that control, of which one is unknown, all.
    expect([before.coveredPercent, after.coveredPercent]).toEqual([83.3, 100]);
    // Nothing is asked of the organisation either.
    exclude('A.5.1');
    const { clauses } = await read({ standard: iso27001 });
    const policies = clauses.find(of => of.clause === 'A.5.1');
    expect(policies).not.toHaveProperty('organisation');
  });

  it('lets excluded controls indicate nothing', async () => {
    exclude('A.5.24');
    await expect(countsOf('A.5.24', { standard: iso27001 })).resolves.toEqual({
      'not-applicable': 4,
    });
    // Two services are evidence for A.5.30, which indicates 8.7.1.
    const availability = { covered: 0, indicated: 2 };
    const { clauses } = await read();
    expect(clauses.find(of => of.clause === '8.7.1')!.counts).toMatchObject(
      availability,
    );
    exclude('A.5.30');
    await expect(countsOf('8.7.1')).resolves.not.toHaveProperty('indicated');
  });

  it('keeps reasons from those who may not read the statement', async () => {
    exclude('A.5.12', 'A secret');
    statements[0].handledBy.set('A.5.13', 'A secret');
    mayReadStatements = false;
    const coverage = await read({ standard: iso27001 });
    expect(coverage.clauses.find(of => of.clause === 'A.5.12')).toMatchObject({
      excluded: '',
      counts: { 'not-applicable': 4 },
    });
    expect(JSON.stringify(coverage)).not.toContain('A secret');
    expect(JSON.stringify(await readEntity('a'))).not.toContain('A secret');
  });

  it('tells who handles a clause', async () => {
    statements = [
      {
        standard: sms,
        excluded: new Map(),
        handledBy: new Map([['8.4.1', 'resource:default/bookkeeper']]),
      },
    ];
    const coverage = await read();
    expect(coverage).not.toHaveProperty('applicability');
    expect(coverage.clauses.find(of => of.clause === '8.4.1')).toMatchObject({
      handledBy: 'resource:default/bookkeeper',
    });
  });

  it('tells how the organisation stands, outside of every count', async () => {
    const before = await read({ standard: iso27001 });
    expect(before.clauses.find(of => of.clause === '5.2')).toMatchObject({
      organisation: { state: 'unknown', documents: [] },
    });
    expect(
      before.clauses.find(of => of.clause === 'A.5.12'),
    ).not.toHaveProperty('organisation');
    documents = [
      {
        id: 'policy',
        title: 'Security policy',
        kind: 'policy',
        state: 'current',
        source: 'portal',
        etag: '1',
        clauses: [
          { standard: isms, clause: '5.2' },
          { standard: isms, clause: 'A.5.12' },
        ],
      },
    ];
    const after = await read({ standard: iso27001 });
    for (const clause of ['5.2', 'A.5.12']) {
      expect(after.clauses.find(of => of.clause === clause)).toMatchObject({
        organisation: {
          state: 'covered',
          documents: [
            { id: 'policy', title: 'Security policy', state: 'current' },
          ],
        },
      });
    }
    expect(after.clauses.map(({ counts }) => counts)).toEqual(
      before.clauses.map(({ counts }) => counts),
    );
    expect(after.coveredPercent).toBe(before.coveredPercent);
  });

  it('tells how one entity stands, and what its checks say', async () => {
    const [services, security] = (await readEntity('b'))!.standards;
    expect(services).toMatchObject({
      standard: sms,
      title: iso20000.title,
      inScope: true,
      coveredPercent: 50,
      counts: { partial: 1, covered: 1 },
    });
    expect(services.counts).not.toHaveProperty('organisation');
    expect(
      services.clauses.find(({ clause }) => clause === '8.6.1'),
    ).toMatchObject({
      state: 'partial',
      results: [
        { checkId: 'incidents', status: 'fail', upcoming: false },
        { checkId: 'runbooks', status: 'pass', upcoming: false },
      ],
    });
    expect(
      security.clauses.find(({ clause }) => clause === 'A.5.24'),
    ).toMatchObject({
      state: 'indicated',
      indicated: {
        state: 'partial',
        path: [{ standard: sms, clause: '8.6.1' }],
      },
    });
  });

  it('has no clauses of what an entity is out of scope of', async () => {
    const [services, security] = (await readEntity('d'))!.standards;
    expect(services.inScope).toBe(true);
    expect(security).toEqual({
      standard: isms,
      title: iso27001.title,
      inScope: false,
      outOfScopeReason: 'Is being retired',
      counts: {},
      clauses: [],
    });
  });

  it('knows nothing of an entity that the mirror does not have', async () => {
    await expect(readEntity('nobody')).resolves.toBeUndefined();
  });

  it('selects services by how a clause stands', async () => {
    const incidents = clauseFieldId({ standard: sms, clause: '8.6.1' });
    const events = clauseFieldId({ standard: isms, clause: 'A.5.24' });
    await expect(select({ [incidents]: 'covered' })).resolves.toEqual([
      'a',
      'd',
    ]);
    await expect(
      select({ [incidents]: { $in: ['gap', 'partial'] } }),
    ).resolves.toEqual(['b', 'c']);
    await expect(select({ [events]: 'indicated' })).resolves.toEqual([
      'a',
      'b',
    ]);
    await expect(select({ [events]: 'not-assessed' })).resolves.toEqual([
      'c',
      'e',
    ]);
    // What is out of scope stands nowhere.
    await expect(select({ [incidents]: 'unset' })).resolves.toEqual(['e']);
    await expect(select({ [incidents]: { $exists: true } })).resolves.toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    await expect(
      select({
        $any: [{ $not: { [incidents]: 'covered' } }, { name: 'a' }],
      }),
    ).resolves.toEqual(['a', 'b', 'c', 'e']);
    exclude('A.5.24');
    await expect(
      select({ [events]: 'not-applicable', name: { $in: ['a', 'd'] } }),
    ).resolves.toEqual(['a']);
    await expect(select({ [events]: 'indicated' })).resolves.toEqual([]);
  });

  it('reads statements only for queries that name a clause', async () => {
    const approved = jest.fn(async () => statements);
    const queries = new ClauseQueries({
      rules,
      statements: { approved: { read: approved } },
    });
    const plain = { query: { name: 'a' }, limit: 3 };
    await expect(queries.resolve(plain)).resolves.toBe(plain);
    await expect(queries.resolve({})).resolves.toEqual({});
    expect(approved).not.toHaveBeenCalled();
    await queries.resolve({
      query: {
        $any: ['4.1', '4.2'].map(
          clause =>
            ({
              [clauseFieldId({ standard: sms, clause })]: 'gap',
            } as FilterPredicateExpression),
        ),
      },
    });
    expect(approved).toHaveBeenCalledTimes(1);
  });

  it('sends one statement for the estate and two for an entity', async () => {
    await expect(statementsOf(knex, () => read())).resolves.toHaveLength(1);
    await expect(
      statementsOf(knex, () => readEntity('a')),
    ).resolves.toHaveLength(2);
  });

  describe('of any estate', () => {
    const width = lettered(rules.units).length;
    const anyEntity = fc.record({
      coverage: fc.option(
        fc.string({
          unit: fc.constantFrom(...'cpguwn-'),
          minLength: width,
          maxLength: width,
        }),
      ),
      in_sms_scope: fc.boolean(),
      in_isms_scope: fc.boolean(),
      // Others are assessed again soon.
      rules_hash: fc.constantFrom(rules.hash, rules.hash, 'others', null),
    });
    const anyEstate = fc.record({
      estate: fc.array(anyEntity, {
        minLength: entities.length,
        maxLength: entities.length,
      }),
      standard: fc.constantFrom(iso20000, iso27001),
      excluded: fc.subarray(['A.5.30', 'A.5.24', 'A.5.12', 'A.8.6']),
    });
    let original: object[];

    beforeAll(async () => {
      original = await knex('entity').select(
        'entity_ref',
        'coverage',
        'in_sms_scope',
        'in_isms_scope',
        'rules_hash',
      );
    });

    const write = async (rows: object[]) => {
      for (const [index, row] of rows.entries()) {
        await knex('entity')
          .where('entity_ref', `component:default/${'abcde'[index]}`)
          .update(row);
      }
    };

    afterAll(() => write(original));

    it('adds up, tells the same of each entity, and selects what it counts', async () => {
      await fc.assert(
        fc.asyncProperty(anyEstate, async ({ estate, standard, excluded }) => {
          await write(estate);
          statements = [
            {
              standard: isms,
              number: 1,
              approvedAt: `${today}T08:00:00.000Z`,
              excluded: new Map(excluded.map(clause => [clause, 'Excluded'])),
              handledBy: new Map(),
            },
          ];
          const coverage = await read({ standard });
          expect(coverage.services + coverage.outOfScope).toBe(estate.length);

          const each = await Promise.all(
            [...'abcde'].map(
              async name =>
                (await readEntity(name))!.standards.find(
                  of => of.standard === standard.id,
                )!,
            ),
          );
          coverage.clauses.forEach(({ clause, counts }, index) => {
            const told = each
              .filter(({ inScope }) => inScope)
              .map(({ clauses }) => clauses[index].state);
            expect(
              coverageStates.map(state => [clause, state, counts[state]]),
            ).toEqual(
              coverageStates.map(state => [
                clause,
                state,
                told.filter(of => of === state).length,
              ]),
            );
            expect(told).toHaveLength(coverage.services);
          });

          for (const clause of ['8.6.1', '8.7.1', 'A.5.24', 'A.5.30', '5.1']) {
            const index = coverage.clauses.findIndex(
              of => of.clause === clause,
            );
            for (const state of index < 0 ? [] : coverageStates) {
              const id = clauseFieldId({ standard: standard.id, clause });
              const expected = [...'abcde'].filter(
                (_, at) =>
                  each[at].inScope && each[at].clauses[index].state === state,
              );
              await expect(select({ [id]: state })).resolves.toEqual(expected);
            }
          }
        }),
        { numRuns: 12 },
      );
    });
  });

  it('knows nothing of an entity that could not be assessed', async () => {
    await knex('entity').where('name', 'a').update({ dirty: true });
    const broken = rulesOf(labelled('incidents', `${sms} 8.6.1`));
    jest.spyOn(broken, 'score').mockImplementation(() => {
      throw new Error('boom');
    });
    await new Assessor({ knex, rules: broken, vocabulary }).run();
    const reader = new CoverageReader({ ...sources(), rules: broken });
    const { clauses } = await reader.read({
      standard: iso20000,
      selection: {},
      access: accessTo([]),
      ownerRefs: [],
      credentials,
    });
    expect(clauses.find(({ clause }) => clause === '8.6.1')!.counts).toEqual({
      ...Object.fromEntries(coverageStates.map(state => [state, 0])),
      'not-assessed': 4,
    } as Record<CoverageState, number>);
  });
});

describe('the hash of the rules', () => {
  it('changes when what is kept of coverage means something else', () => {
    const hashOf = (...clauses: string[]) =>
      rulesOf(labelled('incidents', ...clauses)).hash;
    expect(hashOf(`${sms} 8.6.1`)).toBe(hashOf(`${sms} 8.6.1`));
    expect(hashOf(`${sms} 8.6.1`)).not.toBe(hashOf(`${sms} 8.6.2`));
  });

  it('is the same as long as texts have the same meaning', () => {
    expect(writeCoverage(rules.units, [])).toBe(
      '-'.repeat(lettered(rules.units).length),
    );
  });
});
