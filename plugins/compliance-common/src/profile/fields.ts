import { ScaleId } from '../vocabulary';
import {
  certificationsType,
  countriesType,
  dateType,
  durationType,
  entityType,
  exclusionsType,
  levelType,
  linksType,
  linkType,
  percentType,
  ratingsType,
  targetsType,
  textsType,
  textType,
  ValueType,
} from './types';

/**
 * One field of a profile: the only place that says how it is named in an
 * annotation, a label, a form and a column.
 *
 * @public
 */
export interface Field<T = unknown> {
  type: ValueType<T>;
  title: string;
  /** What the value says, in one sentence; shown as help beside the input. */
  description: string;
  /** Key of the annotation it is declared with in Git. */
  annotation: string;
  /** A valid annotation value. */
  example: string;
  /** The scale it is chosen from. */
  scale?: ScaleId;
  /** Key of the label that the catalog carries its effective value in. */
  label?: string;
  /** Column of lists and exports that shows it, and that they sort by. */
  column?: 'serviceTier' | 'classification' | 'continuityTier' | 'supplierRisk';
  /**
   * Set when the field holds no value of its own but says that the facet, or
   * fields of it, do not apply.
   */
  excludes?: 'facet' | 'fields';
}

type Options = Omit<Field, 'type' | 'annotation' | 'scale'>;

function field<T>(
  annotation: string,
  type: ValueType<T>,
  options: Options,
): Field<T> {
  return { type, annotation: `compliance/${annotation}`, ...options };
}

function levelField(
  annotation: string,
  scale: ScaleId,
  options: Options,
): Field<string> {
  return { ...field(annotation, levelType(scale), options), scale };
}

/** What says that a facet or some of its fields do not apply. */
function exclusionFields(facet: string, prefix: string, example: string) {
  return {
    notApplicable: field(`${prefix}-not-applicable`, textType, {
      title: 'Not applicable',
      description: 'Why nothing of this applies; values beside it win.',
      example: 'Retired, kept for its archive',
      excludes: 'facet',
    }),
    notApplicableFields: field(
      `${prefix}-not-applicable-fields`,
      exclusionsType(() => namesOf(facet)),
      {
        title: 'Fields that do not apply',
        description: 'Why single fields do not apply; a value beside it wins.',
        example,
        excludes: 'fields',
      },
    ),
  };
}

/**
 * Every field, by the group it belongs to: the four facets, the scope and the
 * operational evidence.
 *
 * @public
 */
