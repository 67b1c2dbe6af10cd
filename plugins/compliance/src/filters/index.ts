export {
  ClassificationPicker,
  ComplianceLevelPicker,
  ContinuityTierPicker,
  ServiceTierPicker,
  SupplierRiskPicker,
} from './pickers';
export type { ComplianceEntityFilters } from './labelFilters';
