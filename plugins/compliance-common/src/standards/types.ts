/**
 * Who can show that a clause is met: the metadata of services, or only the
 * organisation with documents, audits and reviews.
 *
 * @public
 */
export type EvidenceLevel = 'service' | 'organisation';

/**
 * A numbered part of a standard. Entries of Annex A are controls.
 *
 * @public
 */
export interface Clause {
  /** Number, unique in its standard, e.g. `8.3.4` or `A.5.12`. */
  id: string;
  title: string;
  kind: 'clause' | 'control';
  /** Number of the clause or theme it is part of; absent at the top. */
  parent?: string;
  evidence: EvidenceLevel;
  /**
   * Whether coverage is reported for it: the third level, or the lowest above
   * it. What lies deeper is detail, what lies higher is a heading.
   */
  unit: boolean;
}

/**
 * A group of controls.
 *
 * @public
 */
export interface Theme {
  id: string;
  title: string;
}

/**
 * A standard as numbers and titles; the text of requirements is not included.
 *
 * @public
 */
export interface Standard {
  id: string;
  title: string;
  /** The management system it is about. */
  managementSystem: 'sms' | 'isms';
  clauses: Clause[];
  themes: Theme[];
}

/**
 * A reference to a clause or control.
 *
 * @public
 */
export interface ClauseRef {
  /** Id of the standard. */
  standard: string;
  /** Id of the clause. */
  clause: string;
}

/**
 * How two clauses relate, in the terms of NIST IR 8477.
 *
 * @public
 */
export type Relationship = 'intersects-with' | 'subset-of';

/**
 * Relations between the clauses of two standards.
 *
 * @public
 */
export interface Crosswalk {
  id: string;
  source: string;
  target: string;
  relations: {
    source: string;
    target: string;
    relationship: Relationship;
    /** Operational theme of the integrated view, e.g. `incident`. */
    theme: string;
  }[];
}
