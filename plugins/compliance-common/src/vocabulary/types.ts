/**
 * One level of a scale.
 *
 * @public
 */
export interface Level {
  /** Stable slug, lower case, usable as a label value. Never `unset`. */
  id: string;
  title: string;
  /** What it means to choose this level, in one sentence. */
  description: string;
}

/**
 * A service tier and what it promises unless a service says otherwise.
 *
 * @public
 */
export interface ServiceTier extends Level {
  /** Availability target, percent 0–100. */
  availability: number;
  /** Id of a level of the `supportHours` scale. */
  supportHours: string;
}

/**
 * A continuity tier and the objectives it sets unless a service says otherwise.
 *
 * @public
 */
export interface ContinuityTier extends Level {
  /** Recovery time objective, ISO 8601 duration. */
  rto: string;
  /** Recovery point objective, ISO 8601 duration. */
  rpo: string;
  /** Maximum tolerable period of disruption, ISO 8601 duration. */
  mtpd: string;
  /** Longest time between two continuity tests, ISO 8601 duration. */
  testEvery: string;
}

/**
 * How critical a supplier is, and how often it must therefore be assessed.
 *
 * @public
 */
export interface Criticality extends Level {
  /** Longest time between two assessments, ISO 8601 duration. */
  assessEvery: string;
}

/**
 * The scales that profile values are chosen from. Tiers, support hours and
 * criticality are listed from the most to the least demanding; classification,
 * risk, data access, personal data and substitutability from the lowest to the
 * highest.
 *
 * @public
 */
export interface Scales {
  serviceTier: ServiceTier[];
  supportHours: Level[];
  classification: Level[];
  personalData: Level[];
  continuityTier: ContinuityTier[];
  testKind: Level[];
  testResult: Level[];
  supplierKind: Level[];
  criticality: Criticality[];
  risk: Level[];
  dataAccess: Level[];
  substitutability: Level[];
  scope: Level[];
  dependencies: Level[];
}

/**
 * Name of a scale.
 *
 * @public
 */
export type ScaleId = keyof Scales;

/**
 * The words and thresholds of an organisation.
 *
 * @public
 */
export interface Vocabulary {
  scales: Scales;
  /** Confidentiality, integrity and availability are rated 1 to this number. */
  ciaMaximum: number;
  /** Longest time between two reviews of a facet, ISO 8601 duration. */
  reviewEvery: string;
}
