import { relationships } from '@service-compliance/backstage-plugin-compliance-common';
import {
  arrayOf,
  count,
  flag,
  object,
  ref,
  score,
  text,
  texts,
} from './shapes';

const checkFacet = {
  type: 'string',
  enum: [
    'catalogue',
    'serviceLevel',
    'information',
    'continuity',
    'supplier',
    'operations',
  ],
} as const;

const checkStatus = {
  type: 'string',
  enum: ['pass', 'fail', 'unknown', 'not-applicable', 'waived'],
} as const;

const managementSystem = { type: 'string', enum: ['sms', 'isms'] } as const;

const check = {
  title: text,
  facet: checkFacet,
  weight: { type: 'number', exclusiveMinimum: 0 },
  clauses: arrayOf(ref('ClauseRef')),
  remediation: ref('Remediation'),
  enforcedFrom: text,
} as const;

const taskStatus = object([], {
  last: ref('Run'),
  lastSuccess: ref('Run'),
});

/** The effective values of a profile. */
const groups = {
  serviceLevel: ref('FieldValues'),
  information: ref('FieldValues'),
  continuity: ref('FieldValues'),
  supplier: ref('FieldValues'),
  scope: ref('FieldValues'),
  operations: ref('FieldValues'),
} as const;

const error = object(['name', 'message'], { name: text, message: text });

