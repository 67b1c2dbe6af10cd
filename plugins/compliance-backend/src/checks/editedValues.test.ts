import { EditedProfile } from '@service-compliance/backstage-plugin-compliance-common';
import { entity, setUp } from './__testUtils__/facts';

const tier = (value: string): EditedProfile => ({
  values: { serviceLevel: { tier: value } },
});
const declares = { 'service-tier': 'tier-1' };

describe('values entered in the portal', () => {
  const { rules, judge } = setUp();
  const tierOf = (
    subject: Parameters<typeof entity>[0],
    { rules: ownRules } = { rules },
  ) => ownRules.factsOf(entity(subject)).profile.serviceLevel.tier;

  it('fill in what Git leaves open', () => {
    expect(tierOf({ edited: tier('tier-2') })).toEqual({
      value: 'tier-2',
      source: 'portal',
    });
  });

  it('lose against Git, unless app-config or somebody says otherwise', () => {
    const subject = { declares, edited: tier('tier-2') };
    expect(tierOf(subject)).toEqual({
      value: 'tier-1',
      source: 'git',
      conflict: { value: 'tier-2', source: 'portal' },
    });
    expect(tierOf(subject, setUp({ precedence: 'portal' }))).toEqual({
      value: 'tier-2',
      source: 'portal',
      conflict: { value: 'tier-1', source: 'git' },
    });
    const accepted = {
      ...subject.edited,
      accepted: { 'serviceLevel.tier': 'tier-1' },
    };
    expect(tierOf({ declares, edited: accepted })).toEqual({
      value: 'tier-2',
      source: 'portal',
      conflict: { value: 'tier-1', source: 'git', isAccepted: true },
    });
    expect(
      tierOf({ declares: { 'service-tier': 'tier-3' }, edited: accepted }),
    ).toMatchObject({ value: 'tier-3', source: 'git' });
  });

  it('are not shown to checks in any other way', () => {
    expect(
      rules.factsOf(entity({ edited: tier('tier-2') })),
    ).not.toHaveProperty('edited');
  });

  it('fail when the vocabulary has them no more', () => {
    const stale = entity({ edited: tier('platinum') });
    expect(rules.factsOf(stale).errors).toEqual([
      {
        field: 'serviceLevel.tier',
        annotation: 'compliance/service-tier',
        value: 'platinum',
        expected: expect.stringContaining('tier-0'),
        source: 'portal',
      },
    ]);
    expect(judge('service-level-tier', stale)).toMatchObject({
      status: 'fail',
      finding:
        "Service tier has the value 'platinum' in the portal, which cannot be used.",
    });
    expect(
      judge(
        'service-level-tier',
        entity({ declares, edited: tier('platinum') }),
      )?.status,
    ).toBe('pass');
  });
});