export const fields = {
  serviceLevel: {
    tier: levelField('service-tier', 'serviceTier', {
      title: 'Service tier',
      description: 'How much depends on the service being available.',
      example: 'tier-1',
      label: 'compliance/service-tier',
      column: 'serviceTier',
    }),
    availabilityTarget: field('availability-target', percentType, {
      title: 'Availability target',
      description:
        'Share of agreed time the service is available, in percent; the tier decides when unset.',
      example: '99.95',
    }),
    supportHours: levelField('support-hours', 'supportHours', {
      title: 'Support hours',
      description: 'When somebody answers; the tier decides when unset.',
      example: '24x7',
    }),
    sla: field('sla', linkType, {
      title: 'Service level agreement',
      description: 'Where the agreement with the customer is kept.',
      example: 'https://wiki.example.com/sla/payments',
    }),
    slos: field('slos', linksType, {
      title: 'Service level objectives',
      description: 'Where the OpenSLO documents of the service are kept.',
      example: 'https://git.example.com/payments/slo.yaml',
    }),
    responseTargets: field('response-targets', targetsType, {
      title: 'Response targets',
      description: 'Longest time until an incident is worked on, by priority.',
      example: 'P1=PT15M P2=PT1H P3=PT4H P4=P1D',
    }),
    resolveTargets: field('resolve-targets', targetsType, {
      title: 'Resolution targets',
      description: 'Longest time until an incident is resolved, by priority.',
      example: 'P1=PT4H P2=PT8H P3=P2D P4=P5D',
    }),
    reviewedOn: field('service-level-reviewed', dateType, {
      title: 'Service level reviewed on',
      description: 'When the service level was last confirmed.',
      example: '2026-03-31',
    }),
    ...exclusionFields(
      'serviceLevel',
      'service-level',
      'slos: Measured by the platform',
    ),
  },
  information: {
    classification: levelField('information-classification', 'classification', {
      title: 'Information classification',
      description: 'The most sensitive information that is processed.',
      example: 'confidential',
      label: 'compliance/information-classification',
      column: 'classification',
    }),
    cia: field('cia', ratingsType, {
      title: 'Protection needs',
      description:
        'How much harm a loss of confidentiality, integrity or availability does.',
      example: 'C3 I3 A4',
    }),
    personalData: levelField('personal-data', 'personalData', {
      title: 'Personal data',
      description: 'Whether information about people is processed.',
      example: 'pii',
    }),
    owner: field('information-owner', entityType, {
      title: 'Information owner',
      description: 'Who decides who may use the information.',
      example: 'group:default/retail-banking',
    }),
    residency: field('data-residency', countriesType, {
      title: 'Data residency',
      description: 'The countries the information is stored in.',
      example: 'DE, FR',
    }),
    retention: field('retention', durationType, {
      title: 'Retention',
      description: 'How long the information is kept.',
      example: 'P10Y',
    }),
    reviewedOn: field('information-reviewed', dateType, {
      title: 'Classification reviewed on',
      description: 'When the classification was last confirmed.',
      example: '2026-03-31',
    }),
    ...exclusionFields(
      'information',
      'information',
      'retention: Keeps nothing',
    ),
  },
  continuity: {
    tier: levelField('continuity-tier', 'continuityTier', {
      title: 'Continuity tier',
      description: 'How soon the service must be back after a disruption.',
      example: 'tier-2',
      label: 'compliance/continuity-tier',
      column: 'continuityTier',
    }),
    rto: field('rto', durationType, {
      title: 'Recovery time objective (RTO)',
      description:
        'Longest time until the service runs again; the tier decides when unset.',
      example: 'PT4H',
    }),
    rpo: field('rpo', durationType, {
      title: 'Recovery point objective (RPO)',
      description:
        'Longest time of which data may be lost; the tier decides when unset.',
      example: 'PT1H',
    }),
    mtpd: field('mtpd', durationType, {
      title: 'Maximum tolerable period of disruption (MTPD)',
      description:
        'After this time the harm becomes unacceptable; the tier decides when unset.',
      example: 'P1D',
    }),
    plan: field('continuity-plan', linkType, {
      title: 'Continuity plan',
      description: 'Where the plan for a disruption is kept.',
      example: 'https://wiki.example.com/bcp/payments',
    }),
    lastTestedOn: field('continuity-last-tested', dateType, {
      title: 'Last tested on',
      description: 'When the plan was last exercised.',
      example: '2026-05-12',
    }),
    testKind: levelField('continuity-test-kind', 'testKind', {
      title: 'Kind of test',
      description: 'How the plan was last exercised.',
      example: 'failover',
    }),
    testResult: levelField('continuity-test-result', 'testResult', {
      title: 'Test result',
      description: 'How the last exercise ended.',
      example: 'passed',
    }),
    achievedRto: field('achieved-rto', durationType, {
      title: 'Achieved recovery time',
      description: 'How long recovery took in the last exercise.',
      example: 'PT2H',
    }),
    achievedRpo: field('achieved-rpo', durationType, {
      title: 'Achieved recovery point',
      description: 'Of how much time data was lost in the last exercise.',
      example: 'PT30M',
    }),
    backupRestoredOn: field('backup-restored', dateType, {
      title: 'Backup restored on',
      description: 'When data was last restored from a backup.',
      example: '2026-04-02',
    }),
    reviewedOn: field('continuity-reviewed', dateType, {
      title: 'Continuity reviewed on',
      description: 'When tier, objectives and plan were last confirmed.',
      example: '2026-03-31',
    }),
    ...exclusionFields('continuity', 'continuity', 'rpo: Stores no data'),
  },
  supplier: {
    kind: levelField('supplier-kind', 'supplierKind', {
      title: 'Kind of supplier',
      description: 'How the supplier relates to the organisation.',
      example: 'external',
    }),
    criticality: levelField('supplier-criticality', 'criticality', {
      title: 'Criticality',
      description:
        'How much depends on the supplier; decides how often it is assessed.',
      example: 'high',
    }),
    inherentRisk: levelField('supplier-inherent-risk', 'risk', {
      title: 'Inherent risk',
      description: 'Risk before any treatment.',
      example: 'high',
    }),
    residualRisk: levelField('supplier-residual-risk', 'risk', {
      title: 'Residual risk',
      description: 'Risk that remains after treatment.',
      example: 'medium',
      label: 'compliance/supplier-risk',
      column: 'supplierRisk',
    }),
    dataAccess: levelField('supplier-data-access', 'dataAccess', {
      title: 'Data access',
      description: 'The most sensitive information the supplier may see.',
      example: 'internal',
    }),
    substitutability: levelField(
      'supplier-substitutability',
      'substitutability',
      {
        title: 'Substitutability',
        description: 'How easily the supplier can be replaced.',
        example: 'medium',
      },
    ),
    lastAssessedOn: field('supplier-last-assessed', dateType, {
      title: 'Last assessed on',
      description: 'When the supplier was last assessed.',
      example: '2026-01-20',
    }),
    contract: field('supplier-contract', linkType, {
      title: 'Contract',
      description: 'Where the contract is kept.',
      example: 'https://contracts.example.com/acme',
    }),
    contractEndsOn: field('supplier-contract-ends', dateType, {
      title: 'Contract ends on',
      description: 'Last day of the contract.',
      example: '2027-12-31',
    }),
    noticePeriod: field('supplier-notice-period', durationType, {
      title: 'Notice period',
      description:
        'How long before its end the contract must be cancelled or renewed.',
      example: 'P3M',
    }),
    certifications: field('supplier-certifications', certificationsType, {
      title: 'Certifications',
      description:
        'Certificates the supplier holds and how long they are valid.',
      example: 'ISO 27001 until 2027-03-31 (hosting); SOC 2 until 2027-01-31',
    }),
    exitPlan: field('supplier-exit-plan', linkType, {
      title: 'Exit plan',
      description: 'Where the plan for leaving the supplier is kept.',
      example: 'https://wiki.example.com/exit/acme',
    }),
    subcontractors: field('supplier-subcontractors', textsType, {
      title: 'Subcontractors',
      description: 'Who the supplier relies on.',
      example: 'Acme Cloud, Acme Support',
    }),
    dataLocations: field('supplier-data-locations', countriesType, {
      title: 'Data locations',
      description: 'The countries the supplier processes our information in.',
      example: 'DE, IE',
    }),
    owner: field('supplier-owner', entityType, {
      title: 'Relationship owner',
      description: 'Who manages the relationship with the supplier.',
      example: 'group:default/procurement',
    }),
    ...exclusionFields(
      'supplier',
      'supplier',
      'exitPlan: Can be switched off any day',
    ),
  },
  scope: {
    sms: levelField('sms-scope', 'scope', {
      title: 'Service management scope',
      description: 'Whether the service management system covers it.',
      example: 'in',
    }),
    smsReason: field('sms-scope-reason', textType, {
      title: 'Reason for the service management scope',
      description: 'Why it is out of scope; required when it is.',
      example: 'Decommissioned by the end of the year',
    }),
    isms: levelField('isms-scope', 'scope', {
      title: 'Information security scope',
      description:
        'Whether the information security management system covers it.',
      example: 'in',
    }),
    ismsReason: field('isms-scope-reason', textType, {
      title: 'Reason for the information security scope',
      description: 'Why it is out of scope; required when it is.',
      example: 'Holds no information of ours',
    }),
  },
  operations: {
    dependencies: levelField('dependencies', 'dependencies', {
      title: 'Dependencies',
      description:
        'States that there are none, as opposed to none having been declared.',
      example: 'none',
    }),
    changeProcess: field('change-process', linkType, {
      title: 'Change process',
      description: 'How changes are requested, approved and released.',
      example: 'https://wiki.example.com/change/payments',
    }),
    onCall: field('on-call', linkType, {
      title: 'Incidents and on-call',
      description: 'Where incidents are raised and who is called.',
      example: 'https://oncall.example.com/payments',
    }),
    runbook: field('runbook', linkType, {
      title: 'Runbook',
      description: 'How to operate and recover the service.',
      example: 'https://wiki.example.com/runbooks/payments',
    }),
  },
} as const;

