import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { rulesOf, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { LabelReader } from '../labels/LabelReader';
import { SupplierRisk } from './SupplierRisk';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('SupplierRisk, %p', databaseId => {
  let knex: Knex;
  const rules = rulesOf();

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  const service = (name: string, ...dependencies: string[]) =>
    component(name, { dependsOn: dependencies.map(ref) });

  function supplier(name: string, risk?: string, ...dependencies: string[]) {
    const entity = component(name, {
      dependsOn: dependencies.map(ref),
      annotations: risk ? { 'compliance/supplier-residual-risk': risk } : {},
    });
    return { ...entity, spec: { ...entity.spec, type: 'supplier' } };
  }

  const risk = (depth = 3, batchSize?: number) =>
    new SupplierRisk({ knex, vocabulary, depth, batchSize });

  /** What a cycle does, but for the schedule. */
  async function cycle(entities: Entity[], inherit = risk()) {
    await new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: rules.hash, today: '2026-06-01' });
    await new Assessor({ knex, rules, vocabulary }).run();
    return inherit.update();
  }

  /** As people write it: `web > api > acme: high`. */
  async function chains(): Promise<string[]> {
    const rows = await knex('entity').orderBy('entity_ref');
    return rows.map(row => {
      const path: string[] = JSON.parse(row.supplier_risk_path ?? '[]');
      const names = path.map(entityRef => entityRef.split('/')[1]);
      return names.length > 0
        ? `${names.join(' > ')}: ${row.supplier_risk}`
        : `${row.name}: ${row.supplier_risk}`;
    });
  }

  async function labels(after = 0) {
    const { items } = await new LabelReader(knex).read({ after, limit: 1000 });
    return Object.fromEntries(
      items.map(item => [
        item.entityRef.split('/')[1],
        item.labels?.['compliance/supplier-risk'],
      ]),
    );
  }

  it('inherits the worst residual risk, with the chain that explains it', async () => {
    await cycle([
      service('web', 'api', 'post'),
      service('api', 'acme', 'post'),
      supplier('acme', 'high'),
      supplier('post', 'low'),
      supplier('unassessed'),
      service('alone'),
      service('trusting', 'unassessed', 'alone'),
    ]);
    expect(await chains()).toEqual([
      'acme: high',
      'alone: null',
      'api > acme: high',
      'post: low',
      'trusting: null',
      'unassessed: null',
      'web > api > acme: high',
    ]);
    expect(await labels()).toEqual({
      acme: 'high',
      alone: 'unset',
      api: 'high',
      post: 'low',
      trusting: 'unset',
      unassessed: 'unset',
      web: 'high',
    });
  });

  it('prefers a worse risk to a shorter chain, that to the first by refs, and both to chance', async () => {
    await cycle([
      service('a', 'x', 'p', 'q', 'z-direct'),
      service('p', 'z-1'),
      service('q', 'a-1'),
      service('x', 'y'),
      service('y', 'far'),
      supplier('z-direct', 'high'),
      supplier('a-1', 'high'),
      supplier('z-1', 'high'),
      supplier('far', 'medium'),
      service('b', 'x', 'y'),
      service('c', 'q', 'p'),
      service('d', 'p-', 'p'),
      service('p-', 'z-1'),
    ]);
    const found = await chains();
    expect(found).toContain('a > z-direct: high');
    expect(found).toContain('b > y > far: medium');
    expect(found).toContain('c > p > z-1: high');
    expect(found).toContain('d > p > z-1: high');
  });

  it('counts suppliers only, and their own suppliers', async () => {
    const pretender = component('pretender', {
      annotations: { 'compliance/supplier-residual-risk': 'critical' },
    });
    await cycle([
      pretender,
      service('web', 'pretender', 'reseller'),
      supplier('reseller', 'low', 'source'),
      supplier('source', 'critical'),
    ]);
    expect(await chains()).toEqual([
      'pretender: null',
      'reseller > source: critical',
      'source: critical',
      'web > reseller > source: critical',
    ]);
    expect(
      await knex('entity').orderBy('name').pluck('own_supplier_risk'),
    ).toEqual([null, 'low', 'critical', null]);
  });

  it('looks as far as it is told to', async () => {
    const line = [
      service('s5', 's4'),
      service('s4', 's3'),
      service('s3', 's2'),
      service('s2', 's1'),
      service('s1', 'acme'),
      supplier('acme', 'high'),
    ];
    for (const depth of [1, 3, 5, 2]) {
      await cycle(line, risk(depth));
      const risky = await knex('entity')
        .whereNotNull('supplier_risk')
        .orderBy('name')
        .pluck('name');
      expect(risky).toEqual(
        ['acme', 's1', 's2', 's3', 's4', 's5'].slice(0, depth + 1),
      );
    }
  });

  it('ends in cycles', async () => {
    await cycle([
      service('a', 'b', 'a'),
      service('b', 'c'),
      service('c', 'a', 'acme'),
      supplier('acme', 'medium', 'b'),
    ]);
    expect(await chains()).toEqual([
      'a > b > c > acme: medium',
      'acme: medium',
      'b > c > acme: medium',
      'c > acme: medium',
    ]);
  });

  it('follows every change within one run, three steps away', async () => {
    const estate = (...suppliers: Entity[]) => [
      service('web', 'bff'),
      service('bff', 'api'),
      service('api', 'acme'),
      service('other'),
      ...suppliers,
    ];
    await cycle(estate(supplier('acme', 'low')));
    const { revision } = await knex('label_feed').first();

    await expect(cycle(estate(supplier('acme', 'critical')))).resolves.toEqual({
      labels: 4,
    });
    expect(await labels(Number(revision))).toEqual({
      acme: 'critical',
      api: 'critical',
      bff: 'critical',
      web: 'critical',
    });
    expect((await chains()).at(-1)).toBe('web > bff > api > acme: critical');

    // It stays in the catalog, but is no supplier any more.
    await cycle(estate(service('acme')));
    expect(new Set(Object.values(await labels()))).toEqual(new Set(['unset']));

    await cycle(estate(supplier('acme', 'high')));
    expect((await labels()).web).toBe('high');
    await cycle([
      ...estate(supplier('acme', 'high')).slice(1),
      service('web', 'other'),
    ]);
    expect(await labels()).toMatchObject({ web: 'unset', bff: 'high' });
    await cycle(estate(supplier('acme', 'high')));
    expect((await labels()).web).toBe('high');

    // It is gone.
    await cycle(estate());
    expect(await labels()).toMatchObject({ web: 'unset', api: 'unset' });
    expect(await chains()).toContain('web: null');
  });

  it('publishes nothing when nothing changed, and knows when it is behind', async () => {
    const estate = [service('web', 'acme'), supplier('acme', 'high')];
    await cycle(estate);
    await expect(risk().isBehind()).resolves.toBe(false);
    await expect(cycle(estate)).resolves.toEqual({ labels: 0 });
    expect(await statementsOf(knex, () => risk().update())).toHaveLength(1);

    await knex('entity').update({ dirty: true });
    await new Assessor({ knex, rules, vocabulary }).run();
    await expect(risk().isBehind()).resolves.toBe(false);

    await knex('entity')
      .where('name', 'acme')
      .update({ own_supplier_risk: 'low' });
    await expect(risk().isBehind()).resolves.toBe(true);
    await risk().update();
    await expect(risk().isBehind()).resolves.toBe(false);
    expect(await labels()).toEqual({ acme: 'low', web: 'low' });
  });

  it('brings what depends on some suppliers up to date, a batch at most', async () => {
    await cycle([
      service('web', 'api'),
      service('api', 'acme'),
      service('shop', 'post'),
      supplier('acme', 'low'),
      supplier('post', 'low'),
    ]);
    await knex('entity')
      .whereNotNull('own_supplier_risk')
      .update({ own_supplier_risk: 'high' });
    await expect(risk(3, 2).updateFrom([ref('acme')])).resolves.toEqual({
      labels: 2,
    });
    expect(await labels()).toMatchObject({
      acme: 'high',
      api: 'high',
      web: 'low',
      shop: 'low',
    });
    await risk().updateFrom([ref('acme')]);
    expect(await labels()).toMatchObject({ web: 'high', shop: 'low' });
    await expect(risk().update()).resolves.toEqual({ labels: 2 });
    expect(new Set(Object.values(await labels()))).toEqual(new Set(['high']));
  });

  it('is right in the end when all happens at once', async () => {
    const levels = ['low', 'medium', 'high', 'critical'];
    const estate = [
      ...Array.from({ length: 30 }, (_, index) =>
        service(`s${index}`, `s${(index * 7 + 3) % 30}`, `v${(index * 5) % 8}`),
      ),
      ...Array.from({ length: 8 }, (_, index) =>
        supplier(`v${index}`, levels[index % 4]),
      ),
    ];
    await cycle(estate);
    const change = (index: number, level: string) =>
      knex('entity')
        .where('name', `v${index}`)
        .update({ own_supplier_risk: level })
        .then(() => risk().updateFrom([ref(`v${index}`)]));
    for (let round = 0; round < 4; round++) {
      await Promise.all([
        ...levels.map((_, index) => change(index, levels[(index + round) % 4])),
        ...levels.map((_, index) =>
          change(index, levels[(index + round + 1) % 4]),
        ),
        risk(3, 3).update(),
      ]);
    }
    await risk().update();
    await expect(risk().isBehind()).resolves.toBe(false);
    const rows = await knex('entity').select('name', 'supplier_risk');
    const inLabels = await labels();
    for (const row of rows) {
      expect([row.name, inLabels[row.name]]).toEqual([
        row.name,
        row.supplier_risk ?? 'unset',
      ]);
    }
  });

  it('sends as many statements for 500 entities as for 10', async () => {
    const estate = (size: number, level: string) => [
      ...Array.from({ length: size - 1 }, (_, index) =>
        service(`s${index}`, 'acme', `s${(index * 7) % size}`),
      ),
      supplier('acme', level),
    ];
    const counts: number[] = [];
    for (const size of [10, 500]) {
      await cycle([]);
      await cycle(estate(size, 'low'));
      await cycle(estate(size, 'high'), risk(3, 1));
      await knex('entity')
        .where('name', 'acme')
        .update({ own_supplier_risk: 'critical' });
      const statements = await statementsOf(knex, () =>
        expect(risk().update()).resolves.toEqual({ labels: size }),
      );
      counts.push(statements.length);
    }
    expect(counts[0]).toBeLessThanOrEqual(8);
    expect(counts[1]).toBe(counts[0]);
  });
});
