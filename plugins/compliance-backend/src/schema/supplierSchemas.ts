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

/** The schemas of answers about suppliers and dependencies. */
export const supplierSchemas = {
  Suppliers: object(['items', 'totalItems', 'pageInfo'], {
    items: arrayOf(ref('SupplierSummary')),
    totalItems: count,
    pageInfo: object([], { nextCursor: text }),
  }),
  SupplierSummary: object(
    ['entityRef', 'openFindings', 'dependents', 'dependentsByTier'],
    {
      entityRef: text,
      title: text,
      owner: text,
      kind: text,
      criticality: text,
      inherentRisk: text,
      residualRisk: text,
      dataAccess: text,
      lastAssessedOn: text,
      nextAssessmentOn: text,
      contractEndsOn: text,
      noticeBy: text,
      certifications: arrayOf(
        object(['scheme', 'validUntil'], {
          scheme: text,
          validUntil: text,
          scope: text,
        }),
      ),
      score,
      level: text,
      openFindings: count,
      dependents: count,
      dependentsByTier: {
        type: 'object',
        description: 'Number of dependents by service tier or `unset`.',
        additionalProperties: count,
      },
    },
  ),
  Dependencies: object(['dependencies', 'dependents', 'recovery'], {
    dependencies: ref('DependencyNode'),
    dependents: ref('DependencyNode'),
    truncated: flag,
    supplierRisk: object(['path', 'risk'], { path: texts, risk: text }),
    recovery: arrayOf(object(['path', 'rto'], { path: texts, rto: text })),
  }),
  DependencyNode: object(['entityRef', 'isSupplier'], {
    entityRef: text,
    title: text,
    kind: text,
    type: text,
    isSupplier: flag,
    serviceTier: text,
    classification: text,
    continuityTier: text,
    rto: text,
    residualRisk: text,
    level: text,
    children: {
      type: 'array',
      description:
        'Absent where the tree ends, be it because of the depth or because the entity is in it already, nearer to the root.',
      items: ref('DependencyNode'),
    },
  }),
} as const;
