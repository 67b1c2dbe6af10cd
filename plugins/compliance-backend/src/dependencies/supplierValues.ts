import {
  addDuration,
  EffectiveProfile,
  findLevel,
  subtractDuration,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';

/** What is told about a supplier in lists; dates are ISO 8601 dates. */
export interface SupplierValues {
  residualRisk?: string;
  criticality?: string;
  /** When the next assessment is due, as often as its criticality asks for. */
  nextAssessmentOn?: string;
  contractEndsOn?: string;
  /** Last day on which notice can be given. */
  noticeBy?: string;
}

/** What follows from the profile of a supplier. */
export function supplierValuesOf(
  profile: EffectiveProfile,
  vocabulary: Vocabulary,
): SupplierValues {
  const {
    residualRisk,
    criticality,
    lastAssessedOn,
    contractEndsOn,
    noticePeriod,
  } = profile.supplier;
  const level = findLevel(vocabulary, 'criticality', criticality?.value);
  return {
    residualRisk: residualRisk?.value,
    criticality: criticality?.value,
    nextAssessmentOn:
      lastAssessedOn && level
        ? addDuration(lastAssessedOn.value, level.assessEvery)
        : undefined,
    contractEndsOn: contractEndsOn?.value,
    noticeBy:
      contractEndsOn && noticePeriod
        ? subtractDuration(contractEndsOn.value, noticePeriod.value)
        : undefined,
  };
}
