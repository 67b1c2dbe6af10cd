import {
  CheckResult,
  CoverageState,
} from '@service-compliance/backstage-plugin-compliance-common';
import { AssessedClause, AssessedService } from './AssessedService';
import {
  componentUuid,
  describeComponent,
  describeEvidence,
  mapped,
} from './componentDefinition';
import { controlId, listed, prop, startOfDay, uuidOf } from './identifiers';
import {
  catalogResource,
  ExportContext,
  metadataOf,
  rulesResource,
} from './metadata';
import { OscalDocument } from './writeDocument';

/** How a finding of OSCAL puts it; other states are no finding. */
const targets: Partial<
  Record<
    CoverageState,
    { state: 'satisfied' | 'not-satisfied'; reason: 'pass' | 'fail' | 'other' }
  >
> = {
  covered: { state: 'satisfied', reason: 'pass' },
  partial: { state: 'not-satisfied', reason: 'other' },
  gap: { state: 'not-satisfied', reason: 'fail' },
  unknown: { state: 'not-satisfied', reason: 'other' },
  // A waiver is an exception, not evidence.
  waived: { state: 'not-satisfied', reason: 'other' },
};

const implementation: Partial<Record<CoverageState, string>> = {
  covered: 'implemented',
  partial: 'partial',
};

/** A selection must name controls, or all of them. */
const nothingJudged = {
  description: 'Checks looked for every clause and judge none here.',
  'include-all': {},
};

/** A result for each service: an observation for each check that applies, and a finding for each clause that checks judge. */
export function assessmentResultsDocument(
  services: AsyncIterable<AssessedService[]>,
  context: ExportContext,
): OscalDocument {
  return {
    model: 'assessment-results',
    head: {
      uuid: uuidOf('assessment-results', context.id),
      metadata: metadataOf('Assessment results', context),
      'import-ap': { href: `#${rulesResource.uuid}` },
    },
    list: {
      key: 'results',
      pages: mapped(services, service => resultOf(service, context)),
      whenEmpty: {
        uuid: uuidOf('result', context.id),
        title: context.subject,
        description: 'No service was assessed.',
        start: context.now,
        'reviewed-controls': {
          'control-selections': [nothingJudged],
        },
      },
    },
    tail: { 'back-matter': { resources: [rulesResource, catalogResource] } },
  };
}

function resultOf(service: AssessedService, { now }: ExportContext) {
  const { entityRef, assessedAt = now } = service.summary;
  const judged = service.clauses.filter(({ state }) => targets[state]);
  return {
    uuid: uuidOf('result', entityRef),
    title: describeComponent(service).title,
    description: `What the checks say about '${entityRef}'.`,
    start: assessedAt,
    'local-definitions': {
      components: [
        { ...describeComponent(service), status: { state: 'operational' } },
      ],
    },
    'reviewed-controls': {
      'control-selections': [
        judged.length > 0
          ? {
              'include-controls': judged.map(clause => ({
                'control-id': controlId(clause),
              })),
            }
          : nothingJudged,
      ],
    },
    ...listed(
      'observations',
      service.results.map(result =>
        observationOf(entityRef, result, assessedAt),
      ),
    ),
    ...listed(
      'findings',
      judged.map(clause => findingOf(service, clause)),
    ),
  };
}

/** UUID of what a check says about a service, in every document. */
const observationUuid = (entityRef: string, checkId: string) =>
  uuidOf('observation', entityRef, checkId);

/** What a check says about a service. */
export function observationOf(
  entityRef: string,
  result: CheckResult,
  assessedAt: string,
) {
  const { checkId, title, status, finding, expected, dueOn } = result;
  return {
    uuid: observationUuid(entityRef, checkId),
    title,
    description: `${finding}\nExpected: ${expected}`,
    props: [
      ...prop('check-id', checkId),
      ...prop('status', status),
      ...prop('upcoming', result.upcoming ? 'true' : undefined),
      ...prop('since', result.since),
    ],
    methods: ['EXAMINE'],
    subjects: [{ 'subject-uuid': componentUuid(entityRef), type: 'component' }],
    collected: assessedAt,
    // A pass holds until then; a finding does not end by itself.
    ...(status === 'pass' && dueOn && { expires: startOfDay(dueOn) }),
  };
}

function findingOf(service: AssessedService, clause: AssessedClause) {
  const { entityRef } = service.summary;
  const applied = service.results.filter(({ checkId }) =>
    clause.checks.includes(checkId),
  );
  const state = implementation[clause.state];
  return {
    uuid: uuidOf('finding', entityRef, clause.standard, clause.clause),
    title: `${clause.clause} ${clause.title}`,
    description: describeEvidence(service, clause),
    props: prop('coverage', clause.state),
    target: {
      type: 'objective-id',
      'target-id': controlId(clause),
      status: targets[clause.state]!,
      ...(state && { 'implementation-status': { state } }),
    },
    ...listed(
      'related-observations',
      applied.map(({ checkId }) => ({
        'observation-uuid': observationUuid(entityRef, checkId),
      })),
    ),
  };
}
