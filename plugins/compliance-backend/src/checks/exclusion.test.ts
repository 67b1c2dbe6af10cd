import { JsonObject } from '@backstage/types';
import { EditedProfile } from '@service-compliance/backstage-plugin-compliance-common';
import { entity, setUp } from './__testUtils__/facts';

const { evaluate, judge } = setUp();

const continuityOf = (subject: ReturnType<typeof entity>) =>
  evaluate(subject).filter(({ checkId }) => checkId.startsWith('continuity'));

const inPortal = (continuity: JsonObject): EditedProfile => ({
  values: { continuity } as EditedProfile['values'],
});

describe('what was stated not to apply', () => {
  it.each([
    [
      'in Git',
      entity({ declares: { 'continuity-not-applicable': 'Retired' } }),
    ],
    [
      'in the portal',
      entity({ edited: inPortal({ notApplicable: 'Retired' }) }),
    ],
  ])('leaves all checks of a facet with nothing to judge, %s', (_, subject) => {
    const results = continuityOf(subject);
    expect(results.length).toBeGreaterThan(3);
    for (const result of results) {
      expect(result).toMatchObject({
        status: 'not-applicable',
        finding: 'Not applicable: Retired.',
        dueOn: undefined,
        upcoming: false,
      });
    }
    expect(judge('service-level-tier', subject)?.status).toBe('unknown');
  });

  it('loses against a value of the facet', () => {
    const subject = entity({
      declares: { 'continuity-tier': 'tier-1' },
      edited: inPortal({ notApplicable: 'Retired' }),
    });
    expect(judge('continuity-tier', subject)?.status).toBe('pass');
    for (const { finding } of continuityOf(subject)) {
      expect(finding).not.toContain('Retired');
    }
  });

  it('leaves a check with nothing to judge when it asks for nothing else', () => {
    const marked = { plan: 'Rebuilt from code' };
    const subject = entity({
      declares: { 'continuity-tier': 'tier-1' },
      edited: inPortal({ notApplicableFields: marked }),
    });
    expect(judge('continuity-plan', subject)).toMatchObject({
      status: 'not-applicable',
      finding: 'Not applicable: Rebuilt from code.',
    });
    expect(judge('continuity-tested', subject)?.status).toBe('unknown');

    const planned = entity({
      declares: {
        'continuity-tier': 'tier-1',
        'continuity-plan': 'https://example.com/plan',
      },
      edited: inPortal({ notApplicableFields: marked }),
    });
    expect(judge('continuity-plan', planned)?.status).toBe('pass');
  });

  it('goes on with a check that asks for something else too', () => {
    const asks = setUp({}, [
      {
        id: 'asks-two',
        title: 'Asks two',
        description: 'Asks for two fields.',
        facet: 'operations',
        weight: 1,
        clauses: [],
        remediation: {
          text: 'Set them.',
          annotations: ['compliance/rto', 'compliance/rpo'],
        },
        evaluate: () => ({ status: 'unknown', finding: 'f', expected: 'e' }),
      },
    ]);
    const marked = (reasons: Record<string, string>) =>
      asks.judge(
        'asks-two',
        entity({
          edited: inPortal({ tier: 'tier-1', notApplicableFields: reasons }),
        }),
      );
    expect(marked({ rto: 'No state' })?.status).toBe('unknown');
    expect(marked({ rto: 'No state', rpo: 'No data' })).toMatchObject({
      status: 'not-applicable',
      finding: 'Not applicable: No state; No data.',
    });
    expect(marked({ rto: 'No data', rpo: 'No data' })?.finding).toBe(
      'Not applicable: No data.',
    );
  });

  it('never makes anything pass', () => {
    const everything = ['service-level', 'information', 'continuity'].map(
      facet => [`${facet}-not-applicable`, 'Retired'],
    );
    const before = evaluate(entity());
    const after = evaluate(
      entity({ declares: Object.fromEntries(everything) }),
    );
    const passing = (results: typeof before) =>
      results
        .filter(({ status }) => status === 'pass')
        .map(({ checkId }) => checkId);
    expect(passing(before)).toEqual(expect.arrayContaining(passing(after)));
  });
});
