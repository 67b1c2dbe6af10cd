import {
  CheckStatus,
  Completion,
  Facet,
  Score,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { SupplierValues } from '../dependencies/supplierValues';
import { FacetState } from './facetStates';
import { FieldValuesOf } from './FieldStore';
import { ScoreChange } from './ScoreHistory';
import { LabelChange } from '../labels/LabelStore';

/** The verdict of a check on an entity, as it is kept. */
export interface StoredResult {
  entityRef: string;
  checkId: string;
  status: CheckStatus;
  finding: string;
  expected: string;
  upcoming: boolean;
  /** Refs of the other entities that the finding tells about. */
  about: string[];
  /** ISO 8601 date. */
  dueOn?: string;
  /** ISO 8601 timestamp. */
  since: string;
}

/** A check that says something else about an entity than before. */
export interface StatusChange {
  entityRef: string;
  checkId: string;
  /** Absent when the check newly applies. */
  from?: CheckStatus;
  /** Absent when the check applies no more. */
  to?: CheckStatus;
  finding?: string;
  /** As in {@link StoredResult}. */
  about?: string[];
}

/** What an assessment says about an entity as a whole. */
export interface AssessedEntity extends Score, Completion {
  entityRef: string;
  /** The facets that apply to it. */
  facets: Facet[];
  serviceTier?: string;
  classification?: string;
  /** Whether it has none though the facet `information` applies. */
  unclassified: boolean;
  continuityTier?: string;
  /** Undefined for what is no supplier. */
  supplier?: SupplierValues;
  /** Number of checks that fail or are unknown, without the upcoming ones. */
  openFindings: number;
  /** The same, check by check; see `openChecks.ts`. */
  openChecks: string;
  /** What its checks say about clauses; see `coverageText.ts`. */
  coverage: string;
  /** By management system. */
  inScope: Record<Standard['managementSystem'], boolean>;
  /** Without the facets that do not apply. */
  facetStates: Partial<Record<Facet, FacetState>>;
  /** First ISO 8601 date on which a verdict changes by itself. */
  dueOn?: string;
  /** What the catalog is to show of it. */
  labels: Record<string, string>;
  fields: FieldValuesOf;
}

/** What has to be written so that the results of entities are the current ones. */
export interface Differences {
  /** New results, and those in which anything is different. */
  written: StoredResult[];
  /** Results of checks that apply no more. */
  obsolete: { entityRef: string; checkId: string }[];
  /** For the history; nothing for an entity that is assessed the first time. */
  changes: StatusChange[];
}

/** A check that threw. */
export interface BrokenCheck {
  checkId: string;
  /** The first error. */
  error: string;
  /** On how many entities. */
  entities: number;
}

/** An entity that could not be assessed. Its results stay what they were. */
export interface AssessmentFailure {
  entityRef: string;
  error: string;
}

/** What was found out about some entities. */
export interface BatchOutcome extends Differences {
  assessed: AssessedEntity[];
  /** Labels that are not what they were. */
  labels: LabelChange[];
  /** Values of profiles that are not what they were. */
  fields: FieldValuesOf[];
  /** Of those that stand differently than before. */
  scores: ScoreChange[];
  /** Once for each check that threw on each entity. */
  errors: { checkId: string; error: string }[];
  failures: AssessmentFailure[];
}
