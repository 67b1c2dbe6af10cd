/**
 * Compliance for apps of the old frontend system.
 *
 * @packageDocumentation
 */

export {
  CompliancePage,
  compliancePlugin,
  ComplianceSearchResultListItem,
  ComplianceTodoCard,
  EntityComplianceCard,
  EntityComplianceContent,
} from './plugin';
export {
  ClassificationPicker,
  ComplianceLevelPicker,
  ContinuityTierPicker,
  ServiceTierPicker,
  SupplierRiskPicker,
} from '../filters';
export type {
  ComplianceEntityFilters,
  LabelFilter,
  LabelFilterName,
} from '../filters';
export type { ComplianceSearchResultListItemProps } from '../search/ComplianceSearchResultListItem';
export {
  complianceColumns,
  hasComplianceLabels,
} from '../columns/complianceColumns';
export { complianceApiRef } from '../api';
export { complianceTranslationRef } from '../translations';
