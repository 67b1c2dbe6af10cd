import { effectiveProfile, fieldList, readAnnotations } from '../profile';
import { defaultLevels } from '../scorecard';
import { defaultVocabulary } from '../vocabulary';
import { queryValuesOf } from './fieldParts';
import { queryFields } from './queryFields';

const fields = queryFields({ ...defaultVocabulary, levels: defaultLevels }, [
  { id: 'continuity-tested', title: 'Continuity tested' },
]);
const find = (id: string) => fields.find(field => field.id === id);

describe('queryFields', () => {
  it('names each field once', () => {
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every field of a profile', () => {
    for (const { id } of fieldList) {
      expect(
        fields.some(field => field.id === id || field.id.startsWith(`${id}.`)),
      ).toBe(true);
    }
  });

  it('tells what can be compared', () => {
    expect(find('information.classification')).toEqual({
      id: 'information.classification',
      title: 'Information classification',
      type: 'level',
      scale: 'classification',
      values: ['public', 'internal', 'confidential', 'restricted'],
    });
    expect(find('level')?.values).toEqual(['none', 'bronze', 'silver', 'gold']);
    expect(find('check.continuity-tested')).toMatchObject({
      title: 'Continuity tested',
      type: 'level',
      values: ['pass', 'fail', 'unknown', 'not-applicable', 'waived'],
    });
    expect(find('supplier.certifications.validUntil')).toMatchObject({
      title: 'Certifications: valid until',
      type: 'date',
      isList: true,
    });
    expect(find('information.cia')).toBeUndefined();
    expect(find('information.cia.integrity')?.type).toBe('number');
  });

  it('gives levels their values', () => {
    for (const { type, values } of fields) {
      expect(values !== undefined).toBe(type === 'level');
    }
  });
});

describe('queryValuesOf', () => {
  it('has every effective value as scalars', () => {
    const { values: declared } = readAnnotations(
      Object.fromEntries(
        fieldList
          .filter(({ excludes }) => !excludes)
          .map(({ annotation, example }) => [annotation, example]),
      ),
      defaultVocabulary,
    );
    const values = queryValuesOf(
      effectiveProfile({ declared, vocabulary: defaultVocabulary }),
    );
    expect(Object.fromEntries(values)).toMatchObject({
      'serviceLevel.tier': ['tier-1'],
      'serviceLevel.availabilityTarget': ['99.95'],
      'serviceLevel.responseTargets.p1': ['PT15M'],
      'information.cia.confidentiality': ['3'],
      'information.residency': ['DE', 'FR'],
      'continuity.mtpd': ['P1D'],
      'supplier.certifications': ['ISO 27001', 'SOC 2'],
      'supplier.certifications.validUntil': ['2027-03-31', '2027-01-31'],
      'supplier.certifications.scope': ['hosting'],
      'scope.isms': ['in'],
    });
    const known = fields.map(({ id }) => id);
    expect([...values.keys()].filter(id => !known.includes(id))).toEqual([]);
  });

  it('has nothing for what is unset, but what is implied', () => {
    const declared = readAnnotations(
      {
        'compliance/continuity-tier': 'tier-1',
        'compliance/continuity-not-applicable-fields': 'rpo: Stores no data',
      },
      defaultVocabulary,
    ).values;
    expect(
      Object.fromEntries(
        queryValuesOf(
          effectiveProfile({ declared, vocabulary: defaultVocabulary }),
        ),
      ),
    ).toEqual({
      'continuity.tier': ['tier-1'],
      'continuity.rto': ['PT1H'],
      'continuity.mtpd': ['PT4H'],
      'continuity.notApplicableFields': ['rpo'],
      'scope.sms': ['in'],
      'scope.isms': ['in'],
    });
  });
});
