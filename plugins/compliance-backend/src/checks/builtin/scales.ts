import {
  rankOf,
  ScaleId,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';

/** Scales that are listed from the most to the least demanding. */
const DESCENDING: ReadonlySet<ScaleId> = new Set<ScaleId>([
  'serviceTier',
  'supportHours',
  'continuityTier',
  'criticality',
]);

/**
 * How much a level demands compared with the others of its scale: 0 for the
 * least, or -1 when the scale does not have it.
 */
export function demandOf(
  vocabulary: Vocabulary,
  scale: ScaleId,
  id: string,
): number {
  const rank = rankOf(vocabulary, scale, id);
  return rank >= 0 && DESCENDING.has(scale)
    ? vocabulary.scales[scale].length - 1 - rank
    : rank;
}

/**
 * Whether a level is in the more demanding half of its scale; the middle one
 * is. By default these are service tiers 0 to 2, continuity tiers 1 and 2,
 * confidential and restricted.
 */
export function isInUpperHalf(
  vocabulary: Vocabulary,
  scale: ScaleId,
  id: string,
): boolean {
  const count = vocabulary.scales[scale].length;
  return demandOf(vocabulary, scale, id) >= Math.floor(count / 2);
}

/** The same for the less demanding half; the middle one is in it, too. */
export function isInLowerHalf(
  vocabulary: Vocabulary,
  scale: ScaleId,
  id: string,
): boolean {
  const count = vocabulary.scales[scale].length;
  return demandOf(vocabulary, scale, id) <= Math.ceil(count / 2) - 1;
}
