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
    ['information', JSON.parse('{"__proto__": {"a": 1}}'), /__proto__/],
  ] as [FieldGroup, unknown, RegExp][])(
    'refuses in %s the values %j',
    (group, values, message) => {
      expect(issues(group, values)).toEqual([expect.stringMatching(message)]);
    },
  );
});
