import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  checkStatuses,
  EntityResponse,
  nextSteps,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ENTITY_REF_DESCRIPTION, ServiceReader } from './ServiceReader';

/** `get-service-compliance`: where one service stands, and what is open. */
export function createGetServiceComplianceAction(options: {
  actionsRegistry: ActionsRegistryService;
  services: ServiceReader;
}): void {
  const { actionsRegistry, services } = options;
  actionsRegistry.register({
    name: 'get-service-compliance',
    title: 'Get service compliance',
    description: `
Tells where one service of the catalog stands in service management (ISO/IEC
20000-1) and information security (ISO/IEC 27001): score and level, the values of
its profile with their source, and its open findings with what to do, the most
valuable first.

Also for APIs, databases and suppliers. A score says how complete and consistent
the metadata is; it is no statement of conformity. To find services use
query-services, for the clauses behind a finding explain-finding.`.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().min(1).describe(ENTITY_REF_DESCRIPTION),
          })
          .strict(),
      output: z =>
        z.object({
          entityRef: z.string().describe('Complete entity ref'),
          title: z.string().optional(),
          isSupplier: z
            .boolean()
            .describe('Whether it is a supplier to other services'),
          score: z
            .number()
            .optional()
            .describe('0–100; absent when no check applies'),
          level: z
            .string()
            .optional()
            .describe('Level that is reached, none below the lowest one'),
          facets: z
            .array(z.string())
            .describe('Groups of the profile that apply to the entity'),
          profile: z
            .record(
              z.record(
                z.object({
                  value: z.unknown(),
                  source: z
                    .enum(['git', 'portal', 'default'])
                    .describe(
                      'git: annotation, portal: entered there, default: implied by the tier or the configuration',
                    ),
                  conflict: z
                    .object({ value: z.unknown(), source: z.string() })
                    .optional()
                    .describe('What the other source says instead'),
                }),
              ),
            )
            .describe('Effective values by group and field; unset is absent'),
          unusableAnnotations: z
            .array(
              z.object({
                annotation: z.string(),
                value: z.string(),
                expected: z.string(),
                nearest: z.string().optional(),
              }),
            )
            .describe('Values that cannot be used and count as unset'),
          supplierRisk: z
            .object({
              risk: z.string(),
              path: z.array(z.string()).optional(),
            })
            .optional()
            .describe(
              'Worst residual risk of the suppliers it depends on, with the chain to that supplier unless something in it is hidden',
            ),
          checks: z.record(z.number()).describe('Number of checks by status'),
          openFindings: z
            .array(
              z.object({
                checkId: z.string(),
                title: z.string(),
                facet: z.string(),
                status: z
                  .enum(['fail', 'unknown'])
                  .describe('unknown: nothing was declared'),
                finding: z.string(),
                expected: z.string(),
                remediation: z.string().describe('What to do'),
                since: z.string().describe('ISO 8601 timestamp'),
                upcoming: z.boolean().describe('Whether it does not score yet'),
              }),
            )
            .describe('The most valuable first'),
          assessedAt: z.string().optional().describe('ISO 8601 timestamp'),
        }),
    },
    examples: [
      {
        title: 'Where does the payments API stand?',
        input: { entityRef: 'component:default/payments-api' },
      },
    ],
    async action({ input, credentials }) {
      return {
        output: describeEntity(
          await services.read(input.entityRef, credentials),
        ),
      };
    },
  });
}

/** Of what is nested, the schema keeps what it names. */
function describeEntity(entity: EntityResponse) {
  const { entityRef, title, isSupplier, facets, supplierRisk, assessedAt } =
    entity;
  const { score, level, results } = entity.scorecard;
  const { errors, ...groups } = entity.profile;
  return {
    entityRef,
    title,
    isSupplier,
    score,
    level,
    facets,
    profile: Object.fromEntries(
      Object.entries(groups).filter(
        ([, values]) => Object.keys(values).length > 0,
      ),
    ),
    unusableAnnotations: errors,
    supplierRisk,
    checks: Object.fromEntries(
      checkStatuses.map(status => [
        status,
        results.filter(result => result.status === status).length,
      ]),
    ),
    openFindings: nextSteps(results, Infinity).map(result => ({
      ...result,
      status: result.status as 'fail' | 'unknown',
      remediation: result.remediation.text,
    })),
    assessedAt,
  };
}