/** The schemas of all answers. */
export const schemas = {
  Vocabulary: object(
    [
      'scales',
      'ciaMaximum',
      'reviewEvery',
      'levels',
      'scope',
      'precedence',
      'fields',
    ],
    {
      scales: {
        type: 'object',
        description: 'Levels by scale, in the order of the scale.',
        additionalProperties: arrayOf(ref('Level')),
      },
      ciaMaximum: { type: 'integer', minimum: 1 },
      reviewEvery: text,
      levels: arrayOf(ref('LevelRule')),
      scope: {
        type: 'object',
        description:
          'Filter predicate of the catalog: the entities that are assessed.',
      },
      precedence: { type: 'string', enum: ['git', 'portal'] },
      fields: arrayOf(ref('Field')),
    },
  ),
  Level: {
    type: 'object',
    description: 'Tiers and criticalities also have what they imply.',
    required: ['id', 'title', 'description'],
    properties: { id: text, title: text, description: text },
  },
  LevelRule: object(['id', 'title', 'minScore', 'requiredChecks'], {
    id: text,
    title: text,
    minScore: score,
    requiredChecks: texts,
  }),
  Field: object(
    [
      'id',
      'group',
      'name',
      'title',
      'description',
      'annotation',
      'example',
      'input',
    ],
    {
      id: text,
      group: text,
      name: text,
      title: text,
      description: text,
      annotation: text,
      example: text,
      input: text,
      scale: text,
      label: text,
      column: text,
      excludes: { type: 'string', enum: ['facet', 'fields'] },
    },
  ),

  Checks: object(['items'], { items: arrayOf(ref('Check')) }),
  Check: object(
    ['id', 'title', 'description', 'facet', 'weight', 'clauses', 'remediation'],
    { id: text, description: text, ...check },
  ),
  ClauseRef: object(['standard', 'clause'], { standard: text, clause: text }),
  Remediation: object(['text'], { text, annotations: texts }),

  Standards: object(['items'], {
    items: arrayOf(
      object(['id', 'title', 'managementSystem', 'clauses', 'controls'], {
        id: text,
        title: text,
        managementSystem,
        clauses: count,
        controls: count,
      }),
    ),
  }),
  Standard: object(
    ['id', 'title', 'managementSystem', 'themes', 'clauses', 'crosswalks'],
    {
      id: text,
      title: text,
      managementSystem,
      themes: arrayOf(object(['id', 'title'], { id: text, title: text })),
      clauses: arrayOf(ref('Clause')),
      crosswalks: arrayOf(ref('Crosswalk')),
    },
  ),
  Clause: object(['id', 'title', 'kind', 'evidence', 'unit', 'checks'], {
    id: text,
    title: text,
    kind: { type: 'string', enum: ['clause', 'control'] },
    parent: text,
    evidence: { type: 'string', enum: ['service', 'organisation'] },
    unit: flag,
    checks: texts,
  }),
  Crosswalk: object(['id', 'source', 'target', 'status', 'relations'], {
    id: text,
    source: text,
    target: text,
    status: { type: 'string', enum: ['draft', 'complete'] },
    relations: arrayOf(
      object(['source', 'target', 'relationship', 'theme'], {
        source: text,
        target: text,
        relationship: { type: 'string', enum: [...relationships] },
        theme: text,
      }),
    ),
  }),

  Entities: object(['items', 'totalItems', 'pageInfo'], {
    items: arrayOf(ref('EntitySummary')),
    totalItems: count,
    pageInfo: object([], { nextCursor: text }),
  }),
  EntitySummary: object(
    ['entityRef', 'kind', 'namespace', 'name', 'openFindings'],
    {
      entityRef: text,
      kind: text,
      namespace: text,
      name: text,
      title: text,
      type: text,
      lifecycle: text,
      owner: text,
      system: text,
      domain: text,
      facets: { type: 'array', items: text },
      serviceTier: text,
      classification: text,
      continuityTier: text,
      supplierRisk: text,
      score,
      strictScore: score,
      level: text,
      openFindings: count,
      progress: { type: 'string', enum: ['untouched', 'started', 'complete'] },
      missing: texts,
      gain: score,
      assessedAt: text,
    },
  ),
  Entity: object(
    [
      'entityRef',
      'version',
      'mayUpdate',
      'declared',
      'edited',
      'liveChannel',
      'isSupplier',
      'facets',
      'profile',
      'scorecard',
    ],
    {
      entityRef: text,
      version: text,
      mayUpdate: flag,
      declared: ref('SourceValues'),
      edited: ref('SourceValues'),
      editUrl: text,
      liveChannel: text,
      title: text,
      isSupplier: flag,
      facets: texts,
      profile: ref('Profile'),
      supplierRisk: object(['risk'], { risk: text, path: texts }),
      scorecard: ref('Scorecard'),
      assessedAt: text,
      catalogReadAt: text,
    },
  ),
  SourceValues: {
    type: 'object',
    description: 'What one source says: values by group and field name.',
    additionalProperties: { type: 'object' },
  },
  Profile: object([...Object.keys(groups), 'errors'], {
    ...groups,
    errors: arrayOf(ref('AnnotationError')),
  }),
  FieldValues: {
    type: 'object',
    description: 'Effective values by field name; unset fields are absent.',
    additionalProperties: object(['value', 'source'], {
      value: {},
      source: ref('ValueSource'),
      conflict: object(['value', 'source'], {
        value: {},
        source: ref('ValueSource'),
        isAccepted: flag,
      }),
    }),
  },
  ValueSource: { type: 'string', enum: ['git', 'portal', 'default'] },
  AnnotationError: object(['annotation', 'value', 'expected'], {
    field: text,
    annotation: text,
    value: text,
    expected: text,
    nearest: text,
    source: { type: 'string', enum: ['portal'] },
  }),
  Scorecard: object(['results'], {
    score,
    strictScore: score,
    level: text,
    results: arrayOf(ref('CheckResult')),
  }),
  CheckResult: object(
    [
      'checkId',
      'title',
      'facet',
      'weight',
      'status',
      'finding',
      'expected',
      'since',
      'upcoming',
      'clauses',
      'remediation',
    ],
    {
      checkId: text,
      ...check,
      status: checkStatus,
      finding: text,
      expected: text,
      since: text,
      dueOn: text,
      upcoming: flag,
    },
  ),

  Preview: object(['before', 'scorecard', 'profile', 'resolved', 'opened'], {
    before: object([], { score, level: text }),
    scorecard: ref('Scorecard'),
    profile: object(Object.keys(groups), groups),
    resolved: arrayOf(ref('CheckResult')),
    opened: arrayOf(ref('CheckResult')),
  }),
  History: object(['items', 'pageInfo'], {
    items: arrayOf(
      object(['revision', 'source', 'action', 'changedAt', 'changes'], {
        revision: { type: 'integer', minimum: 1 },
        source: { type: 'string', enum: ['git', 'portal'] },
        action: {
          type: 'string',
          enum: ['edit', 'withdraw', 'accept', 'declare'],
        },
        author: text,
        changedAt: text,
        changes: arrayOf(
          object(['field'], { field: text, before: {}, after: {} }),
        ),
      }),
    ),
    pageInfo: object([], { nextCursor: text }),
  }),
  Bulk: object(['results'], {
    results: arrayOf(
      object(['entityRef', 'outcome'], {
        entityRef: text,
        outcome: {
          type: 'string',
          enum: [
            'saved',
            'unchanged',
            'invalid',
            'forbidden',
            'not-found',
            'failed',
          ],
        },
        errors: arrayOf(ref('FieldError')),
        version: text,
        score,
        level: text,
      }),
    ),
  }),
  FieldError: object(['field', 'path', 'message'], {
    field: text,
    path: arrayOf({ type: ['string', 'integer'] }),
    message: text,
  }),
  EditConflict: {
    type: 'object',
    required: ['error', 'current'],
    properties: { error, current: ref('Entity') },
  },
  InvalidValues: {
    type: 'object',
    required: ['error', 'fields'],
    properties: { error, fields: arrayOf(ref('FieldError')) },
  },

  Todo: object(['ownerRefs', 'due', 'progress'], {
    ownerRefs: texts,
    due: arrayOf(
      object(['entityRef', 'checkId', 'checkTitle', 'dueOn', 'fields'], {
        entityRef: text,
        title: text,
        checkId: text,
        checkTitle: text,
        dueOn: text,
        fields: texts,
      }),
    ),
    progress: arrayOf(
      object(['owner', 'complete', 'started', 'untouched'], {
        owner: text,
        complete: count,
        started: count,
        untouched: count,
      }),
    ),
  }),
  Labels: object(['feed', 'items', 'hasMore'], {
    feed: text,
    items: arrayOf(
      object(['entityRef', 'labels', 'revision'], {
        entityRef: text,
        labels: {
          type: ['object', 'null'],
          description: 'Null when the entity is gone.',
          additionalProperties: text,
        },
        revision: count,
      }),
    ),
    hasMore: flag,
  }),

  Status: object(['mirror', 'assessment'], {
    mirror: taskStatus,
    assessment: taskStatus,
    catalogReadAt: text,
    dataAgeSeconds: count,
  }),
  Run: object(['startedAt', 'endedAt', 'durationMs', 'outcome'], {
    startedAt: text,
    endedAt: text,
    durationMs: { type: 'number', minimum: 0 },
    outcome: { type: 'string', enum: ['success', 'failure'] },
    error: text,
    counts: {
      type: 'object',
      description: 'Only for callers who may see the whole catalog.',
      additionalProperties: count,
    },
    brokenChecks: arrayOf(
      object(['checkId'], {
        checkId: text,
        error: text,
        entities: count,
      }),
    ),
  }),

  Error: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: { name: text, message: text },
      },
    },
  },
} as const;
