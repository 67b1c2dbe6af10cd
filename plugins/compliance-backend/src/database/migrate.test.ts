import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { connect } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');

const up = (knex: Knex) => knex.migrate.up({ directory });
const down = (knex: Knex) => knex.migrate.down({ directory });

describe.each(databases.eachSupportedId())('migrations, %p', databaseId => {
  let knex: Knex;

  const hasTables = (...names: string[]) =>
    Promise.all(names.map(name => knex.schema.hasTable(name)));

  /** Applies all migrations up to the one before this. */
  const upBefore = async (next: string) => {
    for (const name of (await readdir(directory)).sort()) {
      if (name === next) {
        return;
      }
      await up(knex);
    }
  };

  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });

  it('creates the tables, which keep what is written, and removes them', async () => {
    await up(knex);

    const longRef = `component:${'n'.repeat(63)}/${'x'.repeat(63)}`;
    await knex('entity').insert({
      entity_ref: longRef,
      kind: 'Component',
      namespace: 'n'.repeat(63),
      name: 'x'.repeat(63),
      title: '支払い 💳'.repeat(100),
      search_text: '支払い 💳',
      type: 't'.repeat(255),
      facts: '{}',
      facts_hash: 'h'.repeat(43),
      search: '{}',
      dirty: true,
      score: 66.7,
    });
    await knex('entity_owner').insert({
      entity_ref: longRef,
      owner_ref: 'group:default/a',
    });
    await knex('entity_dependency').insert(
      ['dependsOn', 'consumesApi'].map(type => ({
        source_ref: longRef,
        target_ref: 'api:default/b',
        type,
      })),
    );
    await knex('check_result').insert({
      entity_ref: longRef,
      check_id: 'c',
      status: 'not-applicable',
      finding: 'f',
      expected: 'e',
      upcoming: false,
      since: '2026-01-01T00:00:00.000Z',
    });
    await knex('check_change').insert({
      entity_ref: longRef,
      check_id: 'c',
      changed_at: '2026-01-01T00:00:00.000Z',
    });
    await knex('run').insert({
      task: 'assessment',
      started_at: '2026-01-01T00:00:00.000Z',
      ended_at: '2026-01-01T00:00:00.000Z',
      outcome: 'failure',
      counts: '{}',
      broken_checks: '[]',
    });

    await expect(knex('entity').first()).resolves.toMatchObject({
      score: 66.7,
      open_findings: 0,
      rules_hash: null,
      assessed_at: null,
    });
    await expect(
      knex('entity_owner').insert({
        entity_ref: longRef,
        owner_ref: 'group:default/a',
      }),
    ).rejects.toThrow(/unique|duplicate/i);

    await down(knex);
    expect(
      await hasTables(
        'entity',
        'entity_owner',
        'entity_dependency',
        'check_result',
        'check_change',
        'run',
      ),
    ).toEqual([false, false, false, false, false, false]);
  });

  it('adds edited profiles and labels to what is there, and removes them', async () => {
    const added = [
      'profile_edit',
      'profile_revision',
      'entity_label',
      'label_feed',
    ];
    await up(knex);
    const before = {
      entity_ref: 'component:default/a',
      kind: 'Component',
      namespace: 'default',
      name: 'a',
      search_text: 'a',
      facts: '{}',
      facts_hash: '',
      search: '{}',
      dirty: false,
      score: 66.7,
    };
    await knex('entity').insert(before);

    await up(knex);
    const entity = await knex('entity').first();
    expect(entity).toMatchObject({
      score: 66.7,
      progress: null,
      missing: null,
      gain: null,
      gain_per_field: null,
    });
    expect(Boolean(entity.dirty)).toBe(true);
    const feeds = await knex('label_feed');
    expect(feeds).toHaveLength(1);
    expect(feeds[0].id).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number(feeds[0].revision)).toBe(0);

    const ref = { entity_ref: before.entity_ref };
    await knex('profile_edit').insert({ ...ref, edited: 'x'.repeat(100_000) });
    const revision = {
      ...ref,
      revision: 1,
      source: 'portal',
      action: 'edit',
      author: 'user:default/jo',
      changed_at: '2026-01-01T00:00:00.000Z',
      changes: '[]',
    };
    await knex('profile_revision').insert(revision);
    await expect(knex('profile_revision').insert(revision)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await knex('entity_label').insert({ ...ref, revision: 2 ** 40 });
    await expect(
      knex('entity_label').insert({ entity_ref: 'b', revision: 2 ** 40 }),
    ).rejects.toThrow(/unique|duplicate/i);

    await down(knex);
    expect(await hasTables(...added)).toEqual([false, false, false, false]);
    expect(await knex.schema.hasColumn('entity', 'progress')).toBe(false);
    expect(await knex('entity').first()).toMatchObject({ score: 66.7 });

    await up(knex);
    expect(await hasTables(...added)).toEqual([true, true, true, true]);
    expect((await knex('label_feed').first()).id).not.toBe(feeds[0].id);
  });

  it('adds values of profiles and domains, and removes them', async () => {
    await upBefore('20261122130000_entity_field.js');
    await knex('entity').insert({
      entity_ref: 'component:default/a',
      kind: 'Component',
      namespace: 'default',
      name: 'a',
      search_text: 'a',
      facts: '{}',
      facts_hash: '',
      search: '{}',
      dirty: false,
    });
    await up(knex);
    const entity = await knex('entity').first();
    expect(entity).toMatchObject({ domain: null, fields_hash: null });
    expect(Boolean(entity.dirty)).toBe(true);
    const row = {
      entity_ref: `component:${'n'.repeat(63)}/${'x'.repeat(63)}`,
      field: 'supplier.certifications.validUntil',
      // As long as values can be, and hard to compress.
      value: Array.from({ length: 500 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
      ).join(''),
    };
    await knex('entity_field').insert(row);
    await expect(knex('entity_field').insert(row)).rejects.toThrow(
      /unique|duplicate/i,
    );

    await down(knex);
    expect(await hasTables('entity_field', 'entity')).toEqual([false, true]);
    expect(await knex('entity').first()).not.toHaveProperty('domain');
    await up(knex);
  });

  it('adds what is known of suppliers, and removes it', async () => {
    await upBefore('20261122140000_supplier_risk.js');
    await knex('entity').insert({
      entity_ref: 'component:default/a',
      kind: 'Component',
      namespace: 'default',
      name: 'a',
      search_text: 'a',
      facts: '{}',
      facts_hash: '',
      search: '{}',
      dirty: false,
      supplier_risk: 'high',
    });
    await up(knex);
    const entity = await knex('entity').first();
    expect(entity).toMatchObject({
      supplier_risk: 'high',
      own_supplier_risk: null,
      supplier_risk_path: null,
      supplier_criticality: null,
      next_assessment_on: null,
      contract_ends_on: null,
    });
    expect(Boolean(entity.is_supplier)).toBe(false);
    expect(Boolean(entity.dirty)).toBe(true);

    await down(knex);
    const after = await knex('entity').first();
    expect(after).not.toHaveProperty('is_supplier');
    // The column means the risk of the entity itself again.
    expect(Boolean(after.dirty)).toBe(true);
    await up(knex);
  });

  it('adds the history of scores and the states of facets, and removes them', async () => {
    const before = {
      entity_ref: 'component:default/a',
      kind: 'Component',
      namespace: 'default',
      name: 'a',
      search_text: 'a',
      facts: '{}',
      facts_hash: '',
      search: '{}',
      dirty: false,
    };
    await upBefore('20261122150000_score_history.js');
    await knex('entity').insert(before);
    await up(knex);
    const entity = await knex('entity').first();
    expect(entity).toMatchObject({
      service_level_state: null,
      information_state: null,
      continuity_state: null,
      supplier_state: null,
      open_checks: null,
    });
    expect(Boolean(entity.dirty)).toBe(true);
    const change = {
      changed_on: '2026-06-01',
      entity_ref: before.entity_ref,
      to_score: 66.7,
      to_findings: 3,
      to_unclassified: 1,
    };
    await knex('score_change').insert(change);
    await expect(knex('score_change').insert(change)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await knex('assessed_day').insert({ day: '2026-06-01' });

    await down(knex);
    expect(await hasTables('score_change', 'assessed_day')).toEqual([
      false,
      false,
    ]);
    expect(await knex.schema.hasColumn('entity', 'open_checks')).toBe(false);
    expect(await knex('entity').first()).toMatchObject({ name: 'a' });
  });

  it('moves the facts into a table of their own, and back', async () => {
    await upBefore('20261122160000_entity_facts.js');
    const facts = JSON.stringify({ title: "支払い 💳 'quoted'" });
    const search = { 'metadata.labels.tier': 'gold', 'metadata.title': null };
    const parsed = (value: unknown) =>
      typeof value === 'string' ? JSON.parse(value) : value;
    await knex('entity').insert({
      entity_ref: 'component:default/a',
      kind: 'Component',
      namespace: 'default',
      name: 'a',
      search_text: 'a',
      facts,
      facts_hash: 'h',
      search: JSON.stringify(search),
      dirty: false,
      score: 66.7,
    });

    await up(knex);
    const moved = await knex('entity_facts').first();
    expect(moved).toEqual({ entity_ref: 'component:default/a', facts });
    expect(await knex('entity_property').orderBy('property')).toEqual(
      Object.entries(search).map(([property, value]) => ({
        entity_ref: 'component:default/a',
        property,
        value,
      })),
    );
    const entity = await knex('entity').first();
    expect(entity).toMatchObject({
      facts_hash: 'h',
      score: 66.7,
      coverage: null,
    });
    expect(entity).not.toHaveProperty('facts');
    expect(entity).not.toHaveProperty('search');
    expect(Boolean(entity.in_sms_scope)).toBe(true);
    expect(Boolean(entity.in_isms_scope)).toBe(true);
    expect(Boolean(entity.dirty)).toBe(true);

    await down(knex);
    expect(await hasTables('entity_facts', 'entity_property')).toEqual([
      false,
      false,
    ]);
    const back = await knex('entity').first();
    expect(back).toMatchObject({ facts, facts_hash: 'h', score: 66.7 });
    expect(parsed(back.search)).toEqual(search);
    expect(back).not.toHaveProperty('coverage');
    await expect(knex('entity').update({ facts: null })).rejects.toThrow(
      /null/i,
    );
    await up(knex);
    expect(await knex('entity_facts')).toHaveLength(1);
  });

  it('adds the register of documents, and removes it', async () => {
    await upBefore('20261122170000_documents.js');
    await up(knex);
    const document = {
      id: `resource:${'n'.repeat(63)}:${'x'.repeat(63)}`,
      source: 'catalog',
      declared_by: `resource:${'n'.repeat(63)}/${'x'.repeat(63)}`,
      // As long as clauses make it.
      declared: JSON.stringify({ title: '書'.repeat(20_000) }),
      problems: null,
      edited: null,
      revision: 1,
      changed_at: null,
      changed_by: null,
    };
    await knex('document').insert(document);
    expect(await knex('document').first()).toEqual(document);
    await expect(knex('document').insert(document)).rejects.toThrow(
      /unique|duplicate/i,
    );
    await down(knex);
    expect(await hasTables('document')).toEqual([false]);
    await up(knex);
  });

  it('goes up and down through every version', async () => {
    const versions = (await readdir(directory)).sort();
    for (let round = 0; round < 2; round++) {
      for (const name of versions) {
        await up(knex);
        const [done] = await knex.migrate.list({ directory });
        expect(done.at(-1)).toMatchObject({ name });
      }
      for (let left = versions.length; left > 0; left--) {
        await down(knex);
      }
      expect(await hasTables('entity')).toEqual([false]);
    }
  });
});

describe('connect', () => {
  const service = async (databaseId: TestDatabaseId, skip: boolean) =>
    mockServices.database({
      knex: await databases.init(databaseId),
      migrations: { skip },
    });

  it('creates the tables unless the migrations are left to somebody else', async () => {
    const migrated = await connect(await service('SQLITE_3', false));
    expect(await migrated.schema.hasTable('entity')).toBe(true);

    const skipped = await connect(await service('SQLITE_3', true));
    expect(await skipped.schema.hasTable('entity')).toBe(false);
  });
});
