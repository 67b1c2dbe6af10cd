import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  LABELS_TOPIC,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { statementsOf } from '../__testUtils__/statementsOf';
import { builtInRules, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { SupplierRisk } from '../dependencies/SupplierRisk';
import { accessTo } from '../permissions/Access';
import { ResultExplainer } from '../reporting/ResultExplainer';
import { Announcer } from './Announcer';
import { Edit, replaceGroup } from './edits';
import { onlyFor } from './precondition';
import { Previewer } from './Previewer';
import { ProfileEditor } from './ProfileEditor';
import { readHistory } from './readHistory';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ref = (name: string) => `component:default/${name}`;
const author = 'user:default/jo';
const tier = (id: string) =>
  replaceGroup('continuity', { tier: id }, vocabulary);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe.each(databases.eachSupportedId())('ProfileEditor (%s)', databaseId => {
  let knex: Knex;
  let rules: ReturnType<typeof builtInRules>;
  let assessor: Assessor;
  const events = mockServices.events.mock();
  const signals = { publish: jest.fn(async (_: unknown) => {}) };
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init(databaseId);
    await migrate(knex);
    rules = builtInRules();
    assessor = new Assessor({ knex, rules, vocabulary });
  });

  /** Brings entities in and assesses them. */
  async function seed(...entities: Entity[]) {
    await new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: rules.hash, today: '2026-06-01' });
    await assessor.run();
  }

  const editor = () =>
    new ProfileEditor({
      knex,
      assessor,
      supplierRisk: new SupplierRisk({ knex, vocabulary, depth: 3 }),
      announcer: new Announcer({
        events,
        signals,
        logger,
        channelOf: entityRef => `channel of ${entityRef}`,
      }),
      logger,
    });

  const apply = (
    names: string[],
    edit: Edit,
    action: ProfileRevision['action'] = 'edit',
  ) => editor().apply({ entityRefs: names.map(ref), edit, action, author });

  const history = async (name: string) =>
    (await readHistory(knex, { entityRef: ref(name), limit: 100 })).items;

  const entityRow = (name: string) =>
    knex('entity')
      .where({ entity_ref: ref(name) })
      .first();

  /** Everything that edits write. */
  const contents = async () =>
    Promise.all(
      [
        'entity',
        'check_result',
        'check_change',
        'profile_edit',
        'profile_revision',
        'entity_label',
        'label_feed',
      ].map(table => knex(table).select().orderBy(1)),
    );

  it('writes values, history, score, findings of dependents and labels at once', async () => {
    await seed(
      component('ledger'),
      component('payments', {
        dependsOn: [ref('ledger')],
        annotations: { 'compliance/continuity-tier': 'tier-1' },
      }),
    );
    const before = await entityRow('ledger');

    const outcomes = await apply(['ledger'], tier('tier-3'));
    const after = await entityRow('ledger');
    expect(outcomes.get(ref('ledger'))).toEqual({
      outcome: 'saved',
      version: '1',
      changes: [{ field: 'continuity.tier', after: 'tier-3' }],
      score: after.score,
      level: after.level,
    });
    expect(after).toMatchObject({ continuity_tier: 'tier-3' });
    expect(Boolean(after.dirty)).toBe(false);
    expect(after.score).toBeGreaterThan(before.score);
    await expect(
      knex('check_result')
        .where({
          entity_ref: ref('payments'),
          check_id: 'continuity-dependencies',
        })
        .first(),
    ).resolves.toMatchObject({
      status: 'fail',
      finding: expect.stringContaining('ledger recovers in'),
    });
    const { labels } = await knex('entity_label')
      .where({ entity_ref: ref('ledger') })
      .first();
    expect(JSON.parse(labels)).toMatchObject({
      'compliance/continuity-tier': 'tier-3',
    });
    await expect(history('ledger')).resolves.toEqual([
      {
        revision: 1,
        source: 'portal',
        action: 'edit',
        author,
        changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        changes: [{ field: 'continuity.tier', after: 'tier-3' }],
      },
    ]);
  });

  it('counts the versions of each entity, and writes nothing for what is so already', async () => {
    await seed(component('a'), component('b'));
    await apply(['a'], tier('tier-3'));
    const outcomes = await apply(['a', 'b', 'nothing'], tier('tier-3'));
    expect([...outcomes].sort()).toMatchObject([
      [ref('a'), { outcome: 'unchanged', version: '1', changes: [] }],
      [ref('b'), { outcome: 'saved', version: '1' }],
    ]);
    await apply(['a', 'b'], tier('tier-2'));
    expect((await history('a')).map(({ revision }) => revision)).toEqual([
      2, 1,
    ]);

    const before = await contents();
    await apply(['a', 'b'], tier('tier-2'));
    expect(await contents()).toEqual(before);
  });

  it('lets one of two edits at the same time win, and loses nothing', async () => {
    await seed(component('a'));
    const attempts = await Promise.allSettled(
      ['tier-1', 'tier-2'].map(id => apply(['a'], onlyFor('0', tier(id)))),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const winner = attempts[0].status === 'fulfilled' ? 'tier-1' : 'tier-2';
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'StaleEditError' },
    });
    await expect(entityRow('a')).resolves.toMatchObject({
      continuity_tier: winner,
    });
    expect(await history('a')).toHaveLength(1);
  });

  it('writes many edits of connected entities at the same time', async () => {
    await seed(
      ...numbers(10).map(number =>
        component(`s${number}`, {
          dependsOn: [
            ref(`s${(number + 1) % 10}`),
            ref(`s${(number + 3) % 10}`),
          ],
        }),
      ),
    );
    await Promise.all(
      numbers(10).map(number => apply([`s${number}`], tier('tier-2'))),
    );
    for (const number of numbers(10)) {
      expect(await history(`s${number}`)).toHaveLength(1);
    }
  });

  it('leaves an entity as it is for which an edit is not valid', async () => {
    await seed(component('a'), component('b'));
    const outcomes = await apply(['a', 'b'], profile =>
      profile.entity.name === 'a'
        ? replaceGroup('continuity', { tier: 'tier-9' }, vocabulary)(profile)
        : tier('tier-1')(profile),
    );
    expect([...outcomes].sort()).toMatchObject([
      [
        ref('a'),
        { outcome: 'invalid', error: { fields: [{ field: 'tier' }] } },
      ],
      [ref('b'), { outcome: 'saved' }],
    ]);
    await expect(history('a')).resolves.toEqual([]);
  });

  it('leaves nothing half-written, and quotes no values', async () => {
    await seed(component('a'));
    const before = await contents();
    await knex.schema.renameTable('check_change', 'check_change_away');
    const text = 'https://example.com/confidential';
    const attempt = apply(
      ['a'],
      replaceGroup('continuity', { tier: 'tier-2', plan: text }, vocabulary),
    );
    await expect(attempt).rejects.toThrow(
      /^The profile could not be written: \w+$/,
    );
    await knex.schema.renameTable('check_change_away', 'check_change');
    expect(await contents()).toEqual(before);
    expect(signals.publish).not.toHaveBeenCalled();
  });

  it('announces what was saved, and never fails for that', async () => {
    await seed(component('a'), component('b'));
    await apply(['a'], tier('tier-3'));
    await setImmediate();
    expect(events.publish).toHaveBeenCalledWith({
      topic: LABELS_TOPIC,
      eventPayload: {},
    });
    expect(signals.publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: `channel of ${ref('a')}`,
          message: { version: '1' },
        },
      ],
    ]);

    jest.clearAllMocks();
    await apply(['a'], tier('tier-3'));
    await setImmediate();
    expect(events.publish).not.toHaveBeenCalled();
    expect(signals.publish).not.toHaveBeenCalled();

    events.publish.mockRejectedValueOnce(new Error('no events'));
    signals.publish.mockRejectedValueOnce(new Error('no signals'));
    await apply(['a'], tier('tier-2'));
    await setImmediate();
    expect(logger.warn.mock.calls.flat().join()).toMatch(
      /no events.*no signals/s,
    );
  });

  describe('of a supplier', () => {
    const risk = (residualRisk: string) =>
      replaceGroup('supplier', { residualRisk }, vocabulary);
    const risks = () => knex('entity').orderBy('name').pluck('supplier_risk');
    const labels = async () => {
      const rows: string[] = await knex('entity_label')
        .orderBy('entity_ref')
        .pluck('labels');
      return rows.map(row => JSON.parse(row)['compliance/supplier-risk']);
    };

    beforeEach(() =>
      seed(
        component('acme', { type: 'supplier' }),
        component('api', { dependsOn: [ref('acme')] }),
        component('bff', { dependsOn: [ref('api')] }),
        component('web', { dependsOn: [ref('bff')] }),
      ),
    );

    it('passes its risk on to what is three steps away', async () => {
      await apply(['acme'], risk('high'));
      expect(await risks()).toEqual(['high', 'high', 'high', 'high']);
      expect(await labels()).toEqual(['high', 'high', 'high', 'high']);
      expect(
        await knex('entity').where('name', 'web').first('supplier_risk_path'),
      ).toEqual({
        supplier_risk_path: JSON.stringify(
          ['web', 'bff', 'api', 'acme'].map(ref),
        ),
      });
      await setImmediate();
      expect(events.publish).toHaveBeenCalledTimes(1);

      await apply(['acme'], risk('low'));
      expect(await labels()).toEqual(['low', 'low', 'low', 'low']);
      const ofService = await statementsOf(knex, () =>
        apply(['web'], tier('tier-3')),
      );
      expect(ofService.join()).not.toContain('chain0');
    });

    it('is saved even when that cannot be passed on', async () => {
      jest
        .spyOn(SupplierRisk.prototype, 'updateFrom')
        .mockRejectedValueOnce(
          Object.assign(new Error(`update entity 'secret'`), { code: '40001' }),
        );
      const outcomes = await apply(['acme'], risk('high'));
      expect(outcomes.get(ref('acme'))).toMatchObject({ outcome: 'saved' });
      const inherited = new SupplierRisk({ knex, vocabulary, depth: 3 });
      await expect(inherited.isBehind()).resolves.toBe(true);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/next cycle: .*: 40001$/),
      );
    });
  });

  it('asks once what the reader of a preview may see of others', async () => {
    await seed(
      component('ledger'),
      component('payments', {
        dependsOn: [ref('ledger')],
        annotations: { 'compliance/continuity-tier': 'tier-1' },
      }),
    );
    const previewer = new Previewer({
      knex,
      assessor,
      explainer: new ResultExplainer({ knex, rules }),
    });
    const access = jest.fn(async () => accessTo([]));
    const edit = replaceGroup(
      'operations',
      { runbook: 'https://wiki.example.com/runbook' },
      vocabulary,
    );
    const { scorecard } = await previewer.preview(
      ref('payments'),
      edit,
      access,
    );
    // It was so before, too.
    expect(scorecard.results).toContainEqual(
      expect.objectContaining({
        checkId: 'continuity-dependencies',
        finding: expect.stringContaining('ledger'),
      }),
    );
    expect(access).toHaveBeenCalledTimes(1);
  });

  it('takes the same number of statements for any neighbourhood and estate', async () => {
    const dependents = (name: string, count: number) => [
      component(name),
      ...numbers(count).map(number =>
        component(`${name}-${number}`, { dependsOn: [ref(name)] }),
      ),
    ];
    const saving = (name: string, id: string) =>
      statementsOf(knex, () => apply([name], tier(id)));

    await seed(...dependents('few', 1), ...dependents('many', 8));
    const few = await saving('few', 'tier-3');
    expect(few.length).toBeLessThanOrEqual(20);

    await seed(
      ...dependents('few', 1),
      ...dependents('many', 50),
      ...numbers(950).map(number => component(`other-${number}`)),
    );
    await expect(saving('many', 'tier-3')).resolves.toHaveLength(few.length);
    await expect(
      statementsOf(knex, () =>
        apply(
          numbers(400).map(number => `other-${number}`),
          tier('tier-3'),
        ),
      ),
    ).resolves.toHaveLength(few.length);
  });

  it('previews what an edit would do, and writes nothing', async () => {
    await seed(
      component('ledger', {
        annotations: { 'compliance/continuity-tier': 'tier-4' },
      }),
      component('payments', { dependsOn: [ref('ledger')] }),
    );
    const previewer = new Previewer({
      knex,
      assessor,
      explainer: new ResultExplainer({ knex, rules }),
    });
    await apply(['payments'], tier('tier-4'));
    const edit = replaceGroup(
      'continuity',
      {
        tier: 'tier-1',
        lastTestedOn: new Date().toISOString().slice(0, 10),
        testKind: 'live',
        testResult: 'passed',
      },
      vocabulary,
    );
    const preview = (condition: string) =>
      previewer.preview(ref('payments'), edit, async () =>
        accessTo([knex.raw(condition)]),
      );
    const before = await contents();
    const { score } = await entityRow('payments');

    const everything = await preview('1 = 1');
    expect(everything.before).toEqual({ score, level: 'none' });
    expect(everything.profile.continuity.tier).toEqual({
      value: 'tier-1',
      source: 'portal',
    });
    expect(everything.resolved).toContainEqual(
      expect.objectContaining({
        checkId: 'continuity-tested',
        status: 'unknown',
      }),
    );
    expect(everything.opened).toContainEqual(
      expect.objectContaining({
        checkId: 'continuity-dependencies',
        status: 'fail',
        finding: expect.stringContaining('ledger'),
      }),
    );

    const hidden = await preview("entity.name = 'payments'");
    expect(JSON.stringify(hidden)).not.toContain('ledger recovers');
    expect(hidden.opened).toContainEqual(
      expect.objectContaining({
        checkId: 'continuity-dependencies',
        finding:
          'This result is about another entity that you are not allowed to see.',
      }),
    );
    expect(await contents()).toEqual(before);

    await apply(['payments'], edit);
    await expect(entityRow('payments')).resolves.toMatchObject({
      score: everything.scorecard.score,
      strict_score: everything.scorecard.strictScore,
      level: everything.scorecard.level,
    });
  });

  it('pages through the history', async () => {
    await seed(component('a'));
    for (const id of ['tier-1', 'tier-2', 'tier-3']) {
      await apply(['a'], tier(id));
    }
    const entityRef = ref('a');
    const first = await readHistory(knex, { entityRef, limit: 2 });
    expect(first.items.map(({ revision }) => revision)).toEqual([3, 2]);
    const last = await readHistory(knex, {
      entityRef,
      limit: 2,
      cursor: first.pageInfo.nextCursor,
    });
    expect(last).toMatchObject({ items: [{ revision: 1 }], pageInfo: {} });

    for (const cursor of ['x', '0', '-1', '9999999999', '']) {
      await expect(
        readHistory(knex, { entityRef, limit: 2, cursor }),
      ).rejects.toThrow(`Invalid cursor '${cursor}'`);
    }
    await expect(
      readHistory(knex, { entityRef: ref('nothing'), limit: 2 }),
    ).rejects.toThrow('No profile of');
  });
});
