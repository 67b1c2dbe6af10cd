import { Entity } from '@backstage/catalog-model';
import {
  AnnotationError,
  CheckResult,
  defaultLevels,
  defaultVocabulary,
  effectiveProfile,
  EntityResponse,
  EntitySummary,
  fieldList,
  iso20000,
  iso20000ToIso27001,
  iso27001,
  ProfileValues,
  scoreOf,
  Standard,
  StandardResponse,
  StatusResponse,
  SummaryResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';

/** The service that most fixtures are about. */
export const paymentsEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', title: 'Payment gateway' },
  spec: { type: 'service', owner: 'group:default/payments-team' },
};

/** The default words, for all components, APIs, resources and systems. */
export const vocabulary: VocabularyResponse = {
  ...defaultVocabulary,
  levels: defaultLevels,
  scope: { kind: { $in: ['component', 'api', 'resource', 'system'] } },
  precedence: 'git',
  fields: fieldList.map(({ type, ...field }) => ({
    ...field,
    input: type.input,
  })),
};

function standardResponse(standard: Standard): StandardResponse {
  return {
    ...standard,
    clauses: standard.clauses.map(clause => ({ ...clause, checks: [] })),
    crosswalks: [iso20000ToIso27001],
  };
}

/** Both standards, as the backend answers them. */
export const standards: StandardResponse[] = [
  standardResponse(iso20000),
  standardResponse(iso27001),
];

/** A result; a passing check of continuity unless said otherwise. */
export function result(overrides: Partial<CheckResult> = {}): CheckResult {
  return {
    checkId: 'continuity-tier',
    title: 'Continuity tier is set',
    facet: 'continuity',
    weight: 1,
    status: 'pass',
    finding: 'The continuity tier is Tier 2.',
    expected: 'A continuity tier is set.',
    since: '2026-03-01T09:00:00.000Z',
    upcoming: false,
    clauses: [{ standard: 'iso20000-1-2018', clause: '8.7.2' }],
    remediation: {
      text: 'Agree with the business how soon the service must be back.',
      annotations: ['compliance/continuity-tier'],
    },
    ...overrides,
  };
}

/** One result of every status, and an upcoming one. */
export const mixedResults: CheckResult[] = [
  result({
    checkId: 'catalogue-owner',
    title: 'Owner is set and exists',
    facet: 'catalogue',
    finding: 'Owned by payments-team.',
    expected: 'An owner that the catalog knows.',
    weight: 2,
    clauses: [
      { standard: 'iso20000-1-2018', clause: '8.2.4' },
      { standard: 'iso27001-2022', clause: 'A.5.9' },
    ],
  }),
  result({ dueOn: '2027-03-31' }),
  result({
    checkId: 'continuity-tested',
    title: 'Continuity plan is tested in time',
    status: 'fail',
    finding: 'The last test was on 12 May 2024.',
    expected: 'A test within the last year.',
    weight: 3,
    clauses: [
      { standard: 'iso20000-1-2018', clause: '8.7.2' },
      { standard: 'iso27001-2022', clause: 'A.5.30' },
    ],
    remediation: {
      text: 'Exercise the plan and declare the date and the result.',
      annotations: [
        'compliance/continuity-last-tested',
        'compliance/continuity-test-result',
      ],
    },
  }),
  result({
    checkId: 'information-owner',
    title: 'Information owner is named',
    facet: 'information',
    status: 'unknown',
    finding: 'No information owner is declared.',
    expected: 'An information owner.',
  }),
  result({
    checkId: 'operations-runbook',
    title: 'Runbook is linked',
    facet: 'operations',
    status: 'waived',
    finding: 'No runbook is linked.',
    expected: 'A link to a runbook.',
  }),
  result({
    checkId: 'service-level-sla',
    title: 'Service level agreement is linked',
    facet: 'serviceLevel',
    status: 'fail',
    upcoming: true,
    enforcedFrom: '2027-01-01',
    finding: 'No agreement is linked.',
    expected: 'A link to the agreement.',
  }),
  result({
    checkId: 'supplier-assessed',
    title: 'Supplier is assessed',
    facet: 'supplier',
    status: 'not-applicable',
    finding: 'It is no supplier.',
    expected: 'An assessment.',
  }),
];

