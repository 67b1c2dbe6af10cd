import { complianceLabels, labelsOf, SUPPLIER_RISK_LABEL } from './labels';
import { effectiveProfile } from './profile';
import { defaultVocabulary as vocabulary } from './vocabulary';

describe('labelsOf', () => {
  it('always gives all five labels, unset where nothing is known', () => {
    const labels = labelsOf(effectiveProfile({ declared: {}, vocabulary }));
    expect(Object.keys(labels).sort()).toEqual([...complianceLabels].sort());
    expect(new Set(Object.values(labels))).toEqual(new Set(['unset']));
  });

  it('carries the effective values, the level and the effective risk', () => {
    const profile = effectiveProfile({
      declared: {
        serviceLevel: { tier: 'tier-0' },
        information: { classification: 'restricted' },
        continuity: { tier: 'tier-1' },
        supplier: { residualRisk: 'high' },
      },
      vocabulary,
    });
    const labels = labelsOf(profile, {
      level: 'silver',
      supplierRisk: 'critical',
    });
    expect(labels).toEqual({
      'compliance/service-tier': 'tier-0',
      'compliance/information-classification': 'restricted',
      'compliance/continuity-tier': 'tier-1',
      'compliance/supplier-risk': 'critical',
      'compliance/level': 'silver',
    });
    expect(labelsOf(profile, {})[SUPPLIER_RISK_LABEL]).toBe('unset');
    // Without an assessment nobody knows what it inherits.
    expect(labelsOf(profile)[SUPPLIER_RISK_LABEL]).toBe('high');
  });

  it('gives every level of the vocabulary a legal label value', () => {
    for (const levels of Object.values(vocabulary.scales)) {
      for (const { id } of levels) {
        expect(id).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(id).not.toBe('unset');
      }
    }
  });
});
