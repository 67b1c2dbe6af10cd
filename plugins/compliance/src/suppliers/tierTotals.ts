import {
  Level,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';

/**
 * Totals by service tier in the order of the scale, then those of tiers that
 * the scale does not have, then those without a tier.
 *
 * @param byTier - totals by the id of the tier, `unset` for those without
 */
export function tierTotals(
  byTier: Record<string, number>,
  scale: Level[],
): { tier?: string; total: number }[] {
  const known = scale.map(({ id }) => id);
  const rank = (id: string) => {
    if (id === UNSET) {
      return known.length + 1;
    }
    return known.includes(id) ? known.indexOf(id) : known.length;
  };
  return Object.entries(byTier)
    .filter(([, total]) => total > 0)
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([id, total]) => ({
      tier:
        id === UNSET
          ? undefined
          : scale.find(level => level.id === id)?.title ?? id,
      total,
    }));
}
