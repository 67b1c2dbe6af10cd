import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  EditedProfile,
  EntityFacts,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { Rules } from '../checks/Rules';
import { migrate } from '../database/migrate';
import { LabelReader } from '../labels/LabelReader';
import {
  builtInRules,
  check,
  rulesOf,
  vocabulary,
} from './__testUtils__/rules';
import { Assessor } from './Assessor';
import { lockNeighbourhood } from './lockNeighbourhood';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('Assessor, %p', databaseId => {
  let knex: Knex;
  let now: Date;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    now = new Date('2026-06-01T08:00:00Z');
  });

  const mirror = (entities: Entity[]) =>
    new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: '', today: '2026-06-01' });

  const assess = (rules: Rules, batchSize?: number) =>
    new Assessor({
      knex,
      rules,
      vocabulary,
      batchSize,
      clock: () => now,
    }).run();

  const results = () =>
    knex('check_result')
      .select('entity_ref', 'check_id', 'status', 'since')
      .orderBy(['entity_ref', 'check_id']);

  const changes = () =>
    knex('check_change')
      .select('entity_ref', 'check_id', 'from_status', 'to_status')
      .orderBy('id');

  const ref = (name: string) => `component:default/${name}`;

  const titled = check('titled', ({ entity }) => ({
    status: entity.title ? 'pass' : 'fail',
    finding: `Its title is ${entity.title}.`,
  }));

  it('writes results, score, level and values of the profile', async () => {
    const rules = rulesOf(
      check('passes', () => ({ status: 'pass', dueOn: '2026-09-01' })),
      check('fails', () => ({ status: 'fail', dueOn: '2026-08-01' })),
      check('is-unknown', () => ({ status: 'unknown' })),
      check('is-upcoming', () => ({ status: 'fail' }), {
        enforcedFrom: '2026-07-01',
      }),
      check('does-not-matter', () => ({ status: 'not-applicable' })),
      check('applies-to-others', () => ({}), { appliesTo: { kind: 'API' } }),
    );
    await mirror([
      component('a', {
        annotations: {
          'compliance/service-tier': 'tier-1',
          'compliance/information-classification': 'restricted',
          'compliance/continuity-tier': 'tier-9',
        },
      }),
    ]);
    await expect(assess(rules)).resolves.toEqual({
      assessed: 1,
      changed: 0,
      labels: 1,
      brokenChecks: [],
      failures: [],
    });

    expect(await knex('entity').first()).toMatchObject({
      service_tier: 'tier-1',
      classification: 'restricted',
      continuity_tier: null,
      supplier_risk: null,
      score: 33.3,
      strict_score: 33.3,
      level: 'none',
      open_findings: 2,
      due_on: '2026-07-01',
      rules_hash: rules.hash,
      assessed_at: '2026-06-01T08:00:00.000Z',
    });
    const rows = await knex('check_result').orderBy('check_id');
    expect(
      rows.map(row => [row.check_id, row.status, Boolean(row.upcoming)]),
    ).toEqual([
      ['does-not-matter', 'not-applicable', false],
      ['fails', 'fail', false],
      ['is-unknown', 'unknown', false],
      ['is-upcoming', 'fail', true],
      ['passes', 'pass', false],
    ]);
    expect(rows[1]).toMatchObject({
      entity_ref: ref('a'),
      finding: 'Found.',
      expected: 'Expected.',
      due_on: '2026-08-01',
      since: '2026-06-01T08:00:00.000Z',
    });
    expect(await changes()).toEqual([]);
  });

  it('has no score when no check applies', async () => {
    await mirror([component('a')]);
    await assess(rulesOf());
    expect(await knex('entity').first()).toMatchObject({
      score: null,
      strict_score: null,
      level: null,
      open_findings: 0,
    });
  });

  it('assesses what changed and nothing else', async () => {
    const rules = rulesOf(titled);
    const before = now.toISOString();
    await mirror([component('a'), component('b')]);
    await assess(rules);

    now = new Date('2026-06-02T08:00:00Z');
    await mirror([component('a', { title: 'A' }), component('b')]);
    await expect(assess(rules)).resolves.toMatchObject({
      assessed: 1,
      changed: 1,
    });
    expect(await results()).toEqual([
      {
        entity_ref: ref('a'),
        check_id: 'titled',
        status: 'pass',
        since: now.toISOString(),
      },
      {
        entity_ref: ref('b'),
        check_id: 'titled',
        status: 'fail',
        since: before,
      },
    ]);
    expect(await knex('entity').orderBy('name').pluck('assessed_at')).toEqual([
      now.toISOString(),
      before,
    ]);
    expect(await changes()).toEqual([
      {
        entity_ref: ref('a'),
        check_id: 'titled',
        from_status: 'fail',
        to_status: 'pass',
      },
    ]);

    now = new Date('2026-06-03T08:00:00Z');
    await mirror([component('a', { title: 'Other' }), component('b')]);
    await expect(assess(rules)).resolves.toMatchObject({ changed: 0 });
    expect(
      await knex('check_result')
        .orderBy('entity_ref')
        .first('finding', 'since'),
    ).toEqual({
      finding: 'Its title is Other.',
      since: '2026-06-02T08:00:00.000Z',
    });
  });

  it('knows the neighbours, and assesses them when one of them changes', async () => {
    const neighbours = check('neighbours', ({ entity, ...facts }) => {
      const names = (related: typeof facts.dependencies) =>
        related.map(
          ({ entityRef, facts: known }) =>
            known?.title ?? known?.name ?? `unknown ${entityRef}`,
        );
      return {
        finding: `${names(facts.consumers)} > ${entity.name} > ${names(
          facts.dependencies,
        )}`,
      };
    });
    const rules = rulesOf(neighbours);
    const estate = (title?: string) => [
      component('web', { dependsOn: [ref('api')] }),
      component('app', { dependsOn: [ref('web'), ref('api'), ref('app')] }),
      component('api', { dependsOn: [ref('db'), ref('gone')] }),
      component('db', { title }),
    ];
    const findings = () =>
      knex('check_result').orderBy('entity_ref').pluck('finding');

    await mirror(estate());
    await assess(rules, 1);
    expect(await findings()).toEqual([
      `app,web > api > db,unknown ${ref('gone')}`,
      ' > app > api,web',
      'api > db > ',
      'app > web > api',
    ]);

    await mirror(estate('Database'));
    await expect(assess(rules)).resolves.toMatchObject({ assessed: 2 });
    expect((await findings())[0]).toBe(
      `app,web > api > Database,unknown ${ref('gone')}`,
    );
  });

  it('assesses everything with other rules', async () => {
    const always = check('always', () => ({}));
    await mirror([component('a'), component('b', { title: 'B' })]);
    await assess(rulesOf(always));
    await expect(assess(rulesOf(titled))).resolves.toMatchObject({
      assessed: 2,
      changed: 4,
    });
    expect(await changes()).toEqual([
      {
        entity_ref: ref('a'),
        check_id: 'titled',
        from_status: null,
        to_status: 'fail',
      },
      {
        entity_ref: ref('a'),
        check_id: 'always',
        from_status: 'pass',
        to_status: null,
      },
      {
        entity_ref: ref('b'),
        check_id: 'titled',
        from_status: null,
        to_status: 'pass',
      },
      {
        entity_ref: ref('b'),
        check_id: 'always',
        from_status: 'pass',
        to_status: null,
      },
    ]);
    expect(await knex('check_result').pluck('check_id')).toEqual([
      'titled',
      'titled',
    ]);
  });

  it('assesses an entity again on the day on which a verdict changes', async () => {
    const expires = check('expires', ({ today }) =>
      today < '2026-06-10'
        ? { status: 'pass', dueOn: '2026-06-10' }
        : { status: 'fail' },
    );
    const rules = rulesOf(expires);
    await mirror([component('a')]);
    await assess(rules);

    now = new Date('2026-06-09T23:59:59Z');
    await expect(assess(rules)).resolves.toMatchObject({ assessed: 0 });
    now = new Date('2026-06-10T00:00:00Z');
    await expect(assess(rules)).resolves.toMatchObject({
      assessed: 1,
      changed: 1,
    });
    expect(await knex('entity').first()).toMatchObject({
      due_on: null,
      score: 0,
    });
    await expect(assess(rules)).resolves.toMatchObject({ assessed: 0 });
  });

  it('reports a check that throws, which hides no other', async () => {
    const broken = check('broken', ({ entity }) => {
      throw new TypeError(`cannot read ${entity.name}`);
    });
    await mirror([component('a'), component('b'), component('c')]);
    await expect(assess(rulesOf(titled, broken), 2)).resolves.toMatchObject({
      assessed: 3,
      brokenChecks: [
        { checkId: 'broken', error: 'cannot read a', entities: 3 },
      ],
      failures: [],
    });
    expect((await results()).slice(0, 2)).toMatchObject([
      { check_id: 'broken', status: 'unknown' },
      { check_id: 'titled', status: 'fail' },
    ]);
  });

  it('gives up on an entity that cannot be assessed until it changes', async () => {
    const rules = rulesOf(titled);
    const { factsOf } = rules;
    jest.spyOn(rules, 'factsOf').mockImplementation(entity => {
      if (entity.title === 'Poison') {
        throw new Error('no facts');
      }
      return factsOf.call(rules, entity);
    });
    const estate = (title?: string) => [
      component('a'),
      component('b', { title }),
    ];
    await mirror(estate());
    await assess(rules);
    await mirror(estate('Poison'));
    await expect(assess(rules)).resolves.toMatchObject({
      assessed: 0,
      failures: [{ entityRef: ref('b'), error: 'Error: no facts' }],
    });
    await expect(assess(rules)).resolves.toMatchObject({ failures: [] });
    expect(await results()).toHaveLength(2);

    await mirror(estate('Fine'));
    await expect(assess(rules)).resolves.toMatchObject({ assessed: 1 });
  });

  it('assesses an entity again that becomes dirty while it is assessed', async () => {
    const rules = rulesOf(titled);
    await mirror([component('a')]);
    const { evaluate } = rules;
    let changing: Promise<unknown> | undefined;
    jest.spyOn(rules, 'evaluate').mockImplementation(facts => {
      changing ??= mirror([component('a', { title: 'New' })]);
      return evaluate.call(rules, facts);
    });
    await assess(rules);
    await changing;
    await assess(rules);
    expect(await results()).toMatchObject([{ status: 'pass' }]);
  });

  it('stops between two batches when it is told to', async () => {
    const controller = new AbortController();
    const rules = rulesOf(
      check('aborts', () => {
        controller.abort();
        return {};
      }),
    );
    await mirror([component('a'), component('b')]);
    await expect(
      new Assessor({ knex, rules, vocabulary, batchSize: 1 }).run({
        signal: controller.signal,
      }),
    ).rejects.toThrow(/abort/i);
    expect(await results()).toHaveLength(1);
  });

  it('writes no result that is what it was', async () => {
    const rules = builtInRules();
    await mirror([component('a'), component('b')]);
    await assess(rules);
    await knex('entity').update({ dirty: true });
    const statements = await statementsOf(knex, () => assess(rules));
    expect(
      statements.filter(sql => /^(insert|update|delete)/i.test(sql)),
    ).toEqual([expect.stringMatching(/^update entity/)]);
  });

  describe('with values entered in the portal', () => {
    const edit = (name: string, edited: EditedProfile) =>
      knex('profile_edit')
        .insert({ entity_ref: ref(name), edited: JSON.stringify(edited) })
        .onConflict('entity_ref')
        .merge();
    const tier = (value: string) => ({ serviceLevel: { tier: value } });
    const tiers = check('tiers', ({ entity, dependencies }) => {
      const tierOf = ({ profile }: EntityFacts) =>
        profile.serviceLevel.tier?.value ?? 'none';
      const below = dependencies.map(({ facts }) => facts && tierOf(facts));
      return { finding: `${tierOf(entity)} > ${below}` };
    });
    const rules = rulesOf(tiers);
    const findings = () =>
      knex('check_result').orderBy('entity_ref').pluck('finding');
    const assessor = (batchSize?: number) =>
      new Assessor({ knex, rules, vocabulary, batchSize, clock: () => now });
    const assessNow = (...[refs, options]: [string[], { first: string[] }?]) =>
      knex.transaction(tx => assessor(2).assessNow(tx, refs, options));
    const pending = () =>
      knex('entity').where({ dirty: true }).orderBy('name').pluck('name');

    it('takes them for an entity and for its neighbours', async () => {
      await mirror([
        component('a', { dependsOn: [ref('b')] }),
        component('b', { annotations: { 'compliance/rto': 'PT4H' } }),
      ]);
      await edit('b', { values: tier('tier-2') });
      await assess(rules);
      expect(await findings()).toEqual(['none > tier-2', 'tier-2 > ']);
      expect(
        await knex('entity').where({ name: 'b' }).first('service_tier'),
      ).toEqual({ service_tier: 'tier-2' });
    });

    it('takes them again when an entity comes back', async () => {
      await mirror([component('a')]);
      await edit('a', { values: tier('tier-2') });
      await assess(rules);
      await mirror([]);
      await mirror([component('a')]);
      await assess(rules);
      expect(await findings()).toEqual(['tier-2 > ']);
    });

    it('assesses within a transaction exactly what it is told to', async () => {
      await mirror([
        component('a', { dependsOn: [ref('b')] }),
        component('b'),
        component('c', { dependsOn: [ref('b')] }),
      ]);
      await assess(rules);
      await edit('b', { values: tier('tier-3') });
      await expect(
        assessNow([ref('a'), ref('b'), ref('gone')], { first: [ref('b')] }),
      ).resolves.toEqual({ labels: 1, suppliers: [] });
      expect(await findings()).toEqual([
        'none > tier-3',
        'tier-3 > ',
        'none > none',
      ]);
      // A neighbour that the caller did not know of.
      expect(await pending()).toEqual(['c']);
    });

    it('leaves to the next run what is too much for one batch', async () => {
      await mirror([
        component('a', { dependsOn: [ref('z')] }),
        component('b', { dependsOn: [ref('z')] }),
        component('c', { dependsOn: [ref('z')] }),
        component('z'),
      ]);
      await assess(rules);
      await edit('z', { values: tier('tier-3') });
      await assessNow(['a', 'b', 'c', 'z'].map(ref), { first: [ref('z')] });
      expect(await findings()).toEqual([
        'none > tier-3',
        'none > none',
        'none > none',
        'tier-3 > ',
      ]);
      expect(await pending()).toEqual(['b', 'c']);
      await expect(assess(rules)).resolves.toMatchObject({ assessed: 2 });
      expect((await findings())[2]).toBe('none > tier-3');
    });

    it('leaves to the next run what cannot be assessed, which reports it', async () => {
      await mirror([component('a'), component('b')]);
      await assess(rules);
      const factsOf = rules.factsOf.bind(rules);
      const spy = jest.spyOn(rules, 'factsOf').mockImplementation(entity => {
        if (entity.name === 'b') {
          throw new Error('no facts');
        }
        return factsOf(entity);
      });
      await assessNow([ref('a'), ref('b')]);
      expect(await pending()).toEqual(['b']);
      await expect(assess(rules)).resolves.toMatchObject({
        failures: [{ entityRef: ref('b') }],
      });
      spy.mockRestore();
    });

    it('is undone with the transaction', async () => {
      await mirror([component('a')]);
      await assess(rules);
      const before = await new LabelReader(knex).read({ after: 0, limit: 9 });
      await expect(
        knex.transaction(async tx => {
          await tx('profile_edit').insert({
            entity_ref: ref('a'),
            edited: JSON.stringify({ values: tier('tier-1') }),
          });
          await assessor().assessNow(tx, [ref('a')]);
          throw new Error('the commit failed');
        }),
      ).rejects.toThrow('the commit failed');
      expect(await findings()).toEqual(['none > ']);
      await expect(
        new LabelReader(knex).read({ after: 0, limit: 9 }),
      ).resolves.toEqual(before);
    });

    it('previews them without writing anything', async () => {
      await mirror([
        component('a', { dependsOn: [ref('b')] }),
        component('b', {
          annotations: { 'compliance/service-tier': 'tier-0' },
        }),
      ]);
      await edit('a', { values: tier('tier-1') });
      await assess(rules);
      let preview: Awaited<ReturnType<Assessor['preview']>>;
      const statements = await statementsOf(knex, async () => {
        preview = await assessor().preview(knex, ref('a'), {
          values: tier('tier-4'),
        });
      });
      expect(preview).toMatchObject({
        facts: { profile: { serviceLevel: { tier: { source: 'portal' } } } },
        assessed: { serviceTier: 'tier-4', score: 100 },
        results: [{ checkId: 'tiers', finding: 'tier-4 > tier-0' }],
      });
      expect(preview?.facts).not.toHaveProperty('edited');
      expect(statements).toEqual([
        expect.stringMatching(/^select/),
        expect.stringMatching(/^select/),
      ]);
      expect((await findings())[0]).toBe('tier-1 > tier-0');
      await expect(
        assessor().preview(knex, ref('gone'), { values: {} }),
      ).resolves.toBeUndefined();
    });
  });

  it('writes how far the profile is and what is missing', async () => {
    const asks = (id: string, annotation: string, weight: number) =>
      check(id, () => ({ status: 'unknown' }), {
        weight,
        remediation: { text: id, annotations: [`compliance/${annotation}`] },
      });
    const rules = rulesOf(
      check('passes', () => ({}), { weight: 5 }),
      asks('asks-rto', 'rto', 1),
      asks('asks-sla', 'sla', 4),
    );
    await mirror([
      component('a'),
      component('b', { annotations: { 'compliance/rto': 'PT4H' } }),
      component('c', {
        annotations: {
          'compliance/rto': 'PT4H',
          'compliance/sla': 'https://example.com',
        },
      }),
    ]);
    await assess(rules);
    const rows = await knex('entity')
      .orderBy('name')
      .select('progress', 'missing', 'gain', 'gain_per_field');
    expect(rows).toEqual([
      {
        progress: 'untouched',
        missing: '["continuity.rto","serviceLevel.sla"]',
        gain: 50,
        gain_per_field: 25,
      },
      {
        progress: 'started',
        missing: '["serviceLevel.sla"]',
        gain: 40,
        gain_per_field: 40,
      },
      { progress: 'complete', missing: '[]', gain: 0, gain_per_field: null },
    ]);
  });

  it('publishes labels that are not what they were', async () => {
    const labels = (after: number) =>
      new LabelReader(knex).read({ after, limit: 10 });
    const tiered = (tier: string, title?: string) =>
      component('a', {
        title,
        annotations: { 'compliance/service-tier': tier },
      });
    const rules = rulesOf(check('always', () => ({})));
    await mirror([tiered('tier-1'), component('b')]);
    await expect(assess(rules)).resolves.toMatchObject({ labels: 2 });
    await expect(labels(0)).resolves.toMatchObject({
      items: [
        {
          entityRef: ref('a'),
          revision: 1,
          labels: {
            'compliance/service-tier': 'tier-1',
            'compliance/information-classification': 'unset',
            'compliance/level': 'gold',
          },
        },
        { entityRef: ref('b'), revision: 2 },
      ],
    });

    await mirror([tiered('tier-1', 'New title'), component('b')]);
    await expect(assess(rules)).resolves.toMatchObject({
      assessed: 1,
      labels: 0,
    });
    await mirror([tiered('tier-2', 'New title'), component('b')]);
    await expect(assess(rules)).resolves.toMatchObject({ labels: 1 });
    await expect(labels(2)).resolves.toMatchObject({
      items: [{ entityRef: ref('a'), revision: 3 }],
    });
    const others = rulesOf(check('never', () => ({ status: 'fail' })));
    await expect(assess(others)).resolves.toMatchObject({ labels: 2 });
  });

  it('keeps the values of profiles for queries, and writes only what changed', async () => {
    const rules = rulesOf(check('always', () => ({})));
    const declaring = (name: string, annotations: Record<string, string>) =>
      component(name, { annotations });
    const rows = (field: string) =>
      knex('entity_field')
        .where({ field })
        .orderBy(['entity_ref', 'value'])
        .select('entity_ref', 'value');
    const b = declaring('b', { 'compliance/data-residency': 'DE' });
    await mirror([
      declaring('a', {
        'compliance/data-residency': 'FR, DE',
        'compliance/cia': 'C3 I3 A4',
        'compliance/sla': `https://example.com/${'💳'.repeat(400)}`,
        'compliance/rto': '4 hours',
      }),
      b,
    ]);
    await assess(rules);
    expect(await rows('information.residency')).toEqual([
      { entity_ref: ref('a'), value: 'DE' },
      { entity_ref: ref('a'), value: 'FR' },
      { entity_ref: ref('b'), value: 'DE' },
    ]);
    expect(await rows('information.cia.availability')).toEqual([
      { entity_ref: ref('a'), value: '4' },
    ]);
    expect(await rows('continuity.rto')).toEqual([]);
    const [{ value: sla }] = await rows('serviceLevel.sla');
    expect(sla.length).toBeLessThanOrEqual(500);

    await mirror([
      declaring('a', { 'compliance/data-residency': 'IE' }),
      { ...b, metadata: { ...b.metadata, title: 'New title' } },
    ]);
    const statements = await statementsOf(knex, () => assess(rules));
    expect(statements.filter(sql => sql.includes('entity_field'))).toHaveLength(
      2,
    );
    expect(await rows('information.residency')).toEqual([
      { entity_ref: ref('a'), value: 'IE' },
      { entity_ref: ref('b'), value: 'DE' },
    ]);
    expect(await rows('information.cia.availability')).toEqual([]);

    await knex('entity').update({ dirty: true });
    const nothingNew = await statementsOf(knex, () => assess(rules));
    expect(nothingNew.filter(sql => sql.includes('entity_field'))).toEqual([]);

    await mirror([]);
    expect(await knex('entity_field')).toEqual([]);
  });

  it('leaves nothing behind when all happens at once', async () => {
    const tierOf = ({ profile }: EntityFacts) =>
      profile.serviceLevel.tier?.value ?? 'none';
    const rules = rulesOf(
      check('tiers', ({ entity, dependencies, consumers }) => ({
        finding: [entity, ...dependencies, ...consumers]
          .map(related => {
            const facts = 'facts' in related ? related.facts : entity;
            return facts && `${facts.title} ${tierOf(facts)}`;
          })
          .join(),
      })),
    );
    const names = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const estate = (title: string) =>
      names.map((name, index) =>
        component(name, {
          title: index % 3 === 0 ? title : 'Always',
          dependsOn: [ref(names[(index + 1) % 20]), ref(names[index % 4])],
        }),
      );
    const save = (name: string, tier: string) =>
      knex.transaction(async tx => {
        const locked = await lockNeighbourhood(tx, [ref(name)]);
        await tx('profile_edit')
          .insert({
            entity_ref: ref(name),
            edited: JSON.stringify({ values: { serviceLevel: { tier } } }),
          })
          .onConflict('entity_ref')
          .merge();
        await new Assessor({ knex, rules, vocabulary }).assessNow(tx, locked, {
          first: [ref(name)],
        });
      });
    await mirror(estate('Start'));
    for (let round = 0; round < 4; round++) {
      await Promise.all([
        mirror(estate(`Title ${round}`)),
        ...names.map((name, index) =>
          save(name, `tier-${(index + round) % 5}`),
        ),
        assess(rules, 3),
      ]);
    }
    await assess(rules);
    const findings = () =>
      knex('check_result').orderBy('entity_ref').pluck('finding');
    const labels = () => new LabelReader(knex).read({ after: 0, limit: 100 });
    const before = [await findings(), await labels()];

    await knex('entity').update({ dirty: true });
    await assess(rules);
    expect([await findings(), await labels()]).toEqual(before);
    expect((await labels()).items).toHaveLength(20);
  });

  describe('history of scores', () => {
    const rules = rulesOf(
      ...['one', 'two'].map(id =>
        check(id, ({ entity }) => ({
          status: entity.labels[id] ? 'pass' : 'fail',
          finding: `It is ${entity.title}.`,
        })),
      ),
    );
    /** An assessment on that day, with these checks passing. */
    const assessOn = async (
      day: string,
      passing: string[],
      options: { title?: string; annotations?: Record<string, string> } = {},
    ) => {
      now = new Date(`${day}T08:00:00Z`);
      const labels = Object.fromEntries(passing.map(id => [id, 'yes']));
      await mirror([component('a', { labels, ...options })]);
      return statementsOf(knex, () => assess(rules));
    };
    const history = () =>
      knex('score_change').select().orderBy(['changed_on', 'entity_ref']);

    it('has a row for each day on which an entity stood differently', async () => {
      await assessOn('2026-06-01', []);
      const first = {
        changed_on: '2026-06-01',
        entity_ref: ref('a'),
        from_score: null,
        from_level: null,
        from_findings: null,
        from_unclassified: null,
        to_score: 0,
        to_level: 'none',
        to_findings: 2,
        to_unclassified: 1,
      };
      expect(await history()).toEqual([first]);

      await assessOn('2026-06-03', ['one']);
      await assessOn('2026-06-03', ['one', 'two']);
      expect(await history()).toEqual([
        first,
        {
          changed_on: '2026-06-03',
          entity_ref: ref('a'),
          from_score: 0,
          from_level: 'none',
          from_findings: 2,
          from_unclassified: 1,
          to_score: 100,
          to_level: 'gold',
          to_findings: 0,
          to_unclassified: 1,
        },
      ]);
    });

    it('has a row for an entity that only was classified', async () => {
      const classified = {
        annotations: { 'compliance/information-classification': 'internal' },
      };
      await assessOn('2026-06-01', []);
      await assessOn('2026-06-02', [], classified);
      await assessOn('2026-06-03', [], { ...classified, title: 'Same' });
      expect(await history()).toMatchObject([
        { changed_on: '2026-06-01', to_unclassified: 1 },
        {
          changed_on: '2026-06-02',
          from_findings: 2,
          from_unclassified: 1,
          to_findings: 2,
          to_unclassified: 0,
        },
      ]);
    });

    it('does not grow by a verdict that says the same in other words', async () => {
      await assessOn('2026-06-01', ['one'], { title: 'this' });
      const statements = await assessOn('2026-06-02', ['two'], {
        title: 'that',
      });
      expect(statements.filter(sql => sql.includes('score_change'))).toEqual(
        [],
      );
      expect(await history()).toHaveLength(1);
    });

    it('goes with the entity', async () => {
      await mirror([component('a'), component('b')]);
      await assess(rules);
      await mirror([component('b')]);
      expect(await history()).toMatchObject([{ entity_ref: ref('b') }]);
    });
  });

  describe('statements', () => {
    /** Everybody depends on a few, and hubs have many consumers. */
    const estate = (size: number, title?: string) =>
      Array.from({ length: size }, (_, index) =>
        component(`c${index}`, {
          title,
          dependsOn: [ref('c0'), ref(`c${(index * 7 + 1) % size}`)],
          annotations: { 'compliance/service-tier': `tier-${index % 6}` },
        }),
      );
    const count = async (rules: Rules) =>
      (await statementsOf(knex, () => assess(rules))).length;
    const manyChecks = (amount: number) =>
      rulesOf(
        ...Array.from({ length: amount }, (_, index) =>
          check(`${titled.id}-${index}`, titled.evaluate),
        ),
      );

    it('are as many for 500 entities as for 50, and as many for 100 checks as for 10', async () => {
      const first: number[] = [];
      const second: number[] = [];
      for (const size of [50, 500]) {
        for (const checks of [10, 100]) {
          const rules = manyChecks(checks);
          await mirror([]);
          await mirror(estate(size));
          first.push(await count(rules));
          await mirror(estate(size, 'Titled'));
          second.push(await count(rules));
        }
      }
      expect(new Set(first).size).toBe(1);
      expect(new Set(second).size).toBe(1);
    });

    it('are as many for an edit of something with 400 neighbours as with 4', async () => {
      const rules = builtInRules();
      const edit = async (tx: Knex) => {
        const refs = await lockNeighbourhood(tx, [ref('c0')]);
        const values = { information: { classification: 'restricted' } };
        await tx('profile_edit').insert({
          entity_ref: ref('c0'),
          edited: JSON.stringify({ values }),
        });
        const assessor = new Assessor({ knex, rules, vocabulary });
        await assessor.assessNow(tx, refs, { first: [ref('c0')] });
        return refs.length;
      };
      const countAt = async (size: number) => {
        await knex('profile_edit').delete();
        await mirror([]);
        await mirror(estate(size));
        await assess(rules);
        const statements = await statementsOf(knex, () =>
          expect(knex.transaction(edit)).resolves.toBe(size),
        );
        return statements.length;
      };
      const few = await countAt(5);
      expect(few).toBeLessThanOrEqual(15);
      expect(await countAt(401)).toBe(few);
    });

    it('are at most 12 for each batch of 500, with the built-in checks', async () => {
      const rules = builtInRules();
      await mirror(estate(500));
      const one = await count(rules);
      expect(one).toBeLessThanOrEqual(12);

      await mirror([]);
      await mirror(estate(1500));
      expect(await count(rules)).toBe(3 * one);

      const changed: Check[] = [titled];
      expect(await count(rulesOf(...changed))).toBeLessThanOrEqual(3 * 12);
    });
  });
});
