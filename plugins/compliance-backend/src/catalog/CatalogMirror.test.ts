import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { defaultVocabulary } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import { LabelReader } from '../labels/LabelReader';
import { LabelStore } from '../labels/LabelStore';
import { component } from './__testUtils__/component';
import { CatalogMirror } from './CatalogMirror';
import { MirroredEntity } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('CatalogMirror, %p', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  const team: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-a', namespace: 'default' },
    spec: { type: 'team', children: [] },
  };

  const runOn = (catalog: CatalogService) =>
    new CatalogMirror({
      knex,
      catalog,
      auth: mockServices.auth(),
      scope: { kind: { $in: ['Component', 'Resource'] } },
      vocabulary: defaultVocabulary,
      clock: () => new Date('2026-06-01T08:00:00Z'),
    }).run({ rulesHash: 'rules', today: '2026-06-01' });

  const run = (...entities: Entity[]) =>
    runOn(catalogServiceMock({ entities: [team, ...entities] }));

  /** As the assessment leaves the entities behind. */
  const assess = () =>
    knex('entity').update({
      dirty: false,
      rules_hash: 'rules',
      score: 80,
      assessed_at: '2026-05-31T00:00:00.000Z',
    });

  const dirty = () =>
    knex('entity').where({ dirty: true }).orderBy('name').pluck('name');

  const factsOf = async (entityRef: string): Promise<MirroredEntity> => {
    const row = await knex('entity_facts')
      .where({ entity_ref: entityRef })
      .first();
    return JSON.parse(row.facts);
  };

  const propertiesOf = async (entityRef: string) => {
    const rows = await knex('entity_property').where({ entity_ref: entityRef });
    return Object.fromEntries(
      rows.map(({ property, value }) => [property, value]),
    );
  };

  it('copies the entities in scope', async () => {
    await expect(
      run(
        component('web', {
          title: 'Wéb 🌍',
          type: 'website',
          owners: ['group:default/team-a'],
          system: 'system:default/shop',
          dependsOn: ['component:default/api', 'resource:default/gone'],
          labels: { Tier: 'One' },
        }),
        component('api', { namespace: 'retail' }),
        { ...component('lone'), kind: 'User' },
      ),
    ).resolves.toEqual({
      read: 2,
      added: 2,
      changed: 0,
      removed: 0,
      unlabelled: 0,
      pending: true,
    });

    const [api, web] = await knex('entity').orderBy('name');
    expect(api).toMatchObject({
      entity_ref: 'component:retail/api',
      namespace: 'retail',
      owner: null,
      system: null,
    });
    expect(web).toMatchObject({
      entity_ref: 'component:default/web',
      kind: 'Component',
      title: 'Wéb 🌍',
      search_text: 'web wéb 🌍',
      type: 'website',
      owner: 'group:default/team-a',
      system: 'system:default/shop',
      rules_hash: null,
      assessed_at: null,
    });
    expect(await factsOf(web.entity_ref)).toMatchObject({
      labels: { Tier: 'One' },
    });
    expect(await propertiesOf(web.entity_ref)).toMatchObject({
      'metadata.labels.tier': 'one',
    });
    expect(await dirty()).toEqual(['api', 'web']);
    expect(await knex('entity_owner').select()).toEqual([
      {
        entity_ref: 'component:default/web',
        owner_ref: 'group:default/team-a',
      },
    ]);
    expect(
      await knex('entity_dependency').orderBy('target_ref').pluck('target_ref'),
    ).toEqual(['component:default/api', 'resource:default/gone']);
  });

  it('writes nothing and has nothing pending when nothing changed', async () => {
    const entities = [component('a'), component('b')];
    await run(...entities);
    await assess();
    let result;
    const statements = await statementsOf(knex, async () => {
      result = await run(...entities);
    });
    expect(result).toEqual({
      read: 2,
      added: 0,
      changed: 0,
      removed: 0,
      unlabelled: 0,
      pending: false,
    });
    expect(statements).toEqual([expect.stringMatching(/^select/)]);
  });

  it.each([
    ['a verdict is due', { due_on: '2026-06-01' }, true],
    ['a verdict is due tomorrow', { due_on: '2026-06-02' }, false],
    ['the rules are others', { rules_hash: 'older rules' }, true],
    ['it was never assessed', { rules_hash: null }, true],
    ['an assessment failed', { dirty: true }, true],
  ])(
    'tells whether there is something to assess: %s',
    async (_, row, pending) => {
      await run(component('a'));
      await assess();
      await knex('entity').update(row);
      await expect(run(component('a'))).resolves.toMatchObject({ pending });
    },
  );

  it('updates what changed and keeps its score until it is assessed', async () => {
    await run(component('a', { owners: ['group:default/team-a'] }));
    await assess();
    await expect(
      run(component('a', { description: 'New.' }), component('b')),
    ).resolves.toEqual({
      read: 2,
      added: 1,
      changed: 1,
      removed: 0,
      unlabelled: 0,
      pending: true,
    });
    const row = await knex('entity').where({ name: 'a' }).first();
    expect(row).toMatchObject({ owner: null, score: 80 });
    expect(await factsOf('component:default/a')).toMatchObject({
      description: 'New.',
    });
    expect(await knex('entity_owner')).toEqual([]);
  });

  it('marks the neighbours of what changed, by old and by new dependencies', async () => {
    const on = (...names: string[]) => ({
      dependsOn: names.map(name => `component:default/${name}`),
    });
    const others = [
      component('consumer', on('changed')),
      component('further-consumer', on('consumer')),
      component('new-dependency', on('further-dependency')),
      component('old-dependency'),
      component('further-dependency'),
    ];
    await run(...others, component('changed', on('old-dependency')));
    await assess();
    await run(...others, component('changed', on('new-dependency')));
    expect(await dirty()).toEqual([
      'changed',
      'consumer',
      'new-dependency',
      'old-dependency',
    ]);
    expect(
      await knex('entity_dependency')
        .where({ source_ref: 'component:default/changed' })
        .pluck('target_ref'),
    ).toEqual(['component:default/new-dependency']);
  });

  it('copes with cycles', async () => {
    const on = (name: string) => ({ dependsOn: [`component:default/${name}`] });
    await run(component('a', on('b')), component('b', on('a')));
    await assess();
    await run(component('a', on('a')), component('b', on('a')));
    expect(await dirty()).toEqual(['a', 'b']);
  });

  it('removes what the catalog no longer has with all that belongs to it', async () => {
    const on = { dependsOn: ['component:default/gone'] };
    const gone = component('gone', {
      owners: ['group:default/team-a'],
      dependsOn: ['component:default/dependency'],
    });
    const others = [
      component('consumer', on),
      component('dependency'),
      component('other'),
    ];
    await run(gone, ...others);
    await assess();
    for (const entity_ref of [
      'component:default/gone',
      'component:default/other',
    ]) {
      const check = { entity_ref, check_id: 'c' };
      await knex('check_result').insert({
        ...check,
        status: 'pass',
        finding: '',
        expected: '',
        upcoming: false,
        since: '',
      });
      await knex('check_change').insert({ ...check, changed_at: '' });
    }

    await expect(run(...others)).resolves.toMatchObject({
      removed: 1,
      pending: true,
    });
    expect(await knex('entity').orderBy('name').pluck('name')).toEqual([
      'consumer',
      'dependency',
      'other',
    ]);
    expect(await dirty()).toEqual(['consumer', 'dependency']);
    expect(await knex('entity_owner')).toEqual([]);
    for (const table of ['entity_facts', 'entity_property']) {
      const refs = await knex(table).pluck('entity_ref');
      expect(refs).toContain('component:default/other');
      expect(refs).not.toContain('component:default/gone');
    }
    for (const table of ['check_result', 'check_change']) {
      expect(await knex(table).pluck('entity_ref')).toEqual([
        'component:default/other',
      ]);
    }
    // The consumer goes on to declare it.
    expect(await knex('entity_dependency').pluck('source_ref')).toEqual([
      'component:default/consumer',
    ]);
  });

  it('keeps what was entered in the portal, and says that the labels are gone', async () => {
    await run(component('gone'), component('never-labelled'));
    await assess();
    await new LabelStore(knex).publish([
      { entityRef: 'component:default/gone', labels: { a: 'b' } },
    ]);
    const edit = { entity_ref: 'component:default/gone', edited: '{}' };
    await knex('profile_edit').insert(edit);
    await knex('profile_revision').insert({
      entity_ref: 'component:default/gone',
      revision: 1,
      source: 'portal',
      action: 'edit',
      changed_at: '',
      changes: '[]',
    });

    await expect(run()).resolves.toMatchObject({ removed: 2, unlabelled: 1 });
    expect(await knex('profile_edit')).toEqual([edit]);
    expect(await knex('profile_revision')).toHaveLength(1);
    await expect(
      new LabelReader(knex).read({ after: 1, limit: 10 }),
    ).resolves.toMatchObject({
      items: [
        { entityRef: 'component:default/gone', labels: null, revision: 2 },
      ],
    });
  });

  describe('changes in Git', () => {
    const declaring = (name: string, annotations: Record<string, string>) =>
      component(name, { annotations });
    const revisions = async () => {
      const rows = await knex('profile_revision').orderBy([
        'entity_ref',
        'revision',
      ]);
      return rows.map(row => [
        row.entity_ref,
        row.revision,
        JSON.parse(row.changes),
      ]);
    };

    it('are recorded for entities that are known', async () => {
      await run(
        declaring('a', {
          'compliance/service-tier': 'tier-1',
          'compliance/rto': '4 hours',
        }),
        declaring('b', { 'compliance/rto': 'PT4H' }),
        component('c'),
      );
      expect(await revisions()).toEqual([]);

      await run(
        declaring('a', {
          'compliance/service-tier': 'tier-2',
          'compliance/rto': 'PT4H',
        }),
        declaring('b', { 'compliance/rto': 'PT4H', other: 'x' }),
        component('c', { title: 'New' }),
        declaring('d', { 'compliance/rto': 'PT4H' }),
      );
      expect(await revisions()).toEqual([
        [
          'component:default/a',
          1,
          [
            {
              field: 'serviceLevel.tier',
              before: 'tier-1',
              after: 'tier-2',
            },
            { field: 'continuity.rto', after: 'PT4H' },
          ],
        ],
      ]);
      expect(await knex('profile_revision').first()).toMatchObject({
        source: 'git',
        action: 'declare',
        author: null,
        changed_at: '2026-06-01T08:00:00.000Z',
      });

      await run(component('a'), component('b'), component('c'));
      expect(
        (await revisions()).map(([ref, revision]) => [ref, revision]),
      ).toEqual([
        ['component:default/a', 1],
        ['component:default/a', 2],
        ['component:default/b', 1],
      ]);
    });

    it('need as many statements for 500 entities as for 5', async () => {
      const estate = (size: number, tier: string) =>
        Array.from({ length: size }, (_, index) =>
          declaring(`c${index}`, { 'compliance/service-tier': tier }),
        );
      const counts: number[] = [];
      for (const size of [5, 500]) {
        await run(...estate(size, 'tier-1'));
        const statements = await statementsOf(knex, () =>
          run(...estate(size, 'tier-2')),
        );
        counts.push(statements.length);
      }
      expect(counts[1]).toBe(counts[0]);
      expect(counts[0]).toBeLessThanOrEqual(14);
    });
  });

  it('notices that an owner is missing, and that it is there again', async () => {
    const entity = component('a', {
      owners: ['group:default/team-a', 'group:default/ghosts'],
    });
    const missing = async () =>
      (await factsOf('component:default/a')).missingOwners;

    await run(entity);
    expect(await missing()).toEqual(['group:default/ghosts']);
    await assess();

    const ghosts = {
      ...team,
      metadata: { name: 'ghosts', namespace: 'default' },
    };
    await expect(run(entity, ghosts)).resolves.toMatchObject({ changed: 1 });
    expect(await missing()).toEqual([]);
    expect(await dirty()).toEqual(['a']);
  });

  it('counts an entity once that the catalog yields twice', async () => {
    const twice = [component('a'), component('A'), component('b')];
    await expect(run(...twice)).resolves.toMatchObject({ read: 2, added: 2 });
    const pages = catalogServiceMock.mock({
      streamEntities: async function* stream() {
        yield [component('a')];
        yield [];
        yield [component('b'), component('a', { title: 'Changed meanwhile' })];
      },
    });
    await expect(runOn(pages)).resolves.toMatchObject({
      read: 2,
      changed: 0,
      removed: 0,
    });
  });

  it('keeps what it has when the catalog is down', async () => {
    await run(component('a'), component('b'));
    await assess();
    const down = catalogServiceMock.mock({
      streamEntities: () => {
        throw new Error('connect ECONNREFUSED');
      },
    });
    await expect(runOn(down)).rejects.toThrow('ECONNREFUSED');
    expect(await knex('entity').pluck('score')).toEqual([80, 80]);
  });

  it('removes nothing when the catalog fails half way', async () => {
    await run(component('a'), component('b'));
    await assess();
    const failing = catalogServiceMock.mock({
      streamEntities: async function* stream() {
        yield [component('a', { title: 'New' })];
        throw new Error('socket hang up');
      },
    });
    await expect(runOn(failing)).rejects.toThrow('socket hang up');
    expect(await knex('entity').orderBy('name').pluck('name')).toEqual([
      'a',
      'b',
    ]);
    expect(await dirty()).toEqual(['a']);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const catalog = catalogServiceMock.mock({
      streamEntities: async function* stream() {
        yield [component('a')];
        controller.abort();
        yield [component('b')];
      },
    });
    const mirror = new CatalogMirror({
      knex,
      catalog,
      auth: mockServices.auth(),
      scope: {},
      vocabulary: defaultVocabulary,
    });
    await expect(
      mirror.run({ rulesHash: '', today: '', signal: controller.signal }),
    ).rejects.toThrow(/abort/i);
    expect(await knex('entity').pluck('name')).toEqual(['a']);
  });

  it('takes metadata that is odd but legal', async () => {
    const odd = component('odd', {
      title: `zero \u0000 half \ud83d ${'長'.repeat(1000)}`,
      description: 'x'.repeat(100_000),
      type: 't'.repeat(1000),
      labels: { constructor: 'x', __proto__x: 'y' },
      dependsOn: [`component:default/${'d'.repeat(500)}`],
    });
    await expect(run(odd)).resolves.toMatchObject({ added: 1 });
    await assess();
    await expect(run(odd)).resolves.toMatchObject({ changed: 0 });
  });

  it('sends as many statements for a page of 500 as for one of 5', async () => {
    const estate = (size: number, title: string) =>
      Array.from({ length: size }, (_, index) =>
        component(`c${index}`, {
          title,
          owners: [`group:default/team-${index % 7}`],
          dependsOn: [`component:default/c${(index * 31 + 1) % size}`],
        }),
      );
    const count = async (size: number, title: string) => {
      const statements = await statementsOf(knex, () =>
        run(...estate(size, title)),
      );
      return statements.length;
    };
    const added = await count(5, 'Old');
    const changed = await count(5, 'New');
    expect(added).toBeLessThanOrEqual(14);
    expect(changed).toBe(added);
    await run();
    expect(await count(500, 'Old')).toBe(added);
    expect(await count(500, 'New')).toBe(changed);

    const removal = (await statementsOf(knex, () => run())).length;
    await run(...estate(5, 'Old'));
    expect((await statementsOf(knex, () => run())).length).toBe(removal);
  });

  it('knows the domain of a system that is not in scope', async () => {
    const system = (
      name: string,
      ...relations: [string, string][]
    ): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name, namespace: 'default' },
      relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
    });
    const shop = system(
      'shop',
      ['hasPart', 'component:default/a'],
      ['partOf', 'domain:default/retail'],
    );
    const entities = [
      component('a', { system: 'system:default/shop' }),
      component('b', { system: 'system:default/lone' }),
      component('c', { system: 'system:default/gone' }),
      component('d'),
    ];
    const domains = () => knex('entity').orderBy('name').pluck('domain');

    await run(shop, system('lone'), ...entities);
    expect(await domains()).toEqual([
      'domain:default/retail',
      null,
      null,
      null,
    ]);
    await expect(
      run(
        system('shop', ['partOf', 'domain:default/payments']),
        system('lone'),
        ...entities,
      ),
    ).resolves.toMatchObject({ changed: 1 });
    expect(await domains()).toEqual([
      'domain:default/payments',
      null,
      null,
      null,
    ]);
  });

  it('asks for the systems of a page at once, and for none twice', async () => {
    const asked: string[][] = [];
    const pages = catalogServiceMock.mock({
      streamEntities: async function* stream() {
        yield ['x', 'y', 'x'].map((system, index) =>
          component(`a${index}`, { system: `system:default/${system}` }),
        );
        yield ['x', 'z'].map((system, index) =>
          component(`b${index}`, { system: `system:default/${system}` }),
        );
      },
      getEntitiesByRefs: async ({ entityRefs }) => {
        asked.push(entityRefs);
        return { items: entityRefs.map(() => undefined) };
      },
    });
    await runOn(pages);
    expect(asked).toEqual([
      ['system:default/x', 'system:default/y'],
      ['system:default/z'],
    ]);
  });

  it('asks for the owners of a page at once', async () => {
    const catalog = catalogServiceMock({ entities: [team] });
    const asked: string[][] = [];
    const pages = catalogServiceMock.mock({
      streamEntities: async function* stream() {
        yield [
          component('a', { owners: ['group:default/team-a'] }),
          component('b', { owners: ['group:default/team-b'] }),
        ];
        yield [component('c', { owners: ['group:default/team-a'] })];
        yield [component('d', { owners: ['group:default/team-d'] })];
      },
      getEntitiesByRefs: async request => {
        asked.push(request.entityRefs);
        return catalog.getEntitiesByRefs(request);
      },
    });
    await runOn(pages);
    expect(asked).toEqual([
      ['group:default/team-a', 'group:default/team-b'],
      ['group:default/team-d'],
    ]);
  });
});
