import { EffectiveProfile, fieldList, fields } from './profile';

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
 * Label that carries the effective supplier risk: the worst residual risk among
 * the suppliers that the entity needs, itself included.
 *
 * @public
 */
export const SUPPLIER_RISK_LABEL = fields.supplier.residualRisk.label!;

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
 * @param assessment - what only an assessment can tell: the level of the
 * scorecard and the effective supplier risk. Without one, the entity's own
 * residual risk stands in for that.
 * @public
 */
export function labelsOf(
  profile: EffectiveProfile,
  assessment?: { level?: string; supplierRisk?: string },
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { group, name, label } of labelled) {
    const values = profile[group] as Record<string, { value: string }>;
    labels[label!] = values[name]?.value ?? UNSET;
  }
  labels[LEVEL_LABEL] = assessment?.level ?? UNSET;
  if (assessment) {
    labels[SUPPLIER_RISK_LABEL] = assessment.supplierRisk ?? UNSET;
  }
  return labels;
}
