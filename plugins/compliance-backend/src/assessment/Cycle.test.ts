import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { Rules } from '../checks/Rules';
import { SupplierRisk } from '../dependencies/SupplierRisk';
import { migrate } from '../database/migrate';
import { check, rulesOf, vocabulary } from './__testUtils__/rules';
import { Assessor } from './Assessor';
import { Cycle } from './Cycle';
import { RunStore } from './RunStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const titled = check('titled', ({ entity }) => ({
  status: entity.title ? 'pass' : 'fail',
}));
const expires = check('expires', ({ today }) =>
  today < '2026-06-10'
    ? { status: 'pass', dueOn: '2026-06-10' }
    : { status: 'fail' },
);

describe.each(databases.eachSupportedId())('Cycle, %p', databaseId => {
  let knex: Knex;
  let runs: RunStore;
  let now: Date;
  let entities: Entity[] | 'down';
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    runs = new RunStore(knex);
    now = new Date('2026-06-01T08:00:00Z');
    entities = [component('a'), component('b')];
  });

  const cycleWith = (rules: Rules) => {
    const catalog = catalogServiceMock.mock({
      streamEntities: async function* stream(request) {
        if (entities === 'down') {
          throw new Error('connect ECONNREFUSED');
        }
        yield* catalogServiceMock({ entities }).streamEntities(request);
      },
    });
    const clock = () => now;
    return new Cycle({
      knex,
      mirror: new CatalogMirror({
        knex,
        catalog,
        auth: mockServices.auth(),
        scope: {},
        vocabulary,
      }),
      assessor: new Assessor({ knex, rules, vocabulary, clock }),
      documents: { run: async () => ({ documents: 1, documentProblems: 0 }) },
      supplierRisk: new SupplierRisk({ knex, vocabulary, depth: 3 }),
      runs,
      rules,
      logger,
      events,
      historyRetention: 'P1Y',
      clock,
    });
  };

  const statuses = () =>
    knex('check_result').orderBy(['entity_ref', 'check_id']).pluck('status');

  it('reads the catalog, assesses what is in it and remembers both', async () => {
    await cycleWith(rulesOf(titled)).run();
    expect(await statuses()).toEqual(['fail', 'fail']);
    const at = { startedAt: now.toISOString(), endedAt: now.toISOString() };
    const mirrored = {
      ...at,
      outcome: 'success',
      counts: {
        read: 2,
        added: 2,
        changed: 0,
        removed: 0,
        documents: 1,
        documentProblems: 0,
      },
      brokenChecks: [],
    };
    const assessed = {
      ...at,
      outcome: 'success',
      counts: { assessed: 2, changed: 0, failed: 0 },
      brokenChecks: [],
    };
    await expect(runs.lastRuns()).resolves.toEqual({
      mirror: { last: mirrored, lastSuccess: mirrored },
      assessment: { last: assessed, lastSuccess: assessed },
    });
  });

  it('announces that labels changed, and nothing else', async () => {
    const cycle = cycleWith(rulesOf(titled));
    const announced = async () => {
      events.publish.mockClear();
      await cycle.run();
      return events.publish.mock.calls;
    };
    const once = [[{ topic: 'compliance.labels', eventPayload: {} }]];
    await expect(announced()).resolves.toEqual(once);
    await expect(announced()).resolves.toEqual([]);

    entities = [component('a', { description: 'New.' }), component('b')];
    await expect(announced()).resolves.toEqual([]);
    entities = [component('a', { title: 'Passes' }), component('b')];
    await expect(announced()).resolves.toEqual(once);
    entities = [component('b')];
    await expect(announced()).resolves.toEqual(once);
  });

  it('goes on when that cannot be announced', async () => {
    events.publish.mockRejectedValueOnce(new Error('no connection'));
    await cycleWith(rulesOf(titled)).run();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no connection'),
    );
    expect((await runs.lastRuns()).assessment.last?.outcome).toBe('success');
  });

  it('remembers the days on which everything went well, once each', async () => {
    const days = () => knex('assessed_day').orderBy('day').pluck('day');
    const cycle = cycleWith(rulesOf(titled));
    await cycle.run();
    await cycle.run();
    // Another replica, later that day.
    await cycleWith(rulesOf(titled)).run();
    expect(await days()).toEqual(['2026-06-01']);

    now = new Date('2026-06-02T08:00:00Z');
    const known = entities;
    entities = 'down';
    await expect(cycle.run()).rejects.toThrow('could not be read');
    expect(await days()).toEqual(['2026-06-01']);

    entities = known;
    await cycle.run();
    expect(await days()).toEqual(['2026-06-01', '2026-06-02']);
  });

  it('does not assess when nothing changed', async () => {
    const cycle = cycleWith(rulesOf(titled));
    await cycle.run();
    const before = (await runs.lastRuns()).assessment;
    now = new Date('2026-06-01T08:02:00Z');
    const statements = await statementsOf(knex, () => cycle.run());
    expect(statements.map(sql => sql.replace(/["`]/g, ''))).toEqual([
      expect.stringMatching(/^select .* from entity$/s),
      expect.stringMatching(/^insert into run /),
      expect.stringMatching(/^delete from run /),
      // Whether a risk is left to inherit.
      expect.stringMatching(/^with chain0/),
    ]);
    const lastRuns = await runs.lastRuns();
    expect(lastRuns.mirror.last?.startedAt).toBe(now.toISOString());
    expect(lastRuns.assessment).toEqual(before);
  });

  describe('with suppliers', () => {
    const rules = rulesOf();
    const acme = (risk: string) =>
      component('acme', {
        type: 'supplier',
        annotations: { 'compliance/supplier-residual-risk': risk },
      });
    const services = [
      component('api', { dependsOn: ['component:default/acme'] }),
      component('web', { dependsOn: ['component:default/api'] }),
    ];
    const risks = () => knex('entity').orderBy('name').pluck('supplier_risk');

    it('passes their risk on in the same run, and announces the labels', async () => {
      entities = [acme('low'), ...services];
      const cycle = cycleWith(rules);
      await cycle.run();
      expect(await risks()).toEqual(['low', 'low', 'low']);

      events.publish.mockClear();
      entities = [acme('high'), ...services];
      await cycle.run();
      expect(await risks()).toEqual(['high', 'high', 'high']);
      expect(events.publish).toHaveBeenCalledTimes(1);
    });

    it('makes up for a run that was interrupted', async () => {
      entities = [acme('low'), ...services];
      const cycle = cycleWith(rules);
      await cycle.run();
      await knex('entity')
        .where('name', 'acme')
        .update({ own_supplier_risk: 'high' });
      events.publish.mockClear();
      await cycle.run();
      expect(await risks()).toEqual(['high', 'high', 'high']);
      expect(events.publish).toHaveBeenCalledTimes(1);
    });
  });

  it('assesses what is due when nothing changed', async () => {
    const cycle = cycleWith(rulesOf(expires));
    await cycle.run();
    now = new Date('2026-06-10T00:00:00Z');
    await cycle.run();
    expect(await statuses()).toEqual(['fail', 'fail']);
  });

  it('goes on with what it has when the catalog is down', async () => {
    const cycle = cycleWith(rulesOf(expires));
    await cycle.run();
    const { mirror } = await runs.lastRuns();

    entities = 'down';
    now = new Date('2026-06-10T00:00:00Z');
    await expect(cycle.run()).rejects.toThrow(
      /catalog could not be read.*ECONNREFUSED/,
    );
    expect(await statuses()).toEqual(['fail', 'fail']);
    const lastRuns = await runs.lastRuns();
    expect(lastRuns.mirror.last).toMatchObject({
      startedAt: now.toISOString(),
      outcome: 'failure',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    expect(lastRuns.mirror.lastSuccess).toEqual(mirror.last);
    expect(lastRuns.assessment.last).toMatchObject({
      startedAt: now.toISOString(),
      outcome: 'success',
    });

    entities = [component('a', { title: 'A' })];
    await cycle.run();
    expect(await knex('entity').pluck('name')).toEqual(['a']);
    expect((await runs.lastRuns()).mirror.last?.outcome).toBe('success');
  });

  it('remembers which checks are broken', async () => {
    const broken = check('broken', () => {
      throw new Error('it threw');
    });
    await cycleWith(rulesOf(titled, broken)).run();
    expect((await runs.lastRuns()).assessment.last).toMatchObject({
      outcome: 'success',
      brokenChecks: [{ checkId: 'broken', error: 'it threw', entities: 2 }],
    });
  });

  it('remembers that entities could not be assessed', async () => {
    const rules = rulesOf(titled);
    jest.spyOn(rules, 'score').mockImplementation(() => {
      throw new Error('no score');
    });
    await cycleWith(rules).run();
    expect((await runs.lastRuns()).assessment.last).toMatchObject({
      outcome: 'failure',
      counts: { assessed: 0, failed: 2 },
      error: expect.stringMatching(
        /2 entities.*component:default\/a.*no score/,
      ),
    });
  });

  it('remembers that the assessment failed', async () => {
    const cycle = cycleWith(rulesOf(titled));
    await knex.schema.dropTable('check_result');
    await expect(cycle.run()).rejects.toThrow(/check_result/);
    expect((await runs.lastRuns()).assessment.last).toMatchObject({
      outcome: 'failure',
      error: expect.stringContaining('check_result'),
    });
  });

  it('forgets history that is too old, once a day', async () => {
    const dates = async () =>
      (await knex('check_change').orderBy('id').pluck('changed_at')).map(at =>
        at.slice(0, 10),
      );
    const add = (...changed: string[]) =>
      knex('check_change').insert(
        changed.map(date => ({
          entity_ref: 'component:default/a',
          check_id: 'titled',
          changed_at: `${date}T12:00:00.000Z`,
        })),
      );
    const cycle = cycleWith(rulesOf(titled));
    await add('2025-05-30', '2025-05-31', '2025-06-01', '2026-05-31');
    await cycle.run();
    expect(await dates()).toEqual(['2025-06-01', '2026-05-31']);

    await add('2020-01-01');
    await cycle.run();
    expect(await dates()).toContain('2020-01-01');
    now = new Date('2026-06-02T08:00:00Z');
    await cycle.run();
    expect(await dates()).toEqual(['2026-05-31']);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      cycleWith(rulesOf(titled)).run(controller.signal),
    ).rejects.toThrow(/abort/i);
    expect(await statuses()).toEqual([]);
  });
});
