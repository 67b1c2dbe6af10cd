import { LabelPicker } from './LabelPicker';

/**
 * Filters the catalog page by service tier.
 *
 * @public
 */
export function ServiceTierPicker() {
  return <LabelPicker name="serviceTier" />;
}

/**
 * Filters the catalog page by information classification.
 *
 * @public
 */
export function ClassificationPicker() {
  return <LabelPicker name="classification" />;
}

/**
 * Filters the catalog page by continuity tier.
 *
 * @public
 */
export function ContinuityTierPicker() {
  return <LabelPicker name="continuityTier" />;
}

/**
 * Filters the catalog page by the residual risk of suppliers.
 *
 * @public
 */
export function SupplierRiskPicker() {
  return <LabelPicker name="supplierRisk" />;
}

/**
 * Filters the catalog page by the level of the scorecards.
 *
 * @public
 */
export function ComplianceLevelPicker() {
  return <LabelPicker name="complianceLevel" />;
}
