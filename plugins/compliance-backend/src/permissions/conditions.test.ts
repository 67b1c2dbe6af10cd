import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { searchValues } from '../catalog/mirrorEntity';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { migrate } from '../database/migrate';
import { conditionsToSql } from './conditions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** As the catalog has it: what is not set is not there at all. */
const asStored = (entity: Entity): Entity => JSON.parse(JSON.stringify(entity));

const createEntity = (
  kind: string,
  name: string,
  more: {
    owner?: string;
    title?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    spec?: Record<string, string>;
  } = {},
): Entity =>
  asStored({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      title: more.title,
      labels: more.labels,
      annotations: more.annotations,
    },
    spec: more.spec,
    relations: more.owner
      ? [{ type: 'ownedBy', targetRef: more.owner }]
      : undefined,
  });

const entities = [
  createEntity('Component', 'payments', {
    owner: 'group:default/payments',
    title: 'Über-Payments',
    labels: { tier: 'Gold', 'example.com/Zone': 'red' },
    annotations: {
      'example.com/id': '42',
      "o'clock": 'x',
      long: 'x'.repeat(300),
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'Payments' },
  }),
  createEntity('Component', 'ledger', {
    owner: 'group:default/ledger',
    labels: { tier: 'silver' },
    spec: { type: 'Website' },
  }),
  createEntity('API', 'rates', { labels: { tier: '' } }),
];

type Criteria = PermissionCriteria<PermissionCondition>;

const rule = (
  name: string,
  params: NonNullable<PermissionCondition['params']>,
): PermissionCondition => ({
  rule: name,
  resourceType: 'catalog-entity',
  params,
});

/** What the catalog itself decides. */
function decide(criteria: Criteria, resource: Entity): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => decide(part, resource));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => decide(part, resource));
  }
  if ('not' in criteria) {
    return !decide(criteria.not, resource);
  }
  const { apply } = Object.values(permissionRules).find(
    ({ name }) => name === criteria.rule,
  ) as { apply(resource: Entity, params: unknown): boolean };
  return apply(resource, criteria.params);
}

const kind = rule('IS_ENTITY_KIND', { kinds: ['component'] });
const owner = rule('IS_ENTITY_OWNER', { claims: ['group:default/payments'] });
const gold = rule('HAS_LABEL', { label: 'tier', value: 'gold' });

const answerable: Criteria[] = [
  kind,
  rule('IS_ENTITY_KIND', { kinds: ['API', 'System'] }),
  rule('IS_ENTITY_KIND', { kinds: [] }),
  owner,
  rule('IS_ENTITY_OWNER', { claims: [] }),
  gold,
  rule('HAS_LABEL', { label: 'TIER', value: 'SILVER' }),
  rule('HAS_LABEL', { label: 'tier' }),
  rule('HAS_LABEL', { label: 'example.com/zone', value: 'red' }),
  rule('HAS_LABEL', { label: 'tier', value: '' }),
  rule('HAS_LABEL', { label: '%' }),
  rule('HAS_ANNOTATION', { annotation: 'example.com/id' }),
  rule('HAS_ANNOTATION', { annotation: 'example.com/id', value: '42' }),
  rule('HAS_ANNOTATION', { annotation: "o'clock", value: 'x' }),
  rule('HAS_ANNOTATION', { annotation: "o'clock') or 1=1 --" }),
  rule('HAS_ANNOTATION', { annotation: 'long' }),
  rule('HAS_METADATA', { key: 'name', value: 'Payments' }),
  rule('HAS_METADATA', { key: 'title', value: 'ÜBER-PAYMENTS' }),
  rule('HAS_METADATA', { key: 'title' }),
  rule('HAS_METADATA', { key: 'namespace', value: 'default' }),
  rule('HAS_METADATA', { key: 'labels.tier', value: 'gold' }),
  rule('HAS_SPEC', { key: 'type', value: 'website' }),
  rule('HAS_SPEC', { key: 'owner', value: 'payments' }),
  rule('HAS_SPEC', { key: 'lifecycle' }),
  { not: owner },
  { not: rule('HAS_LABEL', { label: 'tier', value: 'gold' }) },
  { allOf: [kind, { not: owner }] },
  { anyOf: [gold, { not: kind }] },
  { allOf: [{ anyOf: [owner, gold] }, { not: { allOf: [kind, gold] } }] },
];

const unanswerable: Criteria[] = [
  rule('IS_TUESDAY', {}),
  rule('constructor', {}),
  rule('HAS_SPEC', { key: 'profile.email' }),
  rule('HAS_METADATA', { key: 'tags', value: 'java' }),
  rule('HAS_METADATA', { key: 'labels' }),
  rule('HAS_LABEL', { label: 'tier', value: 1 }),
  rule('IS_ENTITY_OWNER', {}),
  { not: rule('IS_TUESDAY', {}) },
  { anyOf: [kind, rule('IS_TUESDAY', {})] },
  { allOf: [kind, { not: rule('IS_TUESDAY', {}) }] },
];

describe.each(databases.eachSupportedId())(
  'conditionsToSql (%s)',
  databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      await insertEntities(
        knex,
        entities.map(resource => ({
          name: resource.metadata.name,
          kind: resource.kind,
          owners: resource.relations?.map(({ targetRef }) => targetRef),
          search: searchValues(resource),
        })),
      );
    });

    it.each(answerable.map(criteria => [criteria]))(
      'decides as the catalog does: %j',
      async criteria => {
        const condition = conditionsToSql(knex, criteria)!;
        const select = () => knex('entity').orderBy('entity_ref');
        await expect(
          select().whereRaw(condition).pluck('entity_ref'),
        ).resolves.toEqual(
          entities
            .filter(resource => decide(criteria, resource))
            .map(resource => stringifyEntityRef(resource))
            .sort(),
        );
        await expect(
          select()
            .whereRaw(knex.raw('(?) is null', [condition]))
            .pluck('entity_ref'),
        ).resolves.toEqual([]);
      },
    );

    it('lets nothing through that matches any of no conditions', async () => {
      const nothing = { anyOf: [] } as unknown as Criteria;
      await expect(
        knex('entity')
          .whereRaw(conditionsToSql(knex, nothing)!)
          .pluck('entity_ref'),
      ).resolves.toEqual([]);
    });

    it.each(unanswerable.map(criteria => [criteria]))(
      'leaves to the catalog: %j',
      criteria => {
        expect(conditionsToSql(knex, criteria)).toBeUndefined();
      },
    );
  },
);
