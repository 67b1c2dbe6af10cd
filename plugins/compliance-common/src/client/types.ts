import { FilterPredicate } from '@backstage/filter-predicates';
import { CheckDefinition, CheckStatus } from '../checks';
import {
  AnnotationError,
  EffectiveProfile,
  FieldGroup,
  InputKind,
  Precedence,
  ProfileValues,
} from '../profile';
import { LevelRule, Progress, Scorecard } from '../scorecard';
import { Clause, Crosswalk, Standard } from '../standards';
import { Vocabulary } from '../vocabulary';

/**
 * Answer of `GET /vocabulary`.
 *
 * @public
 */
export interface VocabularyResponse extends Vocabulary {
  levels: LevelRule[];
  /**
   * Which entities are assessed. Evaluated against a catalog entity it tells
   * one that is out of scope from one that was not seen yet.
   */
  scope: FilterPredicate;
  fields: {
    id: string;
    group: FieldGroup;
    name: string;
    title: string;
    description: string;
    annotation: string;
    example: string;
    input: InputKind;
    scale?: string;
    label?: string;
    column?: string;
    excludes?: 'facet' | 'fields';
  }[];
  /** Which source wins when Git and the portal disagree. */
  precedence: Precedence;
}

/**
 * Answer of `GET /checks`.
 *
 * @public
 */
export interface ChecksResponse {
  items: CheckDefinition[];
}

/**
 * Answer of `GET /standards`.
 *
 * @public
 */
export interface StandardsResponse {
  items: {
    id: string;
    title: string;
    managementSystem: Standard['managementSystem'];
    clauses: number;
    controls: number;
  }[];
}

/**
 * Answer of `GET /standards/{id}`.
 *
 * @public
 */
export interface StandardResponse {
  id: string;
  title: string;
  managementSystem: Standard['managementSystem'];
  themes: Standard['themes'];
  /** Each with the ids of the checks that are evidence for it. */
  clauses: (Clause & { checks: string[] })[];
  /** Those that start or end at this standard. */
  crosswalks: Crosswalk[];
}

/**
 * What `GET /entities` can be sorted by.
 *
 * @public
 */
export type EntityOrderField =
  | 'name'
  | 'kind'
  | 'type'
  | 'owner'
  | 'system'
  | 'lifecycle'
  | 'serviceTier'
  | 'classification'
  | 'continuityTier'
  | 'supplierRisk'
  | 'score'
  | 'level'
  | 'openFindings'
  | 'gainPerField';

/**
 * What `GET /entities` can be filtered by. Values of one key are alternatives,
 * different keys must all match, and an empty list matches nothing. Use
 * `unset` for facet values and levels that are not known.
 *
 * @public
 */
export interface EntityFilter {
  kind?: string[];
  type?: string[];
  lifecycle?: string[];
  owner?: string[];
  system?: string[];
  serviceTier?: string[];
  classification?: string[];
  continuityTier?: string[];
  supplierRisk?: string[];
  level?: string[];
  progress?: Progress[];
  /** Only what the reader owns, be it through (nested) groups. */
  mine?: boolean;
  /** Entity refs; an entity belongs to the domain of its system. */
  domain?: string[];
  /** Lowest and highest score, 0–100. */
  minScore?: number;
  maxScore?: number;
  /**
   * Only entities of which a passing check, or the one of `check`, expires by
   * this ISO 8601 date.
   */
  dueBy?: string;
  /** Only entities for which this check has one of the given statuses. */
  check?: { id: string; status: CheckStatus[] };
}

/**
 * Query of `GET /entities`.
 *
 * @public
 */
export interface EntitiesQuery {
  filter?: EntityFilter;
  /**
   * A filter predicate as elsewhere in Backstage, over what `queryFields` names,
   * e.g. `{ 'information.classification': { $in: ['confidential'] } }`.
   */
  query?: FilterPredicate;
  /** Text that name or title contain, without regard to case. */
  fullText?: string;
  order?: { field: EntityOrderField; direction: 'asc' | 'desc' };
  /** Number of items, 1–500, 50 by default. */
  limit?: number;
  /** The `nextCursor` of the page before; filter and order must be repeated. */
  cursor?: string;
}

/**
 * An entity in a list.
 *
 * @public
 */
export interface EntitySummary {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
  system?: string;
  /**
   * Facets that apply to this kind and type of entity; absent before the first
   * assessment.
   */
  facets?: string[];
  /** Absent when unset. */
  serviceTier?: string;
  classification?: string;
  continuityTier?: string;
  /** The worst residual risk of the suppliers it needs, or its own. */
  supplierRisk?: string;
  domain?: string;
  score?: number;
  strictScore?: number;
  level?: string;
  /** Number of checks that fail or are unknown. */
  openFindings: number;
  /** How far the profile is; absent before the first assessment. */
  progress?: Progress;
  /** Ids of unset fields that checks ask for. */
  missing?: string[];
  /** Points that the score rises by at most when they are filled in, 0–100. */
  gain?: number;
  /** Absent before the first assessment; ISO 8601 timestamp. */
  assessedAt?: string;
}

/**
 * Answer of `GET /entities`.
 *
 * @public
 */
export interface EntitiesResponse {
  items: EntitySummary[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}`.
 *
 * @public
 */
export interface EntityResponse {
  entityRef: string;
  /**
   * Version of the profile, declared and edited. It is the `ETag` too; edits
   * name it in `If-Match`.
   */
  version: string;
  /** Whether the reader may edit the profile. */
  mayUpdate: boolean;
  /** What Git declares. */
  declared: ProfileValues;
  /** What was entered in the portal. */
  edited: ProfileValues;
  /** Where the file of the entity can be edited; a web address. */
  editUrl?: string;
  /** Channel of the signals that tell of changes, see `useSignal`. */
  liveChannel: string;
  title?: string;
  isSupplier: boolean;
  /** Facets that apply to this kind and type of entity. */
  facets: string[];
  profile: EffectiveProfile & { errors: AnnotationError[] };
  /**
   * The worst residual risk among the suppliers that it needs, directly or
   * through what it depends on, with the chain from the entity to the supplier.
   * A chain through what the reader may not see has no path.
   */
  supplierRisk?: { risk: string; path?: string[] };
  scorecard: Scorecard;
  /** Absent before the first assessment; ISO 8601 timestamp. */
  assessedAt?: string;
  /** When the catalog was last read completely; ISO 8601 timestamp. */
  catalogReadAt?: string;
}

/**
 * A run of the mirror or of the assessment.
 *
 * @public
 */
export interface RunStatus {
  /** ISO 8601 timestamps. */
  startedAt: string;
  endedAt: string;
  durationMs: number;
  outcome: 'success' | 'failure';
  /** Only for readers who may see the whole catalog; it may quote entities. */
  error?: string;
  /**
   * What was done, e.g. `changed` and `removed` entities. Only for readers who
   * may see the whole catalog.
   */
  counts?: Record<string, number>;
  /**
   * Checks that threw. The error and the number of entities are only for
   * readers who may see the whole catalog.
   */
  brokenChecks?: { checkId: string; error?: string; entities?: number }[];
}

/**
 * Answer of `GET /status`.
 *
 * @public
 */
export interface StatusResponse {
  mirror: { last?: RunStatus; lastSuccess?: RunStatus };
  assessment: { last?: RunStatus; lastSuccess?: RunStatus };
  /** When the catalog was last read completely; ISO 8601 timestamp. */
  catalogReadAt?: string;
  /** Seconds since then. */
  dataAgeSeconds?: number;
}
