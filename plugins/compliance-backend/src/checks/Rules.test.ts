import { JsonObject } from '@backstage/types';
import { Facet } from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { entity, setUp, supplier, TODAY } from './__testUtils__/facts';

/** A check of another module. */
const added = (options: Partial<Check> = {}): Check => ({
  id: 'added',
  title: 'Added',
  description: 'Added.',
  facet: 'operations',
  weight: 1,
  clauses: [],
  remediation: { text: 'Do it.' },
  evaluate: () => ({ status: 'pass', finding: 'Done.', expected: 'Done.' }),
  ...options,
});

describe('Rules', () => {
  describe('of which app-config changes checks', () => {
    it('leaves a disabled one out', () => {
      const { rules, judge } = setUp({
        checks: { 'catalogue-owner': { enabled: false } },
      });
      expect(rules.find('catalogue-owner')).toBeUndefined();
      expect(rules.find('catalogue-system')).toBeDefined();
      expect(judge('catalogue-owner', entity())).toBeUndefined();
    });

    it('takes over weight and date of enforcement', () => {
      const { rules } = setUp({
        checks: {
          'catalogue-owner': { weight: 7.5, enforcedFrom: '2027-01-01' },
        },
      });
      expect(rules.find('catalogue-owner')).toMatchObject({
        weight: 7.5,
        enforcedFrom: '2027-01-01',
        title: 'Owner',
      });
    });

    it('narrows what a check applies to and never widens it', () => {
      const { judge } = setUp({
        checks: {
          'catalogue-lifecycle': {
            appliesTo: { 'spec.type': { $in: ['openapi', 'database'] } },
          },
        },
      });
      const applies = (kind: string, type: string) =>
        judge('catalogue-lifecycle', entity({ kind, type })) !== undefined;
      expect(applies('API', 'openapi')).toBe(true);
      expect(applies('API', 'grpc')).toBe(false);
      expect(applies('Resource', 'database')).toBe(false);
    });

    it('looks at the profile and at the entity', () => {
      const { judge } = setUp({
        checks: {
          'catalogue-description': {
            appliesTo: {
              'profile.serviceLevel.tier': 'tier-1',
              'metadata.labels.team/size': 'two pizzas',
              'metadata.tags': { $contains: 'java' },
              'spec.owner': 'group:default/team-a',
            },
          },
        },
      });
      const subject = {
        declares: { 'service-tier': 'tier-1' },
        labels: { 'team/size': 'two pizzas' },
        tags: ['java'],
      };
      expect(judge('catalogue-description', entity(subject))).toBeDefined();
      expect(
        judge('catalogue-description', entity({ ...subject, declares: {} })),
      ).toBeUndefined();
    });
  });

  describe('before a check is enforced', () => {
    const { judge, rules } = setUp({
      checks: {
        'catalogue-owner': { enforcedFrom: '2027-01-01' },
        'service-level-reviewed': { enforcedFrom: '2027-01-01' },
      },
    });
    const orphan = entity({ owners: [] });

    it('shows a finding as upcoming until that day', () => {
      const on = (today: string) =>
        judge('catalogue-owner', orphan, { today })!;
      expect(on('2026-12-31')).toMatchObject({
        status: 'unknown',
        upcoming: true,
        dueOn: '2027-01-01',
      });
      expect(on('2027-01-01')).toMatchObject({
        status: 'unknown',
        upcoming: false,
        dueOn: undefined,
      });
    });

    it('is due when the verdict changes, if that is earlier', () => {
      const reviewed = (date: string) =>
        judge(
          'service-level-reviewed',
          entity({ declares: { 'service-level-reviewed': date } }),
        );
      expect(reviewed('2026-12-24')).toMatchObject({
        status: 'fail',
        upcoming: true,
        dueOn: '2026-12-24',
      });
      expect(reviewed('2027-02-01')).toMatchObject({
        status: 'fail',
        upcoming: true,
        dueOn: '2027-01-01',
      });
      expect(reviewed('2026-01-31')).toMatchObject({
        status: 'pass',
        upcoming: false,
        dueOn: '2027-02-01',
      });
    });

    it('does not count it in the score', () => {
      expect(
        rules.score([
          { checkId: 'a', status: 'pass', weight: 1 },
          { checkId: 'b', status: 'fail', weight: 1, upcoming: true },
        ]).score,
      ).toBe(100);
    });
  });

  describe('with a check that is broken', () => {
    it.each<[string, Partial<Check>, string]>([
      [
        'throws an error',
        {
          evaluate() {
            throw new TypeError('no such thing');
          },
        },
        'The check could not be evaluated: no such thing',
      ],
      [
        'is none',
        { evaluate: JSON.parse('{}').evaluate },
        'The check could not be evaluated: original.evaluate is not a function',
      ],
      [
        'returns nonsense',
        { evaluate: () => JSON.parse('{ "status": "maybe" }') },
        "The check could not be evaluated: the check returned the status 'maybe'",
      ],
      [
        'returns nothing',
        { evaluate: () => JSON.parse('null') },
        'The check could not be evaluated: ',
      ],
    ])('that %s, it alone is unknown', (_name, broken, finding) => {
      const { evaluate } = setUp({}, [added(broken)]);
      const results = evaluate(entity());
      const { checkId, error, ...result } = results.at(-1)!;
      expect(checkId).toBe('added');
      expect(result).toMatchObject({
        status: 'unknown',
        expected: 'The check can be evaluated.',
        finding: expect.stringContaining(finding),
      });
      expect(error).toEqual(expect.any(String));
      expect(results.slice(0, -1)).toEqual(setUp().evaluate(entity()));
    });

    it('cuts long messages', () => {
      const { judge } = setUp({}, [
        added({
          evaluate() {
            throw new Error('x'.repeat(100_000));
          },
        }),
        added({
          id: 'talkative',
          evaluate: () => ({
            status: 'fail',
            finding: 'y'.repeat(100_000),
            expected: 'z'.repeat(100_000),
          }),
        }),
      ]);
      const { finding, error } = judge('added', entity())!;
      expect(finding.length).toBeLessThan(300);
      expect(error).toHaveLength(1000);
      const talkative = judge('talkative', entity())!;
      expect(talkative.finding).toHaveLength(1000);
      expect(talkative.expected).toHaveLength(1000);
    });

    it.each([TODAY, '2020-01-01', 'soon', '10000-01-01'])(
      'does not make the entity due on %s again and again',
      dueOn => {
        const { judge } = setUp({}, [
          added({
            evaluate: () => ({
              status: 'pass',
              finding: 'Done.',
              expected: 'Done.',
              dueOn,
            }),
          }),
        ]);
        expect(judge('added', entity())!.dueOn).toBeUndefined();
      },
    );
  });

  describe('about what is out of scope', () => {
    const declares = {
      'sms-scope': 'out',
      'sms-scope-reason': 'Shut down next month',
    };
    const { judge } = setUp();

    it('leaves checks of that management system with nothing to judge', () => {
      expect(judge('service-level-tier', entity({ declares }))).toMatchObject({
        status: 'not-applicable',
        finding:
          'It is out of scope of the service management system: Shut down next month.',
      });
    });

    it('goes on with checks that the other one needs', () => {
      expect(judge('catalogue-owner', entity({ declares }))?.status).toBe(
        'pass',
      );
      expect(
        judge(
          'catalogue-owner',
          entity({
            declares: {
              ...declares,
              'isms-scope': 'out',
              'isms-scope-reason': 'Holds nothing',
            },
          }),
        )?.status,
      ).toBe('not-applicable');
    });

    it('asks for a reason, unless app-config says so', () => {
      const out = entity({ declares: { 'sms-scope': 'out' } });
      expect(judge('service-level-tier', out)?.status).toBe('unknown');
      const configured = setUp({ scopeDefaults: { sms: 'out' } });
      expect(configured.judge('service-level-tier', entity())).toMatchObject({
        status: 'not-applicable',
        finding: 'It is out of scope of the service management system.',
      });
    });

    it('still asks for what supports no clause', () => {
      const configured = setUp({ scopeDefaults: { sms: 'out', isms: 'out' } }, [
        added(),
      ]);
      expect(configured.judge('added', entity())?.status).toBe('pass');
    });
  });

  it.each<[kind: string, type: string | undefined, facets: Facet[]]>([
    ['Component', 'service', ['serviceLevel', 'information', 'continuity']],
    ['Component', 'library', []],
    ['Component', 'documentation', []],
    ['Component', 'saas', ['supplier']],
    ['System', 'product', ['serviceLevel', 'information', 'continuity']],
    ['API', 'openapi', ['information']],
    ['Resource', 'database', ['information', 'continuity']],
    ['Resource', 'vendor', ['supplier']],
    ['Domain', undefined, []],
    ['component', 'Third-Party', ['supplier']],
  ])('know the facets of a %s of type %s', (kind, type, facets) => {
    const { rules } = setUp();
    const facts = rules.factsOf(entity({ kind, type }));
    expect(rules.facetsOf(facts)).toEqual(facets);
    expect(facts.isSupplier).toBe(facets.includes('supplier'));
  });

  it('apply facets and suppliers as app-config says', () => {
    const { rules } = setUp({
      suppliers: { 'metadata.labels.supplier': 'yes' },
      facets: { serviceLevel: { appliesTo: { kind: 'API' } } },
    });
    const facetsOf = (options: Parameters<typeof entity>[0]) =>
      rules.facetsOf(rules.factsOf(entity(options)));
    expect(facetsOf({ kind: 'API' })).toEqual(['serviceLevel', 'information']);
    expect(facetsOf({ labels: { supplier: 'yes' } })).toEqual(['supplier']);
    expect(facetsOf({ type: 'saas' })).toEqual(['information', 'continuity']);
  });

  it('take an empty list for nothing', () => {
    const { rules } = setUp({ suppliers: { kind: { $in: [] } } });
    expect(rules.factsOf(supplier()).isSupplier).toBe(false);
  });

  it('apply added checks of a facet to what carries it and matches', () => {
    const { judge } = setUp({}, [
      added({ facet: 'supplier', appliesTo: { kind: 'Resource' } }),
    ]);
    expect(judge('added', supplier())?.status).toBe('pass');
    expect(judge('added', supplier({ kind: 'Component' }))).toBeUndefined();
    expect(judge('added', entity())).toBeUndefined();
  });

  it('read the annotations of an entity', () => {
    const facts = setUp().rules.factsOf(
      entity({ declares: { 'service-tier': 'tier-9', rto: 'PT4H' } }),
    );
    expect(facts.profile.continuity.rto).toEqual({
      value: 'PT4H',
      source: 'git',
    });
    expect(facts.profile.serviceLevel.tier).toBeUndefined();
    expect(facts.errors).toMatchObject([
      { field: 'serviceLevel.tier', value: 'tier-9', nearest: 'tier-4' },
    ]);
  });

  it.each<[name: string, checks: Partial<Check>[], problem: string]>([
    [
      'an id that is taken',
      [{ id: 'catalogue-owner' }],
      "check 'catalogue-owner'.id: found 'catalogue-owner', expected an id that is not taken",
    ],
    [
      'an id that is no slug',
      [{ id: 'Bad id' }],
      "check 'Bad id'.id: found 'Bad id', expected a slug of at most 63 lower-case letters, digits and dashes",
    ],
    [
      'no weight',
      [{ weight: 0 }],
      "check 'added'.weight: found 0, expected a number above 0",
    ],
    [
      'an unknown facet',
      [{ facet: JSON.parse('"money"') }],
      "check 'added'.facet: found 'money', expected one of catalogue, serviceLevel, information, continuity, supplier, operations",
    ],
    [
      'an unknown standard',
      [{ clauses: [{ standard: 'iso27001-2020', clause: 'A.5.1' }] }],
      "check 'added'.clauses[0].standard: found 'iso27001-2020', expected one of iso20000-1-2018, iso27001-2022; the nearest is 'iso27001-2022'",
    ],
    [
      'an unknown clause',
      [{ clauses: [{ standard: 'iso27001-2022', clause: 'A.5.99' }] }],
      "check 'added'.clauses[0].clause: found 'A.5.99', expected a clause or control of ISO/IEC 27001:2022, such as 4.1",
    ],
  ])('refuse a check with %s', (_name, checks, problem) => {
    expect(() => setUp({}, checks.map(added))).toThrow(problem);
  });

  it('report all ids that app-config mistypes at once', () => {
    expect(() =>
      setUp({
        checks: { 'catalogue-ower': { weight: 2 } },
        levels: [
          {
            id: 'good',
            title: 'Good',
            minScore: 50,
            requiredChecks: ['catalogue-owner', 'information-classifed'],
          },
        ],
        declaredChecks: [
          {
            id: 'own',
            title: 'Own',
            facet: 'catalogue',
            remediation: 'Do it.',
            clauses: [{ standard: 'iso20000-1-2018', clause: '8.9' }],
            passes: { kind: 'Component' },
          },
        ],
      }),
    ).toThrow(
      [
        "compliance.declaredChecks[0].clauses[0].clause: found '8.9', expected a clause or control of ISO/IEC 20000-1:2018, such as 4.1",
        "compliance.checks.catalogue-ower: found an unknown check, expected the id of a check, see docs/checks.md; the nearest is 'catalogue-owner'",
        "compliance.levels[0].requiredChecks[1]: found 'information-classifed', expected the id of a check, see docs/checks.md; the nearest is 'information-classified'",
      ].join('\n'),
    );
  });

  describe('have a hash', () => {
    const hashOf = (config: JsonObject = {}, checks: Check[] = []) =>
      setUp(config, checks).rules.hash;

    it('that is the same for the same rules', () => {
      expect(hashOf()).toMatch(/^[0-9a-f]{64}$/);
      expect(hashOf()).toBe(hashOf());
      // Neither the history nor the schedule decides anything.
      expect(hashOf({ historyRetention: 'P1Y' })).toBe(hashOf());
    });

    const declared = {
      id: 'own',
      title: 'Own',
      facet: 'catalogue',
      remediation: 'Do it.',
      passes: { kind: 'Component' },
    };
    const changes: [string, string][] = [
      {},
      { suppliers: { kind: 'Resource' } },
      { facets: { continuity: { appliesTo: { kind: 'API' } } } },
      { scopeDefaults: { isms: 'out' } },
      { precedence: 'portal' },
      { vocabulary: { reviewEvery: 'P6M' } },
      { levels: [{ id: 'good', title: 'Good', minScore: 50 }] },
      { checks: { 'catalogue-owner': { enabled: false } } },
      { checks: { 'catalogue-owner': { weight: 2 } } },
      { checks: { 'catalogue-owner': { appliesTo: { kind: 'API' } } } },
      { checks: { 'catalogue-owner': { enforcedFrom: '2027-01-01' } } },
      { declaredChecks: [declared] },
      { declaredChecks: [{ ...declared, passes: { kind: 'API' } }] },
    ].map(config => [JSON.stringify(config), hashOf(config)]);

    it.each(changes)('that is of its own for %s', (_config, hash) => {
      expect(changes.filter(change => change[1] === hash)).toHaveLength(1);
    });

    it('that changes with the revision of an added check', () => {
      const hashes = [
        hashOf(),
        hashOf({}, [added()]),
        hashOf({}, [added({ revision: '2' })]),
      ];
      expect(new Set(hashes).size).toBe(3);
    });
  });
});
