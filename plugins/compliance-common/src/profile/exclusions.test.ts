import { defaultVocabulary as vocabulary } from '../vocabulary';
import { ProfileValues, readAnnotations } from './declared';
import { effectiveProfile } from './effective';
import { notApplicableReason } from './exclusions';

const profileOf = (declared: ProfileValues, edited?: ProfileValues) =>
  effectiveProfile({ declared, edited, vocabulary });

describe('notApplicableReason', () => {
  it('tells why a facet and each of its fields do not apply', () => {
    const profile = profileOf({ continuity: { notApplicable: 'Retired' } });
    expect(notApplicableReason(profile, 'continuity')).toBe('Retired');
    expect(notApplicableReason(profile, 'continuity', 'rto')).toBe('Retired');
    expect(notApplicableReason(profile, 'supplier')).toBeUndefined();
    expect(notApplicableReason(profile, 'supplier', 'kind')).toBeUndefined();
  });

  it('is told by any source, and lets a value of any source win', () => {
    const marked = { continuity: { notApplicable: 'Retired' } };
    expect(notApplicableReason(profileOf({}, marked), 'continuity')).toBe(
      'Retired',
    );
    const valued = profileOf({ continuity: { rto: 'PT4H' } }, marked);
    expect(notApplicableReason(valued, 'continuity')).toBeUndefined();
    expect(notApplicableReason(valued, 'continuity', 'rpo')).toBeUndefined();
  });

  it('tells why single fields do not apply', () => {
    const profile = profileOf({
      continuity: {
        tier: 'tier-1',
        rto: 'PT4H',
        notApplicableFields: { rpo: 'No data', rto: 'No state' },
      },
    });
    expect(notApplicableReason(profile, 'continuity', 'rpo')).toBe('No data');
    expect(notApplicableReason(profile, 'continuity', 'rto')).toBeUndefined();
    expect(notApplicableReason(profile, 'continuity', 'plan')).toBeUndefined();
    expect(notApplicableReason(profile, 'continuity')).toBeUndefined();
  });

  it('keeps tiers from implying values that do not apply', () => {
    const { continuity } = profileOf({
      continuity: {
        tier: 'tier-1',
        notApplicableFields: { rpo: 'No data' },
      },
    });
    expect(continuity.rpo).toBeUndefined();
    expect(continuity.rto).toEqual({ value: 'PT1H', source: 'default' });
  });

  it('does not take what every object has for a reason', () => {
    const profile = profileOf({
      continuity: { tier: 'tier-1', notApplicableFields: { rpo: 'No data' } },
    });
    expect(
      notApplicableReason(profile, 'continuity', 'constructor'),
    ).toBeUndefined();
  });
});

describe('annotations of what does not apply', () => {
  const read = (value: string) =>
    readAnnotations(
      { 'compliance/continuity-not-applicable-fields': value },
      vocabulary,
    );

  it('name fields with reasons', () => {
    expect(
      read('rpo: No data; plan: See https://example.com/plan;').values,
    ).toEqual({
      continuity: {
        notApplicableFields: {
          rpo: 'No data',
          plan: 'See https://example.com/plan',
        },
      },
    });
  });

  it.each([
    'rpo',
    'rpo:',
    'rto: A; rto: B',
    'classification: Other facet',
    'notApplicable: Itself',
    '__proto__: x',
    'constructor: x',
    ';',
    `rpo: ${'x'.repeat(201)}`,
  ])('are refused: %j', value => {
    const { values, errors } = read(value);
    expect(values).toEqual({});
    expect(errors[0].expected).toMatch(/^reasons .* fields are tier, rto, rpo/);
  });
});
