import {
  EntityTotals,
  LevelRule,
  NO_LEVEL,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { PartTone, toneOf } from '../components';

/** The ids of all levels and of having none, the highest first. */
export function bestFirst(levels: LevelRule[]): string[] {
  return [NO_LEVEL, ...levels.map(({ id }) => id)].reverse();
}

/** The colour of a level; what is not assessed is neither good nor bad. */
export function toneOfLevel(id: string, levels: LevelRule[]): PartTone {
  return id === UNSET ? 'neutral' : toneOf(id, levels);
}

/**
 * How many entities have each level, the highest first, and then as `unset`
 * those that are not assessed yet, if there are any.
 */
export function levelParts(
  { total, levels: counts }: Pick<EntityTotals, 'total' | 'levels'>,
  levels: LevelRule[],
) {
  const part = (id: string, value: number) => ({
    id,
    value,
    tone: toneOfLevel(id, levels),
  });
  const parts = bestFirst(levels).map(id => part(id, counts[id] ?? 0));
  const rest = parts.reduce((left, { value }) => left - value, total);
  return rest > 0 ? [...parts, part(UNSET, rest)] : parts;
}
