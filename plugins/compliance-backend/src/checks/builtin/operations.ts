import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { fields } from '@service-compliance/backstage-plugin-compliance-common';
import { builtIn, BuiltInCheck, isms, pass, sms, unknown } from './builtIn';

/**
 * Builds a check for a link to something that operating a service needs. The
 * annotations that other plugins look at are as good as ours.
 */
function linked(
  options: Pick<
    BuiltInCheck,
    'id' | 'title' | 'description' | 'weight' | 'clauses' | 'remedy'
  > & {
    field: 'changeProcess' | 'onCall' | 'runbook';
    what: string;
    /** Keys of annotations of the ecosystem. */
    evidence: string[];
  },
): Check {
  const { field, what, evidence, description, ...rest } = options;
  return builtIn({
    ...rest,
    description: `${description} Passes when one is linked, or when one of these annotations is set: ${evidence.join(
      ', ',
    )}.`,
    facet: 'operations',
    appliesToFacet: 'serviceLevel',
    fields: [`operations.${field}`],
    expected: `${what} is linked.`,
    judge({ entity: { profile, annotations } }) {
      const found = profile.operations[field]
        ? fields.operations[field].annotation
        : evidence.find(key => annotations[key]?.trim());
      return found
        ? pass(`${what} is linked with ${found}.`)
        : unknown(`${what.replace(/^An? /, 'No ')} is linked.`);
    },
  });
}

/** What operating a service needs. */
export const operationsChecks = [
  linked({
    id: 'operations-change-process',
    title: 'Change process',
    description: 'Changes must be requested, approved and traceable.',
    weight: 1,
    clauses: [...sms('8.5.1'), ...isms('A.8.32')],
    field: 'changeProcess',
    what: 'A change process',
    evidence: [
      'backstage.io/source-location',
      'github.com/project-slug',
      'gitlab.com/project-slug',
      'gitlab.com/project-id',
      'dev.azure.com/project-repo',
      'argocd/app-name',
      'jira/project-key',
      'servicenow.com/entity-id',
    ],
    remedy:
      'Keep the service under version control and register it from there, or link how its changes are made.',
  }),
  linked({
    id: 'operations-on-call',
    title: 'Incidents and on-call',
    description: 'Somebody must know of an incident and act on it.',
    weight: 2,
    clauses: [...sms('8.6.1'), ...isms('A.5.24')],
    field: 'onCall',
    what: 'An on-call rota',
    evidence: [
      'pagerduty.com/integration-key',
      'pagerduty.com/service-id',
      'opsgenie.com/component-selector',
      'opsgenie.com/team',
      'splunk.com/on-call-team',
      'ilert.com/integration-key',
      'firehydrant.com/service-name',
      'rootly.com/service-id',
      'rootly.com/service-slug',
    ],
    remedy: 'Connect the service to the on-call tool, or link to its rota.',
  }),
  linked({
    id: 'operations-runbook',
    title: 'Runbook',
    description: 'Whoever is called at night must not have to guess.',
    weight: 1,
    clauses: [...sms('8.6.1'), ...isms('A.5.37')],
    field: 'runbook',
    what: 'A runbook',
    evidence: ['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'],
    remedy:
      'Write down how the service is operated and recovered, and link it.',
  }),
];