/** A value of most kinds of fields; one that the portal sees otherwise. */
export const declaredValues: ProfileValues = {
  serviceLevel: {
    tier: 'tier-1',
    sla: 'https://wiki.example.com/sla/payments',
    responseTargets: { p1: 'PT15M', p2: 'PT1H' },
  },
  information: {
    classification: 'confidential',
    cia: { confidentiality: 3, integrity: 3, availability: 4 },
    owner: 'group:default/retail-banking',
    residency: ['DE', 'FR'],
    retention: 'P10Y',
  },
  continuity: { tier: 'tier-2', lastTestedOn: '2024-05-12' },
};

/** What the backend says about {@link paymentsEntity}. */
export function entityResponse(
  options: {
    declared?: ProfileValues;
    edited?: ProfileValues;
    errors?: AnnotationError[];
    results?: CheckResult[];
    overrides?: Partial<EntityResponse>;
  } = {},
): EntityResponse {
  const {
    declared = declaredValues,
    edited = { serviceLevel: { tier: 'tier-2' } },
    errors = [],
    results = mixedResults,
    overrides,
  } = options;
  return {
    entityRef: 'component:default/payments',
    version: '1',
    mayUpdate: true,
    declared,
    edited,
    editUrl: 'https://git.example.com/payments/edit/main/catalog-info.yaml',
    liveChannel: 'compliance:payments',
    title: 'Payment gateway',
    isSupplier: false,
    facets: ['serviceLevel', 'information', 'continuity'],
    profile: {
      ...effectiveProfile({ declared, edited, vocabulary }),
      errors,
    },
    scorecard: { ...scoreOf(results, defaultLevels), results },
    assessedAt: new Date(Date.now() - 60_000).toISOString(),
    catalogReadAt: new Date(Date.now() - 120_000).toISOString(),
    ...overrides,
  };
}

/** An entity in a list. */
export function summary(overrides: Partial<EntitySummary> = {}): EntitySummary {
  return {
    entityRef: 'component:default/payments',
    kind: 'Component',
    namespace: 'default',
    name: 'payments',
    title: 'Payment gateway',
    type: 'service',
    owner: 'group:default/payments-team',
    system: 'system:default/payments',
    serviceTier: 'tier-1',
    classification: 'confidential',
    continuityTier: 'tier-2',
    score: 62.5,
    strictScore: 50,
    level: 'bronze',
    openFindings: 3,
    progress: 'started',
    missing: ['information.personalData', 'serviceLevel.sla'],
    gain: 12.5,
    assessedAt: '2026-11-22T08:00:00.000Z',
    ...overrides,
  };
}

/** The totals of an estate of two services of two teams. */
export function summaryResponse(
  overrides: Partial<SummaryResponse> = {},
): SummaryResponse {
  const facet = { total: 2, clear: 1, failing: 1, unknown: 0 };
  const none = { total: 0, clear: 0, failing: 0, unknown: 0 };
  const totals = {
    total: 2,
    averageScore: 62.5,
    levels: { bronze: 1, gold: 1 },
    progress: { complete: 1, started: 1, untouched: 0 },
    facets: {
      serviceLevel: facet,
      information: facet,
      continuity: facet,
      supplier: none,
    },
  };
  return {
    ...totals,
    groups: [
      { key: 'group:default/cards', ...totals },
      { key: 'group:default/payments-team', ...totals },
    ],
    hasMoreGroups: false,
    failing: [
      {
        checkId: 'continuity-tested',
        title: 'Continuity plan is tested in time',
        facet: 'continuity',
        total: 1,
        clauses: [{ standard: 'iso20000-1-2018', clause: '8.7.2' }],
      },
    ],
    expiring: [
      {
        checkId: 'continuity-tested',
        title: 'Continuity plan is tested in time',
        within30: 1,
        within60: 1,
        within90: 2,
      },
    ],
    ...overrides,
  };
}

/** A catalog that was read two minutes ago. */
export function statusResponse(
  overrides: Partial<StatusResponse> = {},
): StatusResponse {
  const startedAt = new Date(Date.now() - 122_000).toISOString();
  const endedAt = new Date(Date.now() - 120_000).toISOString();
  const run = {
    startedAt,
    endedAt,
    durationMs: 2000,
    outcome: 'success' as const,
  };
  return {
    mirror: { last: run, lastSuccess: run },
    assessment: { last: run, lastSuccess: run },
    catalogReadAt: endedAt,
    dataAgeSeconds: 120,
    ...overrides,
  };
}
