import { EffectiveProfile, fieldList } from './profile';

/**
 * Value of a label whose field or level is not set. Labels of entities in
 * scope are always present, so that the catalog can filter for this value.
 *
 * @public
 */
export const UNSET = 'unset';

/**
 * Label that carries the level of the scorecard.
 *
 * @public
 */
export const LEVEL_LABEL = 'compliance/level';

/**
 * Topic of the events that say that labels changed; the feed tells which ones.
 * They carry nothing and may get lost.
 *
 * @public
 */
export const LABELS_TOPIC = 'compliance.labels';

const labelled = fieldList.filter(field => field.label);

/**
 * Keys of the five labels that entities in scope carry.
 *
 * @public
 */
export const complianceLabels: readonly string[] = [
  ...labelled.map(field => field.label!),
  LEVEL_LABEL,
];

/**
 * The labels of an entity in scope, {@link UNSET} where nothing is known.
 *
 * @param level - the level of the scorecard, when it is known
 * @public
 */
export function labelsOf(
  profile: EffectiveProfile,
  level?: string,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { group, name, label } of labelled) {
    const values = profile[group] as Record<string, { value: string }>;
    labels[label!] = values[name]?.value ?? UNSET;
  }
  labels[LEVEL_LABEL] = level ?? UNSET;
  return labels;
}
