/** The texts of the filters on the catalog's own page. */
export const filterMessages = {
  serviceTier: 'Service tier',
  classification: 'Information classification',
  continuityTier: 'Continuity tier',
  supplierRisk: 'Supplier risk',
  complianceLevel: 'Compliance level',
  withCount: '{{label}} ({{total}})',
  unset: {
    serviceTier: 'No service tier',
    classification: 'Not classified',
    continuityTier: 'No continuity tier',
    supplierRisk: 'No supplier risk',
    complianceLevel: 'Not assessed',
  },
} as const;
