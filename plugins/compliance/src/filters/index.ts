export {
  ClassificationPicker,
  ComplianceLevelPicker,
  ContinuityTierPicker,
  ServiceTierPicker,
  SupplierRiskPicker,
} from './pickers';
export type {
  ComplianceEntityFilters,
  LabelFilter,
  LabelFilterName,
} from './labelFilters';
