import { complianceLabels, labelsOf } from './labels';
import { effectiveProfile } from './profile';
import { defaultVocabulary as vocabulary } from './vocabulary';

describe('labelsOf', () => {
  it('always gives all five labels, unset where nothing is known', () => {
    const labels = labelsOf(effectiveProfile({ declared: {}, vocabulary }));
    expect(Object.keys(labels).sort()).toEqual([...complianceLabels].sort());
    expect(new Set(Object.values(labels))).toEqual(new Set(['unset']));
  });

  it('carries the effective values and the level', () => {
    const profile = effectiveProfile({
      declared: {
        serviceLevel: { tier: 'tier-0' },
        information: { classification: 'restricted' },
        continuity: { tier: 'tier-1' },
        supplier: { residualRisk: 'high' },
      },
      vocabulary,
    });
    expect(labelsOf(profile, 'silver')).toEqual({
      'compliance/service-tier': 'tier-0',
      'compliance/information-classification': 'restricted',
      'compliance/continuity-tier': 'tier-1',
      'compliance/supplier-risk': 'high',
      'compliance/level': 'silver',
    });
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
