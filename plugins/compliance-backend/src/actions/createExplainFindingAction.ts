import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  CheckResult,
  ClauseRef,
  EntityResponse,
  fieldList,
  nearestId,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { Rules } from '../checks/Rules';
import { HIDDEN_FINDING } from '../reporting/ResultExplainer';
import { StandardCatalog } from '../standards/StandardCatalog';
import { ENTITY_REF_DESCRIPTION, ServiceReader } from './ServiceReader';

/** `explain-finding`: why a check says what it says, and what to do. */
export function createExplainFindingAction(options: {
  actionsRegistry: ActionsRegistryService;
  services: ServiceReader;
  rules: Rules;
  standards: StandardCatalog;
}): void {
  const { actionsRegistry, services, rules, standards } = options;
  const checkIds = rules.checks.map(({ id }) => id);
  actionsRegistry.register({
    name: 'explain-finding',
    title: 'Explain finding',
    description: `
Explains what one check says about one service of the catalog: its status, what
was found and expected and since when, which clauses of ISO/IEC 20000-1 and
ISO/IEC 27001 a pass is evidence for, and what to do, with the annotations to set
and an example of each.

The ids of open findings are in the answer of get-service-compliance.`.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().min(1).describe(ENTITY_REF_DESCRIPTION),
            checkId: z
              .string()
              .min(1)
              .describe(`Which check, one of: ${checkIds.join(', ')}`),
          })
          .strict(),
      output: z =>
        z.object({
          entityRef: z.string().describe('Complete entity ref'),
          checkId: z.string(),
          title: z.string(),
          description: z
            .string()
            .describe('Why the check exists and when it passes'),
          facet: z.string().describe('What it looks at'),
          weight: z.number().describe('Share in the score; 1 is usual'),
          status: z.enum([
            'pass',
            'fail',
            'unknown',
            'not-applicable',
            'waived',
          ]),
          finding: z.string(),
          isFindingHidden: z
            .boolean()
            .describe(
              'Whether it is about other entities that the caller may not see; the finding then does not tell what was found',
            ),
          expected: z.string(),
          since: z
            .string()
            .describe('Since when the status is this, ISO 8601 timestamp'),
          dueOn: z
            .string()
            .optional()
            .describe('ISO 8601 date on which it changes by itself'),
          upcoming: z.boolean().describe('Whether it does not score yet'),
          enforcedFrom: z
            .string()
            .optional()
            .describe('ISO 8601 date from which it scores'),
          clauses: z
            .array(
              z.object({
                standard: z.string(),
                clause: z.string(),
                title: z.string(),
              }),
            )
            .describe('What a pass is evidence for'),
          remediation: z.object({
            text: z.string(),
            annotations: z
              .array(
                z.object({
                  annotation: z.string(),
                  description: z.string().optional(),
                  example: z.string().optional(),
                }),
              )
              .describe('To be set in catalog-info.yaml, or in the portal'),
          }),
        }),
    },
    examples: [
      {
        title: 'Why does the payments API fail the check of continuity tests?',
        input: {
          entityRef: 'component:default/payments-api',
          checkId: 'continuity-tested',
        },
      },
    ],
    async action({ input, credentials }) {
      const check = rules.find(input.checkId);
      if (!check) {
        throw unknownCheck(input.checkId, checkIds);
      }
      const entity = await services.read(input.entityRef, credentials);
      const result = resultOf(entity, check);
      return {
        output: {
          ...result,
          entityRef: entity.entityRef,
          description: check.description,
          isFindingHidden: result.finding === HIDDEN_FINDING,
          clauses: check.clauses.map(ref => clauseOf(ref, standards)),
          remediation: {
            text: check.remediation.text,
            annotations: (check.remediation.annotations ?? []).map(
              describeAnnotation,
            ),
          },
        },
      };
    },
  });
}

function unknownCheck(id: string, known: string[]): InputError {
  const nearest = nearestId(id, known);
  return new InputError(
    `Unknown checkId '${id}', ${
      nearest
        ? `did you mean '${nearest}'?`
        : `expected one of ${known.join(', ')}`
    }`,
  );
}

function resultOf(entity: EntityResponse, { id }: Check): CheckResult {
  const { results } = entity.scorecard;
  const result = results.find(({ checkId }) => checkId === id);
  if (!result) {
    throw new NotFoundError(
      results.length > 0
        ? `The check '${id}' does not apply to '${
            entity.entityRef
          }'; those that do are ${results
            .map(({ checkId }) => checkId)
            .join(', ')}`
        : `'${entity.entityRef}' was not assessed yet, or no check applies to it`,
    );
  }
  return result;
}

/** Refs were looked up when the checks were compiled. */
function clauseOf(ref: ClauseRef, standards: StandardCatalog) {
  const standard = standards.find(ref.standard)!;
  return {
    standard: standard.title,
    clause: ref.clause,
    title: standard.clauses.find(({ id }) => id === ref.clause)!.title,
  };
}

/** Checks of other modules may name annotations of their own. */
function describeAnnotation(annotation: string) {
  const field = fieldList.find(known => known.annotation === annotation);
  return {
    annotation,
    description: field?.description,
    example: field?.example,
  };
}
