import { defaultVocabulary } from '../vocabulary';
import { FieldGroup } from './fields';
import { fieldGroupSchema } from './schema';

const SCRIPT_LINK = ['javascript', 'alert(1)'].join(':');

function issues(group: FieldGroup, values: unknown) {
  const result = fieldGroupSchema(group, defaultVocabulary).safeParse(values);
  return result.error?.issues.map(
    issue => `${issue.path.join('.')}: ${issue.message}`,
  );
}

describe('fieldGroupSchema', () => {
  it('accepts a whole facet and normalises what it may', () => {
    expect(
      fieldGroupSchema('information', defaultVocabulary).parse({
        classification: 'internal',
        owner: 'jo-team',
        residency: ['DE', 'DE'],
      }),
    ).toEqual({
      classification: 'internal',
      owner: 'group:default/jo-team',
      residency: ['DE'],
    });
  });

  it.each<[FieldGroup, object]>([
    ['continuity', {}],
    ['continuity', { notApplicable: 'Retired' }],
    ['continuity', { rto: 'PT1H', notApplicableFields: { rpo: 'No data' } }],
    ['scope', { sms: 'out', smsReason: 'Retired' }],
  ])('accepts in %s the values %j', (group, values) => {
    expect(fieldGroupSchema(group, defaultVocabulary).parse(values)).toEqual(
      values,
    );
  });

  it('refuses text of one megabyte without repeating it', () => {
    const found = issues('continuity', { plan: 'x'.repeat(1024 * 1024) });
    expect(found).toHaveLength(1);
    expect(found![0].length).toBeLessThan(200);
  });

  it.each([
    ['serviceLevel', { tier: 'tier-9' }, /^tier: expected one of tier-0/],
    ['serviceLevel', { availabilityTarget: 101 }, /^availabilityTarget: expec/],
    ['serviceLevel', { sla: SCRIPT_LINK }, /^sla: expected an http/],
    ['serviceLevel', { teir: 'tier-1' }, /teir/],
    ['continuity', { rto: 'P1D', mtpd: 'PT4H' }, /^rto: expected at most/],
    ['continuity', { rto: '4 hours' }, /^rto: expected an ISO 8601 duration/],
    ['supplier', { certifications: [{ scheme: 'x' }] }, /validUntil/],
    ['scope', { sms: 'out' }, /^smsReason: expected a reason/],
    ['scope', { isms: 'out' }, /^ismsReason: expected a reason/],
    [
      'continuity',
      { notApplicable: 'Retired', rto: 'PT1H', tier: 'tier-1' },
      /^notApplicable: expected no values beside it, found tier, rto$/,
    ],
    [
      'continuity',
      { notApplicable: 'Retired', notApplicableFields: { rpo: 'No data' } },
      /^notApplicable: expected no values beside it/,
    ],
    [
      'continuity',
      { rpo: 'PT1H', notApplicableFields: { rpo: 'No data' } },
      /^rpo: expected no value, because it is marked not applicable$/,
    ],
    [
      'continuity',
      { notApplicableFields: {} },
      /^notApplicableFields: expected reasons/,
    ],
    [
      'continuity',
      { notApplicableFields: { classification: 'x' } },
      /^notApplicableFields.classification: expected one of tier, rto/,
    ],
    [
      'continuity',
      { notApplicableFields: { rpo: ' ' } },
      /^notApplicableFields.rpo: expected a reason/,
    ],
    [
      'continuity',
      { notApplicableFields: { rpo: 'One; two: three' } },
      /^notApplicableFields.rpo: expected a reason .* without semicolons$/,
    ],
    ['continuity', { notApplicableFields: 'rpo' }, /^notApplicableFields: /],
    ['information', JSON.parse('{"__proto__": {"a": 1}}'), /__proto__/],
  ] as [FieldGroup, unknown, RegExp][])(
    'refuses in %s the values %j',
    (group, values, message) => {
      expect(issues(group, values)).toEqual([expect.stringMatching(message)]);
    },
  );
});
