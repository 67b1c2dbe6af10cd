import { defaultVocabulary } from './defaults';
import { readVocabulary } from './readVocabulary';

const level = (id: string) => ({ id, title: id, description: '' });

describe('readVocabulary', () => {
  it.each([undefined, {}, { scales: {} }])(
    'is the default one for %j',
    data => {
      expect(readVocabulary(data)).toEqual(defaultVocabulary);
    },
  );

  it('replaces the scales that are given and no others', () => {
    const vocabulary = readVocabulary({
      reviewEvery: 'P6M',
      scales: { risk: [{ id: 'green', title: 'Green' }, level('red')] },
    });
    expect(vocabulary.scales.risk).toEqual([
      { id: 'green', title: 'Green', description: '' },
      level('red'),
    ]);
    expect(vocabulary.reviewEvery).toBe('P6M');
    expect(vocabulary.scales.serviceTier).toBe(
      defaultVocabulary.scales.serviceTier,
    );
    expect(vocabulary.ciaMaximum).toBe(4);
  });

  it('lets the data access follow the classification', () => {
    const classification = [level('open'), level('secret')];
    const ids = (data: object) =>
      readVocabulary({ scales: data }).scales.dataAccess.map(({ id }) => id);
    expect(ids({ classification })).toEqual(['none', 'open', 'secret']);
    expect(ids({ classification, dataAccess: [level('all')] })).toEqual([
      'all',
    ]);
  });

  it.each([
    [
      { scales: { risk: [level('Low')] } },
      /risk\[0\]\.id: found "Low", expected a slug/,
    ],
    [
      { scales: { risk: [level('unset')] } },
      /risk\[0\]\.id: found "unset", expected another word/,
    ],
    [
      { scales: { risk: [level('a'), level('b'), level('a')] } },
      /risk\[2\]\.id: found "a", expected an id that no other level has/,
    ],
    [
      { scales: { risk: [] } },
      /scales\.risk: found \[\], expected at least one level/,
    ],
    [
      { scales: { criticality: [{ ...level('a'), assessEvery: '1 year' }] } },
      /criticality\[0\]\.assessEvery: found "1 year", expected an ISO 8601/,
    ],
    [
      {
        scales: {
          serviceTier: [
            { ...level('a'), availability: 99, supportHours: 'always' },
          ],
        },
      },
      /serviceTier\[0\]\.supportHours: found "always", expected one of 24x7/,
    ],
    [{ scales: { tiers: [] } }, /compliance\.vocabulary\.scales: .*"tiers"/],
    [
      { reviewEvery: 'yearly' },
      /compliance\.vocabulary\.reviewEvery: .*yearly/,
    ],
    ['gold', /^compliance\.vocabulary: found "gold"/],
  ])('names the path and what is wrong in %j', (data, message) => {
    expect(() => readVocabulary(data)).toThrow(message);
  });
});
