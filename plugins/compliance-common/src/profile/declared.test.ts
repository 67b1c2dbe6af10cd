import { defaultVocabulary } from '../vocabulary';
import { readAnnotations } from './declared';

const SCRIPT_LINK = ['javascript', 'alert(1)'].join(':');

const read = (annotations: Record<string, string>) =>
  readAnnotations(annotations, defaultVocabulary);

describe('readAnnotations', () => {
  it('reads values of every type and ignores other annotations', () => {
    const { values, errors } = read({
      'backstage.io/techdocs-ref': 'dir:.',
      'compliance/service-tier': ' tier-1 ',
      'compliance/availability-target': '99.95',
      'compliance/response-targets': 'P1=PT15M P2=PT1H',
      'compliance/slos': 'https://a.example.com/x https://b.example.com/y',
      'compliance/cia': 'c3 i3 a4',
      'compliance/information-owner': 'retail-banking',
      'compliance/data-residency': 'DE, FR DE',
      'compliance/rto': 'PT4H',
      'compliance/continuity-last-tested': '2026-05-12',
      'compliance/supplier-certifications':
        'ISO 27001 until 2027-03-31 (hosting); SOC 2 until 2026-01-31',
      'compliance/supplier-subcontractors': 'Acme Cloud, Acme Support',
    });
    expect(errors).toEqual([]);
    expect(values).toEqual({
      serviceLevel: {
        tier: 'tier-1',
        availabilityTarget: 99.95,
        responseTargets: { p1: 'PT15M', p2: 'PT1H' },
        slos: ['https://a.example.com/x', 'https://b.example.com/y'],
      },
      information: {
        cia: { confidentiality: 3, integrity: 3, availability: 4 },
        owner: 'group:default/retail-banking',
        residency: ['DE', 'FR'],
      },
      continuity: { rto: 'PT4H', lastTestedOn: '2026-05-12' },
      supplier: {
        certifications: [
          {
            scheme: 'ISO 27001',
            validUntil: '2027-03-31',
            scope: 'hosting',
          },
          { scheme: 'SOC 2', validUntil: '2026-01-31' },
        ],
        subcontractors: ['Acme Cloud', 'Acme Support'],
      },
    });
  });

  it.each([
    ['rto', '4 hours', /ISO 8601 duration/, 'PT4H'],
    ['rto', 'soon', /ISO 8601 duration/, undefined],
    ['service-tier', 'tier-9', /one of tier-0, tier-1/, 'tier-4'],
    ['service-tier', 'Tier 1', /one of tier-0/, 'tier-1'],
    ['service-tier', 'platinum', /one of tier-0/, undefined],
    ['service-tier', '__proto__', /one of tier-0/, undefined],
    ['information-classification', 'confidental', /one of/, 'confidential'],
    ['information-classification', 'CONFIDENTIAL', /one of/, 'confidential'],
    ['continuity-last-tested', '31/02/2026', /YYYY-MM-DD/, '2026-02-28'],
    ['availability-target', '99,9%', /percentage/, '99.9'],
    ['availability-target', '150', /percentage/, undefined],
    ['availability-target', '0', /percentage/, undefined],
    ['availability-target', '1e1', /percentage/, undefined],
    ['cia', 'C3 I3 A9', /from 1 to 4/, 'C3 I3 A4'],
    ['cia', 'high', /from 1 to 4/, undefined],
    ['sla', 'wiki.example.com/sla', /address/, 'https://wiki.example.com/sla'],
    ['sla', SCRIPT_LINK, /http or https address/, undefined],
    ['slos', 'https://a.example.com data:text/html,x', /addresses/, undefined],
    ['data-residency', 'Germany', /ISO 3166/, undefined],
    ['information-owner', 'component:default/x', /user or group/, undefined],
    ['response-targets', 'P1=15min', /per priority/, undefined],
    ['response-targets', 'P1=PT1H P1=PT2H', /per priority/, undefined],
    ['supplier-certifications', 'ISO 27001', /until/, undefined],
    ['supplier-certifications', 'SOC 2 until 2026-02-31', /until/, undefined],
    ['service-tier', '   ', /one of/, undefined],
  ])(
    'reports compliance/%s: %p with what is expected and the nearest value',
    (name, value, expected, nearest) => {
      const { values, errors } = read({ [`compliance/${name}`]: value });
      expect(values).toEqual({});
      expect(errors).toEqual([
        {
          annotation: `compliance/${name}`,
          field: expect.stringMatching(/^\w+\.\w+$/),
          value: value.trim(),
          expected: expect.stringMatching(expected),
          nearest,
        },
      ]);
    },
  );

  it('refuses an annotation of 10 kB and keeps the report of it short', () => {
    const { values, errors } = read({ 'compliance/rto': 'x'.repeat(10_000) });
    expect(values).toEqual({});
    expect(errors).toHaveLength(1);
    expect(errors[0].expected).toBe('at most 1000 characters');
    expect(errors[0].value).toHaveLength(80);
  });

  it('reports misspelt annotation keys with the nearest one', () => {
    expect(
      read({ 'compliance/servcie-tier': 'tier-1', 'compliance/zzzzzzzzz': 'x' })
        .errors,
    ).toEqual([
      expect.objectContaining({
        field: undefined,
        annotation: 'compliance/servcie-tier',
        nearest: 'compliance/service-tier',
      }),
      expect.objectContaining({ nearest: undefined }),
    ]);
  });

  it('keeps the good values beside the bad ones', () => {
    const { values, errors } = read({
      'compliance/service-tier': 'tier-9',
      'compliance/support-hours': '24x7',
    });
    expect(values).toEqual({ serviceLevel: { supportHours: '24x7' } });
    expect(errors).toHaveLength(1);
  });

  it('accepts an entity without annotations', () => {
    expect(readAnnotations(undefined, defaultVocabulary)).toEqual({
      values: {},
      errors: [],
    });
  });
});
