import { TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { MirroredEntity } from '../catalog/types';
import { Rules } from '../checks/Rules';
import { readComplianceConfig } from '../config/readConfig';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { StandardCatalog } from '../standards/StandardCatalog';
import { Reader, ScorecardReader } from './ScorecardReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Somebody who may see what a condition tells of the entities. */
const readerOf = (...conditions: Knex.Raw[]): Reader => ({
  access: async () => accessTo(conditions),
  mayUpdate: async owners => owners.includes('group:default/payments'),
});
const everything = readerOf();

const facts: MirroredEntity = {
  entityRef: 'component:default/payments',
  kind: 'Component',
  namespace: 'default',
  name: 'payments',
  title: 'Payments',
  type: 'service',
  owners: ['group:default/payments'],
  missingOwners: [],
  tags: [],
  labels: {},
  annotations: {
    'compliance/service-tier': 'tier-9',
    'compliance/rto': 'PT2H',
  },
  dependencies: [],
};

describe.each(databases.eachSupportedId())(
  'ScorecardReader (%s)',
  databaseId => {
    let knex: Knex;
    let reader: ScorecardReader;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      const config = readComplianceConfig(
        new ConfigReader({
          compliance: {
            checks: {
              'service-level-tier': { enforcedFrom: '2030-01-01', weight: 5 },
            },
          },
        }),
      );
      const rules = Rules.create({
        config,
        standards: StandardCatalog.create(),
      });
      reader = new ScorecardReader({
        knex,
        rules,
        vocabulary: config.vocabulary,
        channelOf: ref => `channel of ${ref}`,
      });

      await insertEntities(knex, [
        {
          name: 'payments',
          score: 41.7,
          level: 'none',
          results: {
            'service-level-tier': 'unknown',
            'catalogue-owner': 'pass',
            'retired-check': 'fail',
          },
        },
        { name: 'other', results: { 'catalogue-owner': 'fail' } },
      ]);
      await knex('entity_facts').update({ facts: JSON.stringify(facts) });
      await knex('check_result')
        .where({ check_id: 'service-level-tier' })
        .update({ upcoming: true, due_on: '2030-01-01' });
      await knex('run').insert(
        [
          ['mirror', 'success', '08'],
          ['mirror', 'success', '09'],
          ['mirror', 'failure', '10'],
          ['assessment', 'success', '11'],
        ].map(([task, outcome, hour]) => ({
          task,
          outcome,
          started_at: `2026-11-22T${hour}:00:00.000Z`,
          ended_at: `2026-11-22T${hour}:00:05.000Z`,
          counts: '{}',
          broken_checks: '[]',
        })),
      );
    });

    it('explains profile and scorecard with two statements', async () => {
      let entity: Awaited<ReturnType<typeof reader.read>>;
      const statements = await statementsOf(knex, async () => {
        entity = await reader.read('component:default/payments', everything);
      });
      expect(statements).toHaveLength(2);
      expect(entity).toMatchObject({
        entityRef: 'component:default/payments',
        title: 'Payments',
        isSupplier: false,
        facets: ['serviceLevel', 'information', 'continuity'],
        assessedAt: '2026-11-22T08:00:00.000Z',
        catalogReadAt: '2026-11-22T09:00:00.000Z',
        profile: {
          serviceLevel: {},
          continuity: { rto: { value: 'PT2H', source: 'git' } },
          errors: [
            {
              field: 'serviceLevel.tier',
              annotation: 'compliance/service-tier',
              value: 'tier-9',
              nearest: 'tier-4',
            },
          ],
        },
        scorecard: { score: 41.7, strictScore: 41.7, level: 'none' },
      });
    });

    it('completes verdicts with their checks, and leaves out retired ones', async () => {
      const entity = await reader.read(
        'component:default/payments',
        everything,
      );
      expect(entity?.scorecard.results).toMatchObject([
        {
          checkId: 'catalogue-owner',
          facet: 'catalogue',
          status: 'pass',
          upcoming: false,
        },
        {
          checkId: 'service-level-tier',
          facet: 'serviceLevel',
          weight: 5,
          status: 'unknown',
          finding: 'Found.',
          expected: 'Expected.',
          since: '2026-11-22T08:00:00.000Z',
          dueOn: '2030-01-01',
          upcoming: true,
          enforcedFrom: '2030-01-01',
          clauses: expect.arrayContaining([
            { standard: 'iso20000-1-2018', clause: expect.any(String) },
          ]),
          remediation: { text: expect.any(String) },
        },
      ]);
    });

    it('keeps to itself what it found about entities that are hidden', async () => {
      const about = (refs: string[]) =>
        knex('check_result')
          .where({
            entity_ref: 'component:default/payments',
            check_id: 'catalogue-owner',
          })
          .update({ about: JSON.stringify(refs) });
      const findings = async (condition: string) => {
        const entity = await reader.read(
          'component:default/payments',
          readerOf(knex.raw(condition)),
        );
        return entity!.scorecard.results.map(({ finding }) => finding);
      };

      await about(['component:default/other', 'component:default/nowhere']);
      await expect(findings('1 = 1')).resolves.toEqual(['Found.', 'Found.']);
      await expect(findings("entity.name = 'payments'")).resolves.toEqual([
        'This result is about another entity that you are not allowed to see.',
        'Found.',
      ]);

      // Nothing is known of it that could be hidden.
      await about(['component:default/nowhere']);
      await expect(findings('1 = 0')).resolves.toEqual(['Found.', 'Found.']);
    });

    it('tells the supplier risk with one more statement, and the chain to those who may see all of it', async () => {
      const path = ['payments', 'other'].map(
        name => `component:default/${name}`,
      );
      await knex('entity')
        .where('name', 'payments')
        .update({
          supplier_risk: 'high',
          supplier_risk_path: JSON.stringify(path),
        });
      const read = async (readerOfIt: Reader) =>
        (await reader.read('component:default/payments', readerOfIt))
          ?.supplierRisk;
      const statements = await statementsOf(knex, async () => {
        expect(await read(everything)).toEqual({ risk: 'high', path });
      });
      expect(statements).toHaveLength(4);
      const restricted = readerOf(knex.raw("entity.name <> 'other'"));
      expect(await read(restricted)).toEqual({ risk: 'high' });
      await knex('entity').update({
        supplier_risk: null,
        supplier_risk_path: null,
      });
      expect(await read(everything)).toBeUndefined();
    });

    it('tells what each source says, and what editing needs to know', async () => {
      await knex('profile_edit').insert({
        entity_ref: 'component:default/payments',
        edited: JSON.stringify({
          values: { continuity: { rto: 'PT1H', testKind: 'no such kind' } },
        }),
      });
      await knex('profile_revision').insert(
        [1, 2].map(revision => ({
          entity_ref: 'component:default/payments',
          revision,
          source: 'portal',
          action: 'edit',
          changed_at: '2026-11-22T08:00:00.000Z',
          changes: '[]',
        })),
      );
      const url = 'https://git.example.com/edit/payments.yaml';
      const withEditUrl = async (editUrl: string) => {
        const annotations = {
          ...facts.annotations,
          'backstage.io/edit-url': editUrl,
        };
        await knex('entity_facts')
          .where({ entity_ref: facts.entityRef })
          .update({ facts: JSON.stringify({ ...facts, annotations }) });
        return reader.read(facts.entityRef, everything);
      };
      await expect(withEditUrl(url)).resolves.toMatchObject({
        version: '2',
        mayUpdate: true,
        declared: { continuity: { rto: 'PT2H' } },
        edited: { continuity: { rto: 'PT1H' } },
        editUrl: url,
        liveChannel: 'channel of component:default/payments',
        profile: {
          continuity: {
            rto: {
              value: 'PT2H',
              source: 'git',
              conflict: { value: 'PT1H', source: 'portal' },
            },
          },
          errors: [
            { field: 'serviceLevel.tier' },
            { field: 'continuity.testKind', source: 'portal' },
          ],
        },
      });
      for (const other of ['data:text/html,x', 'ftp://x', 'payments.yaml']) {
        const entity = await withEditUrl(other);
        expect(entity).toBeDefined();
        expect(entity?.editUrl).toBeUndefined();
      }
    });

    it('knows nothing of what the mirror does not have', async () => {
      await expect(
        reader.read('component:default/nothing', everything),
      ).resolves.toBeUndefined();
    });
  },
);
