import { ClauseRef, EvidenceLevel } from '../standards';

/**
 * How a clause stands, be it for one service or, where only documents can show
 * it, for the organisation:
 *
 * - `covered`: everything that is evidence for it passes;
 * - `partial`: something passes, something does not;
 * - `gap`: nothing passes and something fails;
 * - `unknown`: nothing passes, as nothing is declared;
 * - `waived`: everything passes or is waived, which is not the same as covered;
 * - `not-applicable`: no check applies, or an approved Statement of
 *   Applicability excludes the control;
 * - `indicated`: no check is evidence for it, but a clause of another standard
 *   that is related to it is evidenced;
 * - `organisation`: only the organisation can show it, with documents;
 * - `not-assessed`: a service could show it, but no check looks at it here.
 *
 * @public
 */
export type CoverageState =
  | 'covered'
  | 'partial'
  | 'gap'
  | 'unknown'
  | 'waived'
  | 'not-applicable'
  | 'indicated'
  | 'organisation'
  | 'not-assessed';

/**
 * What checks alone can say about a clause.
 *
 * @public
 */
export type EvidenceState = Extract<
  CoverageState,
  'covered' | 'partial' | 'gap' | 'unknown' | 'waived' | 'not-applicable'
>;

/**
 * How much a relation to an evidenced clause indicates at most: `covered` when
 * the evidenced clause asks for all that the other one asks for, else
 * `partial`.
 *
 * @public
 */
export type Indicated = 'covered' | 'partial';

/**
 * A way from a clause over relations to one that checks are evidence for. It
 * visits no standard twice.
 *
 * @public
 */
export interface Indication {
  /** The clauses on the way; the last one is evidenced by checks. */
  path: ClauseRef[];
  /** The weakest of its relations. */
  atMost: Indicated;
}

/**
 * A clause that coverage is told for, with all that can show it.
 *
 * @public
 */
export interface CoverageUnit extends ClauseRef {
  /** Who can show it; services whenever a check is evidence for it. */
  evidence: EvidenceLevel;
  /** Ids of the checks that are evidence for it or for a part of it. */
  checks: string[];
  /** The shortest and then the strongest first. */
  indications: Indication[];
}
