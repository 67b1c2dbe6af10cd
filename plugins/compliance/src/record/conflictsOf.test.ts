import {
  effectiveProfile,
  Precedence,
} from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../__testUtils__';
import { conflictsOf } from './conflictsOf';

function conflicts(
  precedence: Precedence,
  accepted: Record<string, unknown> = {},
) {
  const profile = effectiveProfile({
    declared: {
      serviceLevel: { tier: 'tier-1', supportHours: '24x7' },
      continuity: { notApplicable: 'Retired' },
    },
    edited: {
      serviceLevel: { tier: 'tier-2', supportHours: '24x7' },
      continuity: { notApplicable: 'Replaced' },
    },
    accepted,
    precedence,
    vocabulary,
  });
  return conflictsOf(profile, vocabulary).map(({ field, ...rest }) => ({
    ...rest,
    field: field.id,
  }));
}

describe('conflictsOf', () => {
  it.each(['git', 'portal'] as const)(
    'has both values and that %s wins, for values and for marks',
    winner => {
      expect(conflicts(winner)).toEqual([
        {
          field: 'serviceLevel.tier',
          git: 'tier-1',
          portal: 'tier-2',
          winner,
          isAccepted: false,
        },
        {
          field: 'continuity.notApplicable',
          git: 'Retired',
          portal: 'Replaced',
          winner,
          isAccepted: false,
        },
      ]);
    },
  );

  it('tells what was accepted', () => {
    expect(conflicts('git', { 'serviceLevel.tier': 'tier-1' })[0]).toEqual({
      field: 'serviceLevel.tier',
      git: 'tier-1',
      portal: 'tier-2',
      winner: 'portal',
      isAccepted: true,
    });
  });
});
