import { AnnotationError, EffectiveProfile, Facet } from '../profile';
import { ClauseRef } from '../standards';
import { Vocabulary } from '../vocabulary';

/**
 * What a check looks at: a facet, how the entity stands in the catalogue, or
 * the links that operating it needs.
 *
 * @public
 */
export type CheckFacet = 'catalogue' | Facet | 'operations';

/**
 * The order in which scorecards show their groups.
 *
 * @public
 */
export const checkFacets: readonly CheckFacet[] = [
  'catalogue',
  'serviceLevel',
  'information',
  'continuity',
  'supplier',
  'operations',
];

/**
 * What a check can say. `unknown` means that nothing was declared; it never
 * counts as a pass, and neither does `waived`.
 *
 * @public
 */
export type CheckStatus =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'not-applicable'
  | 'waived';

/**
 * What a person does to make a check pass.
 *
 * @public
 */
export interface Remediation {
  /** What to do, as an instruction of one or two sentences. */
  text: string;
  /** Annotations to set. */
  annotations?: string[];
}

/**
 * What everybody may know about a check.
 *
 * @public
 */
export interface CheckDefinition {
  /** Stable id in kebab case; never changes once released. */
  id: string;
  title: string;
  /** Why the check exists and when it passes. */
  description: string;
  facet: CheckFacet;
  /** Share in the score, above 0; 1 is usual. */
  weight: number;
  /** Clauses and controls that a pass is evidence for. */
  clauses: ClauseRef[];
  remediation: Remediation;
  /** ISO 8601 date until which a finding is upcoming and does not score. */
  enforcedFrom?: string;
}

/**
 * What checks know about one entity.
 *
 * @public
 */
export interface EntityFacts {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  /** Cut after 500 characters. */
  description?: string;
  type?: string;
  lifecycle?: string;
  system?: string;
  /** Entity refs that own it, the first one being the one that is shown. */
  owners: string[];
  /** Those of the owners that the catalog does not have. */
  missingOwners: string[];
  tags: string[];
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Whether the configuration counts it as a supplier. */
  isSupplier: boolean;
  /** The facets that apply to this kind and type of entity. */
  facets: Facet[];
  profile: EffectiveProfile;
  errors: AnnotationError[];
}

/**
 * An entity at the other end of a dependency.
 *
 * @public
 */
export interface RelatedEntity {
  entityRef: string;
  /** Absent when the catalog does not have it or it is not in scope. */
  facts?: EntityFacts;
}

/**
 * Everything a check may look at.
 *
 * @public
 */
export interface CheckFacts {
  entity: EntityFacts;
  /** What it depends on, directly. */
  dependencies: RelatedEntity[];
  /** What depends on it, directly. */
  consumers: RelatedEntity[];
  /** ISO 8601 date. */
  today: string;
  vocabulary: Vocabulary;
}

/**
 * What a check says about an entity.
 *
 * @public
 */
export interface Verdict {
  status: Exclude<CheckStatus, 'waived'>;
  /** What was found, as a sentence. */
  finding: string;
  /** What was expected, as a sentence. */
  expected: string;
  /** ISO 8601 date on which the verdict changes without any other change. */
  dueOn?: string;
  /**
   * Refs of the other entities that the finding tells about. Who may not see
   * all of them is not shown the finding.
   */
  about?: string[];
}

/**
 * A verdict with what is known about its check.
 *
 * @public
 */
export interface CheckResult {
  checkId: string;
  title: string;
  facet: CheckFacet;
  weight: number;
  status: CheckStatus;
  finding: string;
  expected: string;
  /** Since when the status is what it is, ISO 8601 timestamp. */
  since: string;
  /** ISO 8601 date on which the verdict changes without any other change. */
  dueOn?: string;
  /** Whether the finding does not score yet, see `enforcedFrom`. */
  upcoming: boolean;
  enforcedFrom?: string;
  clauses: ClauseRef[];
  remediation: Remediation;
}
