import { CompoundEntityRef } from '@backstage/catalog-model';
import { ApplicabilityValues, ApplicabilityVersion } from '../applicability';
import { CheckStatus } from '../checks';
import {
  ClauseStanding,
  CoverageState,
  Indication,
  OrganisationCoverage,
} from '../coverage';
import { DocumentValues } from '../documents';
import { EvidenceLevel } from '../standards';
import { EntitiesQuery } from './types';

/**
 * What is the same about a clause for every service.
 *
 * @public
 */
export interface ClauseFacts {
  /** Number of the clause; its title is that of `GET /standards/{id}`. */
  clause: string;
  evidence: EvidenceLevel;
  /** Ids of the checks that are evidence for it or a part of it. */
  checks: string[];
  /**
   * Of clauses that documents show, unless they are excluded, and of others that
   * documents name.
   */
  organisation?: OrganisationCoverage;
  /**
   * Why the approved Statement of Applicability excludes it; empty for those who
   * may not read the statement.
   */
  excluded?: string;
  /** Who handles it instead of the organisation. */
  handledBy?: string;
}

/**
 * Which services coverage is asked for.
 *
 * @public
 */
export interface CoverageQuery
  extends Pick<EntitiesQuery, 'filter' | 'query' | 'fullText'> {
  standard: string;
}

/**
 * Coverage of a clause over the services in scope.
 *
 * @public
 */
export interface ClauseCoverage extends ClauseFacts {
  /** Number of services by state; they add up to `services`. */
  counts: Record<CoverageState, number>;
  /** What may indicate it. */
  indications: Indication[];
}

/**
 * Answer of `GET /coverage`, over what the reader may see.
 *
 * @public
 */
export interface CoverageResponse {
  standard: string;
  /** Number of services that match and are in scope of the management system. */
  services: number;
  /** Number of those that match and are out of its scope. */
  outOfScope: number;
  /** Covered clauses of all services, 0–100; absent when checks judge none. */
  coveredPercent?: number;
  /** The clauses that coverage is told for, in the standard's order. */
  clauses: ClauseCoverage[];
  /** The approved statement that exclusions are from. */
  applicability?: Pick<ApplicabilityVersion, 'number' | 'approvedAt'>;
}

/**
 * Coverage of a clause by one service.
 *
 * @public
 */
export interface ServiceClauseCoverage extends ClauseFacts, ClauseStanding {
  /** What the checks that apply say. */
  results: { checkId: string; status: CheckStatus; upcoming: boolean }[];
}

/**
 * Coverage of a standard by one service.
 *
 * @public
 */
export interface ServiceStandardCoverage {
  standard: string;
  title: string;
  /** Whether the service is in scope of the management system. */
  inScope: boolean;
  /** Why it is not, as its profile says. */
  outOfScopeReason?: string;
  /** Of the clauses that checks judge, 0–100. */
  coveredPercent?: number;
  /**
   * Number of clauses by state, without those of the organisation; empty when it
   * is out of scope, and so are the clauses.
   */
  counts: Partial<Record<CoverageState, number>>;
  clauses: ServiceClauseCoverage[];
}

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/coverage`.
 *
 * @public
 */
export interface EntityCoverageResponse {
  entityRef: string;
  standards: ServiceStandardCoverage[];
}

/**
 * A change of a document.
 *
 * @public
 */
export interface DocumentSave {
  id: string;
  /** Of the document that the change is based on. */
  etag: string;
  values: DocumentValues;
}

/**
 * A change of an entry of a Statement of Applicability.
 *
 * @public
 */
export interface ApplicabilitySave {
  standard: string;
  clause: string;
  /** Of the entry that the change is based on. */
  etag: string;
  values: ApplicabilityValues;
}

/**
 * The approval of a draft.
 *
 * @public
 */
export interface ApplicabilityApproval {
  standard: string;
  /** Of the draft that is approved. */
  etag: string;
  note?: string;
}

/**
 * Documents that auditors take away.
 *
 * @public
 */
export type AuditExport =
  | { file: `coverage-${string}.csv` }
  | { file: 'applicability.csv' }
  | { file: 'crosswalk.csv' }
  | {
      file: `${
        | 'catalog'
        | 'mapping-collection'
        | 'component-definition'
        | 'assessment-results'
        | 'plan-of-action-and-milestones'}.json`;
    };

/**
 * An export, of all entities that match or of one.
 *
 * @public
 */
export interface AuditExportQuery
  extends Pick<EntitiesQuery, 'filter' | 'query' | 'fullText'> {
  file: AuditExport['file'];
  entityRef?: string | CompoundEntityRef;
}
