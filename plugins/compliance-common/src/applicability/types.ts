/**
 * Why a control is applied.
 *
 * @public
 */
export type InclusionReason =
  | 'risk-treatment'
  | 'legal-or-contractual'
  | 'business-requirement';

/**
 * How far a control is implemented, as people see it.
 *
 * @public
 */
export type ImplementationStatus =
  | 'not-started'
  | 'planned'
  | 'partial'
  | 'implemented';

/**
 * What a Statement of Applicability says about one control.
 *
 * @public
 */
export interface ApplicabilityValues {
  /** Absent while it is undecided. */
  applicable?: boolean;
  /** Why it is applied; at least one when it is applicable. */
  reasons?: InclusionReason[];
  /** Why it is excluded; required when it is not applicable. */
  exclusion?: string;
  /** Required when it is applicable. */
  implementation?: ImplementationStatus;
  /** Ref of the user or group that answers for it. */
  owner?: string;
  links?: { url: string; title?: string }[];
  /** ISO 8601 date. */
  reviewedOn?: string;
  /**
   * Who handles the clause instead: a name or an entity ref. Only for clauses
   * of a service management system, which can not be excluded.
   */
  handledBy?: string;
}

/**
 * An entry of the draft.
 *
 * @public
 */
export interface ApplicabilityEntry extends ApplicabilityValues {
  /** Number of the control or clause. */
  clause: string;
  /** What `If-Match` must say to change it. */
  etag: string;
  /** ISO 8601 timestamp and ref of the user; absent while it is as app-config has it. */
  changedAt?: string;
  changedBy?: string;
}

/**
 * An approved version of a statement. It never changes.
 *
 * @public
 */
export interface ApplicabilityVersion {
  /** Counts up from 1. */
  number: number;
  /** ISO 8601 timestamp. */
  approvedAt: string;
  /** Ref of the user. */
  approvedBy: string;
  note?: string;
  /** Number of controls. */
  applicable: number;
  excluded: number;
}

/**
 * Answer of `GET /applicability/{standard}`: the draft and what was approved.
 *
 * @public
 */
export interface ApplicabilityResponse {
  standard: string;
  /**
   * `controls` are decided upon; of `clauses` it is only said who handles them.
   */
  about: 'controls' | 'clauses';
  /** What `If-Match` must say to approve the draft. */
  etag: string;
  entries: ApplicabilityEntry[];
  /** The newest first. */
  versions: ApplicabilityVersion[];
  mayUpdate: boolean;
  mayApprove: boolean;
}

/**
 * Answer of `GET /applicability/{standard}/versions/{number}`.
 *
 * @public
 */
export interface ApplicabilityVersionResponse extends ApplicabilityVersion {
  standard: string;
  entries: (ApplicabilityValues & { clause: string })[];
}
