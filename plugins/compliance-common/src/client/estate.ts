import { CompoundEntityRef } from '@backstage/catalog-model';
import { Facet } from '../profile';
import { Progress } from '../scorecard';
import { ClauseRef } from '../standards';
import { EntitiesQuery } from './types';

/**
 * What totals can be grouped by.
 *
 * @public
 */
export type GroupBy = 'owner' | 'system' | 'domain' | 'kind' | 'lifecycle';

/**
 * Number of entities by the state of one facet. Those that the facet does not
 * apply to are in none of them.
 *
 * @public
 */
export interface FacetTotals {
  /** Number of entities that the facet applies to. */
  total: number;
  /** Those without an open finding in it. */
  clear: number;
  /** Those with a failing check in it. */
  failing: number;
  /** Those with nothing worse than an unknown check in it. */
  unknown: number;
}

/**
 * Totals of some entities.
 *
 * @public
 */
export interface EntityTotals {
  /** Number of entities. */
  total: number;
  /** Mean of their scores, 0–100; absent when none has a score. */
  averageScore?: number;
  /** Number of entities by level; levels that none has are absent. */
  levels: Record<string, number>;
  /** Number of entities by progress. */
  progress: Record<Progress, number>;
  facets: Record<Facet, FacetTotals>;
}

/**
 * Dates that come, by what they are of: a passing check expires then, or a
 * finding begins.
 *
 * @public
 */
export interface ExpiryTotals {
  checkId: string;
  title: string;
  /** Number of entities whose pass ends within 30, 60 and 90 days. */
  within30: number;
  within60: number;
  within90: number;
}

/**
 * Answer of `GET /summary`, over what the reader may see.
 *
 * @public
 */
export interface SummaryResponse extends EntityTotals {
  /**
   * At most 200, the largest first; an entity with several owners is in each of
   * their groups.
   */
  groups: (EntityTotals & {
    /** Entity ref, kind or lifecycle; `unset` for what has none. */
    key: string;
  })[];
  /** Whether there are more groups than are told. */
  hasMoreGroups: boolean;
  /** The checks with the most open findings, at most ten. */
  failing: {
    checkId: string;
    title: string;
    facet: string;
    /** Number of entities. */
    total: number;
    clauses: ClauseRef[];
  }[];
  expiring: ExpiryTotals[];
}

/**
 * One day of a {@link TrendsResponse}. A day on which nothing was assessed has
 * no numbers.
 *
 * @public
 */
export interface TrendPoint {
  /** ISO 8601 date. */
  date: string;
  /** Number of entities with a score. */
  total?: number;
  /** Mean of their scores, 0–100. */
  averageScore?: number;
  /** Number of open findings of all of them. */
  openFindings?: number;
  /**
   * Number of entities without a classification of their information. Those
   * that the facet does not apply to, e.g. suppliers, are not counted.
   */
  unclassified?: number;
  /** Number of entities by level. */
  levels?: Record<string, number>;
}

/**
 * Answer of `GET /trends`: of the entities that the reader may see today, one
 * point for each day, the oldest first.
 *
 * @public
 */
export interface TrendsResponse {
  points: TrendPoint[];
}

/**
 * A supplier in the list of suppliers. Values without an entry are unset.
 *
 * @public
 */
export interface SupplierSummary {
  entityRef: string;
  title?: string;
  owner?: string;
  kind?: string;
  criticality?: string;
  inherentRisk?: string;
  residualRisk?: string;
  dataAccess?: string;
  /** ISO 8601 date. */
  lastAssessedOn?: string;
  /** When the next assessment is due, ISO 8601 date. */
  nextAssessmentOn?: string;
  /** ISO 8601 date. */
  contractEndsOn?: string;
  /** Last day to cancel or renew the contract, ISO 8601 date. */
  noticeBy?: string;
  certifications?: { scheme: string; validUntil: string; scope?: string }[];
  score?: number;
  level?: string;
  openFindings: number;
  /** Number of visible entities that depend on it, directly or through others. */
  dependents: number;
  /** The same by service tier; `unset` for those without. */
  dependentsByTier: Record<string, number>;
}

/**
 * Answer of `GET /suppliers`.
 *
 * @public
 */
export interface SuppliersResponse {
  items: SupplierSummary[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/**
 * An entity in a tree of dependencies.
 *
 * @public
 */
export interface DependencyNode {
  entityRef: string;
  title?: string;
  /** Absent for what is not in scope. */
  kind?: string;
  type?: string;
  isSupplier: boolean;
  serviceTier?: string;
  classification?: string;
  continuityTier?: string;
  /** Effective recovery time objective, ISO 8601 duration. */
  rto?: string;
  /** Own residual risk. */
  residualRisk?: string;
  level?: string;
  /**
   * The next ones; absent where the tree ends because of its depth, or because
   * the entity is in it already, nearer to the root.
   */
  children?: DependencyNode[];
}

/**
 * A chain of dependencies that explains something, from the entity itself on.
 *
 * @public
 */
export interface DependencyChain {
  /** Entity refs. */
  path: string[];
}

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/dependencies`. What the
 * reader may not see is left out with all that is only reached through it.
 *
 * @public
 */
export interface DependenciesResponse {
  /** What the entity depends on, itself being the root. */
  dependencies: DependencyNode;
  /** What depends on the entity, itself being the root. */
  dependents: DependencyNode;
  /**
   * Whether a tree has more than 500 dependencies; the nearest are told, and the
   * chains are found among them.
   */
  truncated?: boolean;
  /** The shortest chain to a supplier of the worst residual risk. */
  supplierRisk?: DependencyChain & { risk: string };
  /** Chains to what recovers later than the entity, the latest first. */
  recovery: (DependencyChain & {
    /** Objective of the entity at the end, ISO 8601 duration. */
    rto: string;
  })[];
}

/**
 * What `GET /suppliers` is asked for.
 *
 * @public
 */
export interface SuppliersQuery
  extends Pick<EntitiesQuery, 'fullText' | 'limit' | 'cursor'> {
  order?: {
    field:
      | 'name'
      | 'criticality'
      | 'residualRisk'
      | 'nextAssessmentOn'
      | 'contractEndsOn'
      | 'score';
    direction: 'asc' | 'desc';
  };
}

/**
 * What totals and trends are asked for.
 *
 * @public
 */
export interface SummaryQuery
  extends Pick<EntitiesQuery, 'filter' | 'query' | 'fullText'> {
  /** `owner` by default. */
  groupBy?: GroupBy;
}

/**
 * What trees of dependencies are asked for.
 *
 * @public
 */
export interface DependenciesQuery {
  entityRef: string | CompoundEntityRef;
  /** Number of steps, 1–5, as configured by default. */
  depth?: number;
}

/**
 * What trends are asked for.
 *
 * @public
 */
export interface TrendsQuery extends Omit<SummaryQuery, 'groupBy'> {
  /** Number of days up to today, 1–366, 90 by default. */
  days?: number;
}

/**
 * Which entities are exported, and as what.
 *
 * @public
 */
export interface ExportQuery extends Omit<EntitiesQuery, 'limit' | 'cursor'> {
  format: 'csv' | 'json';
}
