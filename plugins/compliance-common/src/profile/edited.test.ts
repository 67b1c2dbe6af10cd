import { defaultVocabulary } from '../vocabulary';
import { ProfileValues } from './declared';
import { readEdited } from './edited';

const read = (values: unknown, vocabulary = defaultVocabulary) =>
  readEdited(values as ProfileValues, vocabulary);

describe('readEdited', () => {
  it('takes values of every kind', () => {
    const values: ProfileValues = {
      serviceLevel: { tier: 'tier-1', availabilityTarget: 99.9 },
      information: { residency: ['DE'], retention: 'P1Y' },
      continuity: { notApplicableFields: { rpo: 'Stores no data' } },
      supplier: { notApplicable: 'Internal' },
    };
    expect(read(values)).toEqual({ values, errors: [] });
  });

  it('reports what the vocabulary has no more, and keeps the rest', () => {
    const own = structuredClone(defaultVocabulary);
    const values = { serviceLevel: { tier: 'tier-4', supportHours: '24x7' } };
    expect(read(values, own).errors).toEqual([]);

    const smaller = structuredClone(defaultVocabulary);
    smaller.scales.serviceTier.pop();
    expect(read(values, smaller)).toEqual({
      values: { serviceLevel: { supportHours: '24x7' } },
      errors: [
        {
          field: 'serviceLevel.tier',
          annotation: 'compliance/service-tier',
          value: 'tier-4',
          expected: 'one of tier-0, tier-1, tier-2, tier-3',
          source: 'portal',
        },
      ],
    });
    // Not an answer that was remembered for another vocabulary.
    expect(read(values, own).errors).toEqual([]);
  });

  it('reports values of other types, shortened', () => {
    const { values, errors } = read({
      continuity: { rto: 7, plan: `https://${'x'.repeat(2000)}` },
      information: { residency: { a: 'b' } },
    });
    expect(values).toEqual({});
    expect(errors.map(({ field, value }) => [field, value])).toEqual([
      ['information.residency', '{"a":"b"}'],
      ['continuity.rto', '7'],
      ['continuity.plan', expect.stringMatching(/^https.{75}/)],
    ]);
    for (const { value } of errors) {
      expect(value.length).toBeLessThanOrEqual(80);
    }
  });

  it('takes no field and no group that is not in the table', () => {
    const odd = JSON.parse(
      '{"serviceLevel":{"teir":"tier-1","__proto__":{"tier":"tier-1"}},"__proto__":{"continuity":{"rto":"PT1H"}},"other":{"rto":"PT1H"}}',
    );
    expect(read(odd)).toEqual({ values: {}, errors: [] });
  });
});
