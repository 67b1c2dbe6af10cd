import {
  defaultVocabulary,
  FieldGroup,
  InvalidValuesError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { readValues } from './readValues';

/** What is wrong with a body as it was sent. */
function errorsOf(group: FieldGroup, json: string) {
  try {
    readValues(group, JSON.parse(json), defaultVocabulary);
  } catch (error) {
    if (error instanceof InvalidValuesError) {
      return error.fields;
    }
    throw error;
  }
  return [];
}

describe('readValues', () => {
  it('answers values in their stored form', () => {
    expect(
      readValues(
        'information',
        {
          owner: 'retail-banking',
          residency: ['DE', ' DE', 'FR'],
          retention: ' P10Y ',
        },
        defaultVocabulary,
      ),
    ).toEqual({
      owner: 'group:default/retail-banking',
      residency: ['DE', 'FR'],
      retention: 'P10Y',
    });
  });

  it.each<[string, FieldGroup, string, object[]]>([
    [
      'a level that is none',
      'serviceLevel',
      '{"tier": "tier-9"}',
      [
        {
          field: 'tier',
          path: [],
          message: 'expected one of tier-0, tier-1, tier-2, tier-3, tier-4',
        },
      ],
    ],
    [
      'a value of another type',
      'continuity',
      '{"rto": 4}',
      [
        {
          field: 'rto',
          path: [],
          message: 'expected an ISO 8601 duration, such as PT4H or P1D',
        },
      ],
    ],
    [
      'null',
      'continuity',
      '{"lastTestedOn": null}',
      [
        {
          field: 'lastTestedOn',
          path: [],
          message: 'expected an existing date written YYYY-MM-DD',
        },
      ],
    ],
    [
      'a link that runs code',
      'operations',
      '{"runbook": "javascript:alert(1)"}',
      [
        {
          field: 'runbook',
          path: [],
          message: 'expected an http or https address',
        },
      ],
    ],
    [
      'part of a value',
      'supplier',
      '{"certifications": [{"scheme": "ISO 27001", "validUntil": "soon"}]}',
      [
        {
          field: 'certifications',
          path: [0, 'validUntil'],
          message: 'expected an existing date written YYYY-MM-DD',
        },
      ],
    ],
    [
      'a missing part of a value',
      'information',
      '{"cia": {"confidentiality": 9, "integrity": 3}}',
      [
        {
          field: 'cia',
          path: ['confidentiality'],
          message: 'expected number to be <=4',
        },
        {
          field: 'cia',
          path: ['availability'],
          message: expect.stringMatching(/^expected /),
        },
      ],
    ],
    [
      'fields that do not fit together',
      'continuity',
      '{"rto": "P2D", "mtpd": "P1D"}',
      [{ field: 'rto', path: [], message: 'expected at most the MTPD of P1D' }],
    ],
    [
      'unknown fields',
      'continuity',
      '{"lastTested": "2026-05-12", "author": "group:default/a"}',
      [
        {
          field: 'lastTested',
          path: [],
          message: 'unknown field, did you mean lastTestedOn?',
        },
        { field: 'author', path: [], message: 'unknown field' },
      ],
    ],
    [
      'keys of prototypes',
      'scope',
      '{"__proto__": {"sms": "out"}, "constructor": 1, "toString": "x"}',
      ['__proto__', 'constructor', 'toString'].map(field => ({
        field,
        path: [],
        message: expect.stringMatching(/^unknown field/),
      })),
    ],
    [
      'keys of prototypes inside of a value',
      'information',
      '{"cia": {"confidentiality": 1, "integrity": 1, "availability": 1, "__proto__": 1}}',
      [{ field: 'cia', path: ['__proto__'], message: 'unknown field' }],
    ],
    [
      'reasons for what is no field',
      'continuity',
      '{"notApplicableFields": {"constructor": "x"}}',
      [
        {
          field: 'notApplicableFields',
          path: ['constructor'],
          message: expect.stringMatching(/^expected one of tier, rto/),
        },
      ],
    ],
  ])('reports %s', (_, group, json, expected) => {
    expect(errorsOf(group, json)).toEqual(expected);
  });

  it('keeps what was sent out of its message', () => {
    expect(() =>
      readValues('serviceLevel', { tier: 'secret' }, defaultVocabulary),
    ).toThrow(/^Some values cannot be saved$/);
  });
});
