import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { Access, accessTo } from '../src/permissions/Access';
import { conditionsToSql } from '../src/permissions/conditions';

type Criteria = PermissionCriteria<PermissionCondition>;

const rule = (
  name: string,
  params: PermissionCondition['params'],
): PermissionCondition => ({
  rule: name,
  resourceType: 'catalog-entity',
  params,
});

const ofMyTeams = rule('IS_ENTITY_OWNER', {
  claims: ['group:default/team-3', 'group:default/team-4'],
});

const byKind: Criteria = {
  anyOf: [
    rule('IS_ENTITY_KIND', { kinds: ['Component', 'API', 'Resource'] }),
    ofMyTeams,
  ],
};

/** As the policy of the demo decides. */
const byLabel: Criteria = {
  anyOf: [
    { not: rule('HAS_LABEL', { label: 'visibility', value: 'restricted' }) },
    ofMyTeams,
  ],
};

const accessBy = (knex: Knex, criteria: Criteria) =>
  accessTo([conditionsToSql(knex, criteria)!]);

/** What people may see: all, and what policies leave that set conditions. */
export interface Decisions<T> {
  all: T;
  byKind: T;
  byLabel: T;
}

/** Measures something under each of the decisions, one after the other. */
export async function underEach<T>(
  knex: Knex,
  measure: (access: Access) => Promise<T>,
): Promise<Decisions<T>> {
  return {
    all: await measure(accessTo([])),
    byKind: await measure(accessBy(knex, byKind)),
    byLabel: await measure(accessBy(knex, byLabel)),
  };
}
