import { LevelRule } from '@service-compliance/backstage-plugin-compliance-common';

/** How good or bad something is, for colours beside the words. */
export type Tone = 'danger' | 'warning' | 'info' | 'success';

/** Below every level is bad, the highest is good, the lowest is a start. */
export function toneOf(level: string | undefined, levels: LevelRule[]): Tone {
  const rank = levels.findIndex(({ id }) => id === level);
  if (rank === -1) {
    return 'danger';
  }
  if (rank === levels.length - 1) {
    return 'success';
  }
  return rank === 0 ? 'warning' : 'info';
}
