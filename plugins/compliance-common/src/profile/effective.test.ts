import { defaultVocabulary } from '../vocabulary';
import { effectiveProfile } from './effective';

const vocabulary = defaultVocabulary;

describe('effectiveProfile', () => {
  it('fills what Git leaves open from the portal, then from the tiers', () => {
    const profile = effectiveProfile({
      declared: { serviceLevel: { tier: 'tier-1' } },
      edited: { continuity: { tier: 'tier-2', rpo: 'PT5M' } },
      vocabulary,
    });
    expect(profile.serviceLevel).toEqual({
      tier: { value: 'tier-1', source: 'git' },
      availabilityTarget: { value: 99.95, source: 'default' },
      supportHours: { value: '24x7', source: 'default' },
    });
    expect(profile.continuity).toEqual({
      tier: { value: 'tier-2', source: 'portal' },
      rto: { value: 'PT4H', source: 'default' },
      rpo: { value: 'PT5M', source: 'portal' },
      mtpd: { value: 'P1D', source: 'default' },
    });
  });

  it('shows a conflict between two sources and lets Git win by default', () => {
    const sources = {
      declared: { information: { classification: 'internal' } },
      edited: { information: { classification: 'restricted' } },
      vocabulary,
    };
    expect(effectiveProfile(sources).information.classification).toEqual({
      value: 'internal',
      source: 'git',
      conflict: { source: 'portal', value: 'restricted' },
    });
    expect(
      effectiveProfile({ ...sources, precedence: 'portal' }).information
        .classification,
    ).toEqual({
      value: 'restricted',
      source: 'portal',
      conflict: { source: 'git', value: 'internal' },
    });
  });

  it('lets a portal value win that was accepted, until Git says something else', () => {
    const classificationOf = (inGit: string | undefined, accepted: unknown) =>
      effectiveProfile({
        declared: { information: { classification: inGit } },
        edited: { information: { classification: 'restricted' } },
        accepted: { 'information.classification': accepted },
        vocabulary,
      }).information.classification;
    expect(classificationOf('internal', 'internal')).toEqual({
      value: 'restricted',
      source: 'portal',
      conflict: { source: 'git', value: 'internal', isAccepted: true },
    });
    expect(classificationOf('public', 'internal')).toEqual({
      value: 'public',
      source: 'git',
      conflict: { source: 'portal', value: 'restricted' },
    });
    expect(classificationOf(undefined, 'internal')).toEqual({
      value: 'restricted',
      source: 'portal',
    });
    expect(classificationOf('restricted', 'restricted')).not.toHaveProperty(
      'conflict',
    );
  });

  it('sees no conflict where both sources agree', () => {
    const cia = { confidentiality: 1, integrity: 2, availability: 3 };
    const profile = effectiveProfile({
      declared: { information: { cia } },
      edited: { information: { cia: { ...cia } } },
      vocabulary,
    });
    expect(profile.information.cia).toEqual({ value: cia, source: 'git' });
  });

  it('implies nothing where nothing is declared, but the scope', () => {
    expect(
      effectiveProfile({
        declared: {},
        scope: { sms: 'out', isms: 'in' },
        vocabulary,
      }),
    ).toEqual({
      serviceLevel: {},
      information: {},
      continuity: {},
      supplier: {},
      operations: {},
      scope: {
        sms: { value: 'out', source: 'default' },
        isms: { value: 'in', source: 'default' },
      },
    });
  });
});
