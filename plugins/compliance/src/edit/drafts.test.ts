import {
  fieldList,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../__testUtils__';
import { VocabularyField } from '../components';
import { Draft, draftOf, isEmptyDraft, readDraft } from './drafts';

const fieldOf = (id: string, words: VocabularyResponse = vocabulary) =>
  words.fields.find(field => field.id === id) as VocabularyField;
const read = (id: string, draft: Draft) =>
  readDraft(fieldOf(id), draft, vocabulary);

describe('drafts', () => {
  it.each(fieldList.map(field => [field.id, field] as const))(
    'of %s keep its value',
    (id, { type, example }) => {
      const parsed = type.parse(example, vocabulary);
      const value = 'value' in parsed ? parsed.value : undefined;
      expect(value).toBeDefined();
      const draft = draftOf(fieldOf(id), value);
      expect(isEmptyDraft(draft)).toBe(false);
      expect(read(id, draft)).toEqual({ value });
    },
  );

  it.each(fieldList.map(({ id }) => [id]))('of %s can be empty', id => {
    const draft = draftOf(fieldOf(id), undefined);
    expect(isEmptyDraft(draft)).toBe(true);
    expect(read(id, draft)).toEqual({});
  });

  it.each<[string, Draft, unknown]>([
    ['continuity.rto', '4h', 'PT4H'],
    ['continuity.rto', 'PT4H', 'PT4H'],
    ['continuity.rto', ' 1 day ', 'P1D'],
    ['continuity.rto', '1 week 2 days', 'P1W2D'],
    ['serviceLevel.availabilityTarget', '99,95 %', 99.95],
    ['serviceLevel.availabilityTarget', '99.9', 99.9],
    [
      'serviceLevel.slos',
      'https://a.example.com/\nhttps://b.example.com/',
      ['https://a.example.com/', 'https://b.example.com/'],
    ],
    ['supplier.subcontractors', 'Acme, Globex ,', ['Acme', 'Globex']],
    ['information.residency', 'DE, FR', ['DE', 'FR']],
    ['information.owner', 'team-a', 'group:default/team-a'],
    [
      'serviceLevel.responseTargets',
      { p1: '15 min', p2: '', p3: ' ', p4: '1 day' },
      { p1: 'PT15M', p4: 'P1D' },
    ],
    [
      'supplier.certifications',
      [
        { scheme: ' SOC 2 ', validUntil: '2027-01-31', scope: '' },
        { scheme: '', validUntil: '', scope: '' },
      ],
      [{ scheme: 'SOC 2', validUntil: '2027-01-31' }],
    ],
  ])('read %s %j as %j', (id, draft, value) => {
    expect(read(id, draft)).toEqual({ value });
  });

  it.each<[string, Draft]>([
    ['serviceLevel.tier', 'tier-9'],
    ['serviceLevel.availabilityTarget', '0'],
    ['serviceLevel.availabilityTarget', '101'],
    ['continuity.rto', 'soon'],
    ['continuity.lastTestedOn', '2026-02-30'],
    ['serviceLevel.sla', ['javascript', 'alert(1)'].join(':')],
    ['serviceLevel.sla', 'wiki'],
    ['serviceLevel.slos', 'https://a.example.com wiki'],
    ['scope.smsReason', 'x'.repeat(201)],
    ['information.residency', 'Germany'],
    ['information.owner', 'component:default/payments'],
    [
      'information.cia',
      { confidentiality: '3', integrity: '', availability: '' },
    ],
    [
      'information.cia',
      { confidentiality: '3', integrity: '3', availability: '9' },
    ],
    ['serviceLevel.resolveTargets', { p1: 'soon', p2: '', p3: '', p4: '' }],
    [
      'supplier.certifications',
      [{ scheme: 'SOC 2', validUntil: '', scope: '' }],
    ],
    [
      'supplier.certifications',
      [{ scheme: '', validUntil: '', scope: 'hosting' }],
    ],
    ['continuity.notApplicableFields', { rpo: '' }],
    ['continuity.notApplicableFields', { unheardOf: 'Reason' }],
  ])('refuse %s %j', (id, draft) => {
    const reading = read(id, draft);
    expect(reading.value).toBeUndefined();
    expect(reading.error).toMatch(/^expected /);
  });

  it('tell what was probably meant', () => {
    expect(read('serviceLevel.sla', 'wiki.example.com/sla').nearest).toBe(
      'https://wiki.example.com/sla',
    );
    expect(read('continuity.lastTestedOn', '12.05.2026').nearest).toBe(
      '2026-05-12',
    );
  });
});
