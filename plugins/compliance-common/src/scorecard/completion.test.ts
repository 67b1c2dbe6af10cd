import { CheckStatus } from '../checks';
import { effectiveProfile, ProfileValues } from '../profile';
import { defaultVocabulary as vocabulary } from '../vocabulary';
import { completionOf } from './completion';

const result = (
  status: CheckStatus,
  weight: number,
  more: { annotations?: string[]; upcoming?: boolean } = {},
) => ({ checkId: `check-${weight}`, status, weight, ...more });

const completion = (
  results: ReturnType<typeof result>[],
  declared: ProfileValues = {},
) =>
  completionOf({
    profile: effectiveProfile({ declared, vocabulary }),
    results,
  });

const asksRto = { annotations: ['compliance/rto'] };
const asksTier = {
  annotations: ['compliance/continuity-tier', 'compliance/rto'],
};

describe('completionOf', () => {
  it('names what is unset and what filling it in is worth at most', () => {
    expect(
      completion([
        result('pass', 2),
        result('fail', 1, { annotations: ['compliance/sla'] }),
        result('unknown', 2, asksTier),
        result('unknown', 1, asksRto),
        result('unknown', 2),
        result('not-applicable', 50, { annotations: ['compliance/rpo'] }),
        result('waived', 50, { annotations: ['compliance/rpo'] }),
      ]),
    ).toEqual({
      progress: 'untouched',
      missing: ['continuity.tier', 'continuity.rto'],
      gain: 37.5,
    });
  });

  it('asks for no value that is set, and for one that a tier implies', () => {
    expect(
      completion([result('unknown', 1, asksTier)], {
        continuity: { tier: 'tier-1' },
      }),
    ).toEqual({ progress: 'started', missing: ['continuity.rto'], gain: 100 });
    expect(
      completion([result('unknown', 1, asksRto)], {
        continuity: { rto: 'PT4H' },
      }),
    ).toEqual({ progress: 'complete', missing: [], gain: 0 });
  });

  it('asks for no value that was stated not to apply', () => {
    expect(
      completion([result('unknown', 1, asksTier)], {
        continuity: { notApplicableFields: { rto: 'No state' } },
      }),
    ).toMatchObject({ progress: 'started', missing: ['continuity.tier'] });
    expect(
      completion([result('unknown', 1, asksTier)], {
        continuity: { notApplicable: 'Retired' },
      }),
    ).toMatchObject({ progress: 'complete', missing: [] });
  });

  it('asks for what is upcoming, which is worth nothing yet', () => {
    expect(
      completion([
        result('pass', 1),
        result('unknown', 1, { ...asksRto, upcoming: true }),
      ]),
    ).toEqual({
      progress: 'untouched',
      missing: ['continuity.rto'],
      gain: 0,
    });
  });

  it('does not take a default for something that was filled in', () => {
    expect(completion([result('unknown', 1, asksRto)]).progress).toBe(
      'untouched',
    );
  });

  it('is complete where no check asks for anything', () => {
    expect(completion([])).toEqual({
      progress: 'complete',
      missing: [],
      gain: 0,
    });
  });
});