/** Names of the fields of a group that hold values. */
function namesOf(group: string): string[] {
  const members = (fields as Record<string, Record<string, Field>>)[group];
  return Object.keys(members).filter(name => !members[name].excludes);
}

/**
 * A group of fields: a facet, the scope or the operational evidence.
 *
 * @public
 */
export type FieldGroup = keyof typeof fields;

/**
 * The four groups of metadata that a profile is made of.
 *
 * @public
 */
export type Facet = 'serviceLevel' | 'information' | 'continuity' | 'supplier';

/**
 * The facets in the order they are shown.
 *
 * @public
 */
export const facets: readonly Facet[] = [
  'serviceLevel',
  'information',
  'continuity',
  'supplier',
];

/**
 * The values of a group of fields, each absent when unset.
 *
 * @public
 */
export type FieldValues<G extends FieldGroup = FieldGroup> = {
  [N in keyof (typeof fields)[G]]?: (typeof fields)[G][N] extends Field<infer T>
    ? T
    : never;
};

/**
 * A field with its place in the table.
 *
 * @public
 */
export interface FieldEntry extends Field {
  group: FieldGroup;
  name: string;
  /** `<group>.<name>`, e.g. `serviceLevel.tier`. */
  id: string;
}

/**
 * The field table as a list, in the order it is shown.
 *
 * @public
 */
export const fieldList: readonly FieldEntry[] = Object.entries(fields).flatMap(
  ([group, members]) =>
    Object.entries(members as Record<string, Field>).map(([name, entry]) => ({
      ...entry,
      group: group as FieldGroup,
      name,
      id: `${group}.${name}`,
    })),
);
