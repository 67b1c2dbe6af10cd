import { CheckResult } from '../checks';

/**
 * A level that a scorecard can reach.
 *
 * @public
 */
export interface LevelRule {
  /** Stable slug, usable as a label value. */
  id: string;
  title: string;
  /** Lowest score that reaches it, 0–100. */
  minScore: number;
  /** Ids of checks that must not fail nor be unknown. */
  requiredChecks: string[];
}

/**
 * Level of a scorecard that reaches none of the configured levels. It differs
 * from having no score at all.
 *
 * @public
 */
export const NO_LEVEL = 'none';

/**
 * Bronze, silver and gold; to be adapted under `compliance.levels`.
 *
 * @public
 */
export const defaultLevels: LevelRule[] = [
  {
    id: 'bronze',
    title: 'Bronze',
    minScore: 50,
    requiredChecks: ['catalogue-owner'],
  },
  {
    id: 'silver',
    title: 'Silver',
    minScore: 70,
    requiredChecks: ['catalogue-owner', 'information-classified'],
  },
  {
    id: 'gold',
    title: 'Gold',
    minScore: 90,
    requiredChecks: [
      'catalogue-owner',
      'information-classified',
      'service-level-tier',
      'continuity-tested',
    ],
  },
];

/**
 * Score and level of an entity.
 *
 * @public
 */
export interface Score {
  /**
   * Weight of what passes as a share of what applies, 0–100 with one decimal.
   * Absent when no check applies.
   */
  score?: number;
  /** The same with waivers counted as fails. */
  strictScore?: number;
  /**
   * Id of the level, {@link NO_LEVEL} below the lowest one. Absent when there
   * is no score.
   */
  level?: string;
}

/**
 * The results of an entity with its score.
 *
 * @public
 */
export interface Scorecard extends Score {
  results: CheckResult[];
}
