import { Level, ScaleId, Scales, Vocabulary } from './types';

/**
 * The level with this id, or undefined when the scale does not have it.
 *
 * @public
 */
export function findLevel<S extends ScaleId>(
  vocabulary: Vocabulary,
  scale: S,
  id: string | undefined,
): Scales[S][number] | undefined {
  const levels: Level[] = vocabulary.scales[scale];
  return levels.find(level => level.id === id);
}

/**
 * Position of a level in its scale, 0-based, or -1 when the scale does not
 * have it. See {@link Scales} for the direction of each scale.
 *
 * @public
 */
export function rankOf(
  vocabulary: Vocabulary,
  scale: ScaleId,
  id: string | undefined,
): number {
  const levels: Level[] = vocabulary.scales[scale];
  return levels.findIndex(level => level.id === id);
}
