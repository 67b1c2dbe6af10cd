import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SuppliersQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { builtInRules, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { SupplierReader } from './SupplierReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ref = (name: string) => `component:default/${name}`;

/** Annotations of a supplier, without the beginning of their keys. */
const supplier = (
  name: string,
  values: Record<string, string> = {},
  more: Parameters<typeof component>[1] = {},
) =>
  component(name, {
    ...more,
    type: 'supplier',
    annotations: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        `compliance/supplier-${key}`,
        value,
      ]),
    ),
  });

const service = (name: string, dependsOn: string[], tier?: string) =>
  component(name, {
    dependsOn: dependsOn.map(ref),
    annotations: tier ? { 'compliance/service-tier': tier } : {},
  });

describe.each(databases.eachSupportedId())('SupplierReader, %p', databaseId => {
  let knex: Knex;
  let reader: SupplierReader;
  const rules = builtInRules();

  async function seed(...entities: Entity[]) {
    await new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: rules.hash, today: '2026-06-01' });
    await new Assessor({ knex, rules, vocabulary }).run();
  }

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    reader = new SupplierReader({ knex, rules, vocabulary, depth: 3 });
  });

  const query = (suppliersQuery: SuppliersQuery = {}, ...hidden: string[]) =>
    reader.query(
      suppliersQuery,
      accessTo(hidden.map(name => knex.raw('entity.name <> ?', [name]))),
    );

  const names = async (...[suppliersQuery, hidden]: Parameters<typeof query>) =>
    (await query(suppliersQuery, ...(hidden ? [hidden] : []))).items.map(
      ({ entityRef }) => entityRef.split('/')[1],
    );

  describe('of an estate', () => {
    beforeAll(() =>
      seed(
        supplier(
          'acme',
          {
            kind: 'external',
            criticality: 'critical',
            'inherent-risk': 'critical',
            'residual-risk': 'high',
            'data-access': 'internal',
            'last-assessed': '2026-01-31',
            'contract-ends': '2027-12-31',
            'notice-period': 'P3M',
            certifications: 'ISO 27001 until 2027-03-31 (hosting)',
          },
          { title: 'Acme Acquiring', owners: ['group:default/buyers'] },
        ),
        supplier('bare'),
        supplier('post', {
          criticality: 'low',
          'residual-risk': 'low',
          'last-assessed': '2026-01-01',
          'contract-ends': '2026-12-31',
        }),
        supplier(
          'reseller',
          { 'residual-risk': 'medium' },
          {
            dependsOn: [ref('acme')],
          },
        ),
        service('gateway', ['acme', 'gateway'], 'tier-0'),
        service('payments', ['gateway', 'acme'], 'tier-1'),
        service('shop', ['payments', 'reseller'], 'tier-1'),
        service('app', ['shop']),
        service('too-far', ['app'], 'tier-0'),
        service('unrelated', [], 'tier-0'),
      ),
    );

    it('tells all about a supplier, and how many need it', async () => {
      const { items, totalItems, pageInfo } = await query();
      expect({ totalItems, pageInfo }).toEqual({ totalItems: 4, pageInfo: {} });
      expect(items[0]).toEqual({
        entityRef: ref('acme'),
        title: 'Acme Acquiring',
        owner: 'group:default/buyers',
        kind: 'external',
        criticality: 'critical',
        inherentRisk: 'critical',
        residualRisk: 'high',
        dataAccess: 'internal',
        lastAssessedOn: '2026-01-31',
        nextAssessmentOn: '2026-07-31',
        contractEndsOn: '2027-12-31',
        noticeBy: '2027-09-30',
        certifications: [
          { scheme: 'ISO 27001', validUntil: '2027-03-31', scope: 'hosting' },
        ],
        score: expect.any(Number),
        level: expect.any(String),
        openFindings: expect.any(Number),
        dependents: 5,
        dependentsByTier: { 'tier-0': 1, 'tier-1': 2, unset: 2 },
      });
      // Its own risk, not the one that it has from acme.
      expect(items[3]).toMatchObject({
        entityRef: ref('reseller'),
        residualRisk: 'medium',
        dependents: 3,
      });
      expect(JSON.parse(JSON.stringify(items[1]))).toEqual({
        entityRef: ref('bare'),
        score: expect.any(Number),
        level: expect.any(String),
        openFindings: expect.any(Number),
        dependents: 0,
        dependentsByTier: {},
      });
    });

    it('neither tells nor counts what is hidden, nor what is behind it', async () => {
      await expect(query({}, 'post')).resolves.toMatchObject({ totalItems: 3 });
      await expect(names({}, 'post')).resolves.not.toContain('post');

      const [acme] = (await query({}, 'payments')).items;
      expect(acme).toMatchObject({
        dependents: 4,
        dependentsByTier: { 'tier-0': 1, 'tier-1': 1, unset: 2 },
      });
      const [hardly] = (await query({}, 'payments', 'reseller')).items;
      expect(hardly).toMatchObject({
        dependents: 1,
        dependentsByTier: { 'tier-0': 1 },
      });
    });

    it.each<[SuppliersQuery['order'], string]>([
      [{ field: 'name', direction: 'desc' }, 'reseller post bare acme'],
      [{ field: 'criticality', direction: 'asc' }, 'acme post bare reseller'],
      [{ field: 'criticality', direction: 'desc' }, 'post acme bare reseller'],
      [{ field: 'residualRisk', direction: 'desc' }, 'acme reseller post bare'],
      [
        { field: 'nextAssessmentOn', direction: 'asc' },
        'acme post bare reseller',
      ],
      [
        { field: 'contractEndsOn', direction: 'asc' },
        'post acme bare reseller',
      ],
    ])('sorts by %j, page by page', async (order, expected) => {
      expect((await names({ order })).join(' ')).toBe(expected);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await query({ order, limit: 1, cursor });
        expect(page.totalItems).toBe(4);
        paged.push(...page.items.map(item => item.entityRef.split('/')[1]));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(paged.join(' ')).toBe(expected);
    });

    it('sorts by score', async () => {
      const scores = (
        await query({ order: { field: 'score', direction: 'desc' } })
      ).items.map(({ score }) => score!);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    it('finds text in name and title', async () => {
      await expect(names({ fullText: 'acquiring' })).resolves.toEqual(['acme']);
      await expect(names({ fullText: 'SELL' })).resolves.toEqual(['reseller']);
      await expect(names({ fullText: 'gateway' })).resolves.toEqual([]);
    });

    it('refuses cursors of other queries', async () => {
      const { pageInfo } = await query({ limit: 1 });
      const cursor = pageInfo.nextCursor!;
      for (const other of [
        { order: { field: 'score', direction: 'asc' } as const },
        { fullText: 'a' },
      ]) {
        await expect(query({ ...other, cursor })).rejects.toThrow(InputError);
      }
      await expect(query({ cursor: `${cursor}x` })).rejects.toThrow(InputError);
    });
  });

  it('takes three statements for 1 supplier and for 50', async () => {
    for (const size of [1, 50]) {
      await seed(
        ...Array.from({ length: size }, (_, index) => supplier(`s${index}`)),
        ...Array.from({ length: size * 10 }, (_, index) =>
          service(`c${index}`, [
            `s${index % size}`,
            `c${(index * 7 + 1) % (size * 10)}`,
          ]),
        ),
      );
      const statements = await statementsOf(knex, async () => {
        const { items } = await query();
        expect(items).toHaveLength(size);
        expect(items[0].dependents).toBeGreaterThanOrEqual(10);
      });
      expect(statements).toHaveLength(3);
    }
  });
});
