import { compareValues, isSameValue } from './changes';

describe('isSameValue', () => {
  it.each<[unknown, unknown, boolean]>([
    ['PT4H', 'PT4H', true],
    ['PT4H', 'P1D', false],
    [undefined, undefined, true],
    [undefined, 'PT4H', false],
    [99.9, '99.9', false],
    [['DE', 'FR'], ['DE', 'FR'], true],
    [['DE', 'FR'], ['FR', 'DE'], false],
    [{ p1: 'PT1H', p2: 'PT2H' }, { p2: 'PT2H', p1: 'PT1H' }, true],
    [{ p1: 'PT1H' }, { p1: 'PT1H', p2: 'PT2H' }, false],
    [[{ scheme: 'A', scope: 'B' }], [{ scope: 'B', scheme: 'A' }], true],
  ])('compares %j and %j', (a, b, expected) => {
    expect(isSameValue(a, b)).toBe(expected);
    expect(isSameValue(b, a)).toBe(expected);
  });
});

describe('compareValues', () => {
  it('tells what was set, changed and unset, in the order of the table', () => {
    expect(
      compareValues(
        {
          continuity: { rto: 'PT4H', rpo: 'PT1H' },
          serviceLevel: { tier: 'tier-1' },
        },
        {
          continuity: { rto: 'PT8H', rpo: 'PT1H' },
          information: { residency: ['DE'] },
        },
      ),
    ).toEqual([
      { field: 'serviceLevel.tier', before: 'tier-1' },
      { field: 'information.residency', after: ['DE'] },
      { field: 'continuity.rto', before: 'PT4H', after: 'PT8H' },
    ]);
  });

  it('tells nothing when nothing is different', () => {
    expect(compareValues({}, { continuity: {} })).toEqual([]);
  });

  it('tells that a mark was set', () => {
    expect(
      compareValues({}, { supplier: { notApplicable: 'Internal' } }),
    ).toEqual([{ field: 'supplier.notApplicable', after: 'Internal' }]);
  });
});
