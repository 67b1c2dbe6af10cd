import { defaultVocabulary } from '@service-compliance/backstage-plugin-compliance-common';
import { tierTotals } from './tierTotals';

describe('tierTotals', () => {
  it('follows the scale; what it does not know and what has no tier is last', () => {
    expect(
      tierTotals(
        { unset: 4, 'tier-9': 1, 'tier-1': 3, 'tier-0': 2, 'tier-2': 0 },
        defaultVocabulary.scales.serviceTier,
      ),
    ).toEqual([
      { tier: 'Tier 0', total: 2 },
      { tier: 'Tier 1', total: 3 },
      { tier: 'tier-9', total: 1 },
      { tier: undefined, total: 4 },
    ]);
  });
});
