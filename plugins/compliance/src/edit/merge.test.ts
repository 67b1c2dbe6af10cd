import { FieldValues } from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../__testUtils__';
import { valueFields } from './facetDrafts';
import { Choice, differencesOf, mergeValues } from './merge';

type Values = FieldValues<'continuity'>;

const fields = valueFields(vocabulary, 'continuity');
const differences = (base: Values, mine: Values, theirs: Values) =>
  differencesOf({ fields, base, mine, theirs });
/** The choices by name; what is undecided is null. */
const choices = (...values: [Values, Values, Values]) =>
  Object.fromEntries(
    differences(...values).map(({ name, choice }) => [name, choice ?? null]),
  );

describe('differencesOf', () => {
  it('takes what only one of both changed', () => {
    expect(
      choices(
        { tier: 'tier-2', rto: 'PT4H' },
        { tier: 'tier-1', rto: 'PT4H' },
        { tier: 'tier-2', rto: 'PT2H', rpo: 'PT1H' },
      ),
    ).toEqual({ tier: 'mine', rto: 'theirs', rpo: 'theirs' });
  });

  it('leaves open what both changed', () => {
    expect(choices({ rto: 'PT4H' }, { rto: 'PT2H' }, { rto: 'PT1H' })).toEqual({
      rto: null,
    });
    expect(choices({ rto: 'PT4H' }, {}, { rto: 'PT1H' })).toEqual({
      rto: null,
    });
  });

  it('is empty where both say the same', () => {
    expect(choices({}, { rto: 'PT4H' }, { rto: 'PT4H' })).toEqual({});
  });

  it('treats a mark as what is said about its field', () => {
    expect(
      choices(
        {},
        { rpo: 'PT1H' },
        { notApplicableFields: { rpo: 'Stores no data' } },
      ),
    ).toEqual({ rpo: null });
    expect(
      choices({}, { rto: 'PT1H' }, { notApplicableFields: { rpo: 'None' } }),
    ).toEqual({ rto: 'mine', rpo: 'theirs' });
  });

  it('asks when one says that nothing applies and the other says more', () => {
    expect(choices({}, { rto: 'PT1H' }, { notApplicable: 'Retired' })).toEqual({
      notApplicable: null,
      rto: 'mine',
    });
    expect(choices({}, {}, { notApplicable: 'Retired' })).toEqual({
      notApplicable: 'theirs',
    });
  });
});

describe('mergeValues', () => {
  const merge = (
    ...[base, mine, theirs, decisions]: [
      Values,
      Values,
      Values,
      Record<string, Choice>?,
    ]
  ) =>
    mergeValues(
      mine,
      differences(base, mine, theirs).map(difference => ({
        ...difference,
        choice: decisions?.[difference.name] ?? difference.choice,
      })),
    );

  it('has the changes of both', () => {
    expect(
      merge(
        { tier: 'tier-2', plan: 'https://a.example.com/' },
        { tier: 'tier-1', plan: 'https://a.example.com/' },
        { tier: 'tier-2', rto: 'PT2H' },
      ),
    ).toEqual({ tier: 'tier-1', rto: 'PT2H' });
  });

  it('swaps values and marks', () => {
    const marked: Values = {
      notApplicableFields: { rpo: 'Stores no data', rto: 'Batch' },
    };
    expect(merge({}, { rpo: 'PT1H' }, marked, { rpo: 'theirs' })).toEqual(
      marked,
    );
    expect(merge({}, { rpo: 'PT1H' }, marked, { rpo: 'mine' })).toEqual({
      rpo: 'PT1H',
      notApplicableFields: { rto: 'Batch' },
    });
  });

  it('keeps mine where nothing was decided', () => {
    expect(merge({}, { rto: 'PT2H' }, { rto: 'PT1H' })).toEqual({
      rto: 'PT2H',
    });
  });
});
