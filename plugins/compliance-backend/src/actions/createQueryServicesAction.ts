import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  checkStatuses,
  coverageStates,
  findingStatuses,
  NO_LEVEL,
  progresses,
  queryFields,
  ScaleId,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { orderFields } from '../reporting/columns';
import { EntityReader } from '../reporting/EntityReader';
import { readEntitiesQuery } from '../router/entitiesQuery';

const MAX_LIMIT = 50;

/** `query-services`: which services have something in common. */
export function createQueryServicesAction(options: {
  actionsRegistry: ActionsRegistryService;
  config: ComplianceConfig;
  rules: Rules;
  access: AccessControl;
  ownership: Ownership;
  clauseQueries: ClauseQueries;
  entities: EntityReader;
}): void {
  const { actionsRegistry, config, rules, access, ownership } = options;
  const { clauseQueries, entities } = options;
  const levelsOf = (scale: ScaleId) =>
    [...config.vocabulary.scales[scale].map(({ id }) => id), UNSET].join(', ');

  const fieldIds = queryFields(
    { ...config.vocabulary, levels: config.levels },
    [],
  ).map(({ id }) => id);

  actionsRegistry.register({
    name: 'query-services',
    title: 'Query services',
    description: `
Finds the services, APIs, databases and suppliers of the catalog that match all
given criteria, with their tiers, classification, supplier risk, level and score,
and tells how many there are in all.

The values of one criterion are alternatives; without any criterion everything
matches. The total counts what the caller may see. To page, repeat everything
with the nextCursor of the page before.`.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => {
        const oneOf = (description: string) =>
          z.array(z.string().min(1)).optional().describe(description);
        return z
          .object({
            serviceTier: oneOf(`Service tier: ${levelsOf('serviceTier')}`),
            classification: oneOf(
              `Information classification: ${levelsOf('classification')}`,
            ),
            continuityTier: oneOf(
              `Continuity tier: ${levelsOf('continuityTier')}`,
            ),
            supplierRisk: oneOf(
              `Worst residual risk of its suppliers: ${levelsOf('risk')}`,
            ),
            level: oneOf(
              `Level of the scorecard: ${[
                ...config.levels.map(({ id }) => id),
                NO_LEVEL,
                UNSET,
              ].join(', ')}`,
            ),
            check: z
              .string()
              .min(1)
              .optional()
              .describe(
                `Id of a check that has a finding, or one of the statuses in checkStatus: ${rules.checks
                  .map(({ id }) => id)
                  .join(', ')}`,
              ),
            checkStatus: oneOf(
              `Only with check: ${checkStatuses.join(
                ', ',
              )}; ${findingStatuses.join(
                ' and ',
              )} by default, the latter meaning that nothing was declared`,
            ),
            owner: oneOf(
              'Entity refs of owners, such as group:default/payments',
            ),
            mine: z
              .boolean()
              .optional()
              .describe('Only what the caller owns, also through groups'),
            system: oneOf('Entity refs of systems'),
            kind: oneOf('Kinds of entities, such as component, api, resource'),
            type: oneOf('Types of entities, such as service'),
            lifecycle: oneOf('Lifecycles, such as production'),
            fullText: z
              .string()
              .min(1)
              .optional()
              .describe('Text that name or title contain'),
            domain: oneOf('Entity refs of domains'),
            progress: oneOf(`How far the profile is: ${progresses.join(', ')}`),
            minScore: z.number().optional().describe('Lowest score, 0–100'),
            maxScore: z.number().optional().describe('Highest score, 0–100'),
            dueBy: z
              .string()
              .optional()
              .describe(
                'Only those of which a passing check expires by this ISO 8601 date',
              ),
            query: z
              .record(z.unknown())
              .optional()
              .describe(
                `A filter predicate of Backstage for what the other criteria cannot say, such as {"$not": {"continuity.testResult": {"$in": ["passed", "partial"]}}}; with $all, $any, $not, $in, $exists, $contains and $hasPrefix over the fields ${fieldIds.join(
                  ', ',
                )}, check.<id> for the status of a check, and clause.<standard>.<number> for how a clause of ${rules.standards
                  .map(({ id }) => id)
                  .join(' or ')} stands (${coverageStates.join(', ')})`,
              ),
            order: z
              .string()
              .optional()
              .describe(
                `What to sort by, as <field>,<asc|desc>; fields: ${orderFields.join(
                  ', ',
                )}`,
              ),
            limit: z
              .number()
              .int()
              .min(1)
              .max(MAX_LIMIT)
              .default(20)
              .describe(`Number of services, at most ${MAX_LIMIT}`),
            cursor: z
              .string()
              .optional()
              .describe('nextCursor of the page before'),
          })
          .strict();
      },
      output: z =>
        z.object({
          total: z.number().describe('Number of services that match'),
          services: z.array(
            z.object({
              entityRef: z.string(),
              title: z.string().optional(),
              type: z.string().optional(),
              lifecycle: z.string().optional(),
              owner: z.string().optional(),
              system: z.string().optional(),
              serviceTier: z.string().optional().describe('Absent when unset'),
              classification: z.string().optional(),
              continuityTier: z.string().optional(),
              supplierRisk: z.string().optional(),
              level: z.string().optional(),
              score: z.number().optional().describe('0–100'),
              openFindings: z
                .number()
                .describe('Number of checks that fail or are unknown'),
            }),
          ),
          nextCursor: z.string().optional().describe('Absent on the last page'),
        }),
    },
    examples: [
      {
        title: 'Which confidential services have no tested continuity plan?',
        input: {
          classification: ['confidential', 'restricted'],
          check: 'continuity-tested',
          checkStatus: ['fail', 'unknown'],
          limit: 20,
        },
      },
      {
        title: 'Which services of a team have the lowest scores?',
        input: {
          owner: ['group:default/payments'],
          order: 'score,asc',
          limit: 10,
        },
      },
    ],
    async action({ input, credentials }) {
      const query = readEntitiesQuery(
        input.check === undefined
          ? input
          : { checkStatus: findingStatuses, ...input },
        { config, rules },
      );
      const page = await entities.query(
        await clauseQueries.resolve(query),
        await access.accessOf(credentials),
        query.filter?.mine ? await ownership.refsOf(credentials) : [],
      );
      return {
        output: {
          total: page.totalItems,
          // Of which the schema keeps what it names.
          services: page.items,
          nextCursor: page.pageInfo.nextCursor,
        },
      };
    },
  });
}
