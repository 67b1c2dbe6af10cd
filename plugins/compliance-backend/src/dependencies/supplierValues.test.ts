import {
  defaultVocabulary as vocabulary,
  effectiveProfile,
  ProfileValues,
} from '@service-compliance/backstage-plugin-compliance-common';
import { supplierValuesOf } from './supplierValues';

const valuesOf = (supplier: ProfileValues['supplier']) =>
  supplierValuesOf(
    effectiveProfile({ declared: { supplier }, vocabulary }),
    vocabulary,
  );

describe('supplierValuesOf', () => {
  it('derives the next assessment and the notice deadline', () => {
    expect(
      valuesOf({
        criticality: 'critical',
        residualRisk: 'high',
        lastAssessedOn: '2026-01-31',
        contractEndsOn: '2027-12-31',
        noticePeriod: 'P3M',
      }),
    ).toEqual({
      criticality: 'critical',
      residualRisk: 'high',
      nextAssessmentOn: '2026-07-31',
      contractEndsOn: '2027-12-31',
      noticeBy: '2027-09-30',
    });
  });

  it('derives nothing from half of it', () => {
    for (const supplier of [
      { lastAssessedOn: '2026-01-31', noticePeriod: 'P3M' },
      { criticality: 'critical', contractEndsOn: '2027-12-31' },
      {},
    ]) {
      expect(valuesOf(supplier)).toMatchObject({
        nextAssessmentOn: undefined,
        noticeBy: undefined,
      });
    }
  });
});
