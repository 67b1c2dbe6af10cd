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
 * How a clause can relate to another one, in the terms of NIST IR 8477 as OSCAL
 * writes them, from the source to the target:
 *
 * - `equal-to`: both ask for the same in the same words;
 * - `equivalent-to`: both ask for the same in other words;
 * - `subset-of`: the target asks for all that the source asks for, and more;
 * - `superset-of`: the source asks for all that the target asks for, and more;
 * - `intersects-with`: they have something in common.
 *
 * @public
 */
export const relationships = [
  'equal-to',
  'equivalent-to',
  'subset-of',
  'superset-of',
  'intersects-with',
] as const;

/**
 * One of {@link relationships}.
 *
 * @public
 */
export type Relationship = (typeof relationships)[number];

/**
 * Relations between the clauses of two standards.
 *
 * @public
 */
export interface Crosswalk {
  id: string;
  source: string;
  target: string;
  /** Whether people who answer for it have agreed to it: a draft is a proposal. */
  status: 'draft' | 'complete';
  relations: {
    source: string;
    target: string;
    relationship: Relationship;
    /** Operational theme of the integrated view, e.g. `incident`. */
    theme: string;
  }[];
}
