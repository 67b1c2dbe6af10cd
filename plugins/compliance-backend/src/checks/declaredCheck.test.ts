import { JsonObject } from '@backstage/types';
import { entity, setUp } from './__testUtils__/facts';

const declared = (options: JsonObject = {}) =>
  setUp({
    declaredChecks: [
      {
        id: 'slo-linked',
        title: 'SLO linked',
        facet: 'serviceLevel',
        weight: 2,
        clauses: [{ standard: 'iso20000-1-2018', clause: '8.3.3' }],
        remediation: 'Link the SLO.',
        annotations: ['compliance/slos'],
        passes: {
          $any: [
            { 'profile.serviceLevel.slos': { $exists: true } },
            {
              'metadata.annotations.example.com/slo': { $hasPrefix: 'https:' },
            },
          ],
        },
        ...options,
      },
    ],
  });

describe('a check that is declared in app-config', () => {
  const { judge, rules } = declared();

  it('is known like any other', () => {
    expect(rules.find('slo-linked')).toMatchObject({
      title: 'SLO linked',
      description: 'SLO linked.',
      weight: 2,
      clauses: [{ standard: 'iso20000-1-2018', clause: '8.3.3' }],
      remediation: { text: 'Link the SLO.', annotations: ['compliance/slos'] },
    });
    const facets = rules.checks.map(({ facet }) => facet);
    expect(facets.lastIndexOf('serviceLevel')).toBeLessThan(
      facets.indexOf('information'),
    );
  });

  it('passes when its predicate matches the profile', () => {
    expect(
      judge(
        'slo-linked',
        entity({ declares: { slos: 'https://example.com/slo' } }),
      ),
    ).toMatchObject({
      status: 'pass',
      finding:
        'Found that profile.serviceLevel.slos is ["https://example.com/slo"].',
      expected: 'SLO linked.',
    });
  });

  it('passes when its predicate matches the entity', () => {
    const annotations = { 'example.com/slo': 'https://example.com/slo' };
    expect(judge('slo-linked', entity({ annotations }))?.status).toBe('pass');
  });

  it('fails when what is declared does not match', () => {
    const annotations = { 'example.com/slo': 'somewhere' };
    expect(judge('slo-linked', entity({ annotations }))).toMatchObject({
      status: 'fail',
      finding:
        "Found that metadata.annotations.example.com/slo is 'somewhere'.",
    });
  });

  it('is unknown when nothing is declared', () => {
    expect(judge('slo-linked', entity())).toMatchObject({
      status: 'unknown',
      finding:
        'Nothing is declared for profile.serviceLevel.slos, metadata.annotations.example.com/slo.',
    });
  });

  it('fails when an annotation that it needs cannot be used', () => {
    expect(
      judge('slo-linked', entity({ declares: { slos: 'ask Jo' } })),
    ).toMatchObject({
      status: 'fail',
      finding: expect.stringContaining(
        "The annotation compliance/slos has the value 'ask Jo'",
      ),
    });
  });

  it('applies to what carries its facet and matches', () => {
    const narrow = declared({ appliesTo: { 'spec.type': 'website' } });
    expect(narrow.judge('slo-linked', entity())).toBeUndefined();
    expect(
      narrow.judge('slo-linked', entity({ type: 'website' })),
    ).toBeDefined();
    expect(judge('slo-linked', entity({ type: 'library' }))).toBeUndefined();
  });
});
