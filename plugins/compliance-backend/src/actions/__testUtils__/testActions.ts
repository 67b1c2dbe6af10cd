import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { MirroredEntity } from '../../catalog/types';
import { Rules } from '../../checks/Rules';
import { readComplianceConfig } from '../../config/readConfig';
import {
  EntityFixture,
  insertEntities,
} from '../../database/__testUtils__/insertEntities';
import { migrate } from '../../database/migrate';
import { ClauseQueries } from '../../coverage/ClauseQueries';
import { AccessControl } from '../../permissions/AccessControl';
import { Ownership } from '../../permissions/Ownership';
import { EntityReader } from '../../reporting/EntityReader';
import { ScorecardReader } from '../../reporting/ScorecardReader';
import { StandardCatalog } from '../../standards/StandardCatalog';
import { registerActions } from '../registerActions';
import { ServiceReader } from '../ServiceReader';

const PAYMENTS = 'group:default/payments';

const annotations = {
  'compliance/service-tier': 'tier-1',
  'compliance/rto': '4 hours',
  'compliance/information-classification': 'confidential',
};

const fixtures: EntityFixture[] = [
  {
    name: 'payments',
    title: 'Payments',
    type: 'service',
    owners: [PAYMENTS],
    serviceTier: 'tier-1',
    classification: 'confidential',
    score: 41.7,
    level: 'none',
    openFindings: 3,
    results: {
      'catalogue-owner': 'pass',
      'service-level-sla': 'unknown',
      'continuity-tested': 'fail',
      'continuity-dependencies': 'fail',
    },
  },
  {
    name: 'payroll',
    type: 'service',
    owners: ['group:default/people'],
    classification: 'confidential',
    score: 80,
    level: 'silver',
    results: { 'continuity-tested': 'unknown' },
  },
  {
    name: 'ledger',
    type: 'service',
    owners: ['group:default/people'],
    classification: 'internal',
    score: 90,
    level: 'gold',
    results: { 'continuity-tested': 'pass' },
  },
];

const nameOf = (
  options: Parameters<PermissionsService['authorize']>[1],
): string => {
  const { principal } = options!.credentials as ReturnType<
    typeof mockCredentials.user
  >;
  return principal.userEntityRef.split('/')[1];
};

/**
 * What the policy decides: the auditor sees everything, the owner what the
 * group `payments` owns, and the stranger nothing.
 */
const permissions: PermissionsService = {
  async authorizeConditional(requests, options) {
    const decisions: Record<string, PolicyDecision> = {
      auditor: { result: AuthorizeResult.ALLOW },
      owner: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: [PAYMENTS] },
        },
      },
      stranger: { result: AuthorizeResult.DENY },
    };
    return requests.map(() => decisions[nameOf(options)]);
  },
  async authorize(requests, options) {
    const name = nameOf(options);
    return requests.map(({ resourceRef }) => ({
      result:
        name === 'auditor' ||
        (name === 'owner' && resourceRef === 'component:default/payments')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    }));
  },
};

/** The actions over three services, with somebody who calls them. */
export async function testActions(knex: Knex) {
  await migrate(knex);
  await insertEntities(knex, fixtures);
  for (const { name, title, type, owners = [] } of fixtures) {
    const entityRef = `component:default/${name}`;
    const facts: MirroredEntity = {
      entityRef,
      kind: 'Component',
      namespace: 'default',
      name,
      title,
      type,
      owners,
      missingOwners: [],
      tags: [],
      labels: {},
      annotations: name === 'payments' ? annotations : {},
      dependencies: [],
    };
    await knex('entity_facts')
      .where({ entity_ref: entityRef })
      .update({ facts: JSON.stringify(facts) });
  }
  await knex('check_result')
    .where({ check_id: 'continuity-dependencies' })
    .update({
      finding: 'ledger recovers later.',
      about: JSON.stringify(['component:default/ledger']),
    });

  const config = readComplianceConfig(new ConfigReader({}));
  const { scope, vocabulary } = config;
  const standards = StandardCatalog.create();
  const rules = Rules.create({ config, standards });
  const catalog = catalogServiceMock();
  const access = new AccessControl({ knex, permissions, catalog, scope });
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    config,
    rules,
    standards,
    access,
    ownership: new Ownership({
      userInfo: mockServices.userInfo({ ownershipEntityRefs: [PAYMENTS] }),
      catalog,
      auth: mockServices.auth(),
    }),
    clauseQueries: new ClauseQueries({
      rules,
      statements: { approved: { read: async () => [] } },
    }),
    entities: new EntityReader({ knex, scale: config }),
    services: new ServiceReader({
      access,
      scorecards: new ScorecardReader({
        knex,
        rules,
        vocabulary,
        channelOf: ref => `channel of ${ref}`,
      }),
    }),
  });

  return {
    list: () => actionsRegistry.list(),
    /** What an action answers to somebody, the auditor by default. */
    invoke: async (
      name: string,
      input: JsonObject,
      as: 'auditor' | 'owner' | 'stranger' = 'auditor',
    ): Promise<any> => {
      const { output } = await actionsRegistry.invoke({
        id: `test:${name}`,
        input,
        credentials: mockCredentials.user(`user:default/${as}`),
      });
      return output;
    },
  };
}
