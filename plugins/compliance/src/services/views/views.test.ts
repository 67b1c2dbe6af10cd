import { queryFields } from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../../__testUtils__';
import { entityFilter } from '../entityFilter';
import { readQueryText } from '../query';
import { informationApplies } from '../informationApplies';
import { defaultQuery } from '../servicesQuery';
import { builtInViews } from './builtInViews';
import { addressOf, differs, queryOf } from './viewAddress';

const checks = [
  { id: 'information-classified', title: 'Classified' },
  { id: 'continuity-tested', title: 'Tested' },
  { id: 'supplier-dependencies', title: 'Suppliers assessed' },
];

describe('builtInViews', () => {
  const views = builtInViews(vocabulary, checks);

  it('finds what is unclassified and should not be', () => {
    const query = queryOf(views.unclassified);
    expect(entityFilter(query)).toEqual({ classification: ['unset'] });
    expect(readQueryText(query.query, queryFields(vocabulary, checks))).toEqual(
      { query: informationApplies(checks) },
    );
  });

  it('finds what is confidential without a tested continuity', () => {
    expect(entityFilter(queryOf(views.untestedContinuity))).toEqual({
      classification: ['confidential', 'restricted'],
      check: { id: 'continuity-tested', status: ['fail', 'unknown'] },
    });
  });

  it('finds important services that suppliers put at risk', () => {
    const query = queryOf(views.exposedSuppliers);
    expect(entityFilter(query)).toEqual({ serviceTier: ['tier-0', 'tier-1'] });
    expect(readQueryText(query.query, queryFields(vocabulary, checks))).toEqual(
      {
        query: {
          $any: [
            { supplierRisk: { $in: ['high', 'critical'] } },
            { 'check.supplier-dependencies': 'fail' },
          ],
        },
      },
    );
  });

  it('does without checks that are disabled', () => {
    const { exposedSuppliers, unclassified } = builtInViews(vocabulary, []);
    expect(queryOf(unclassified).query).toBe('');
    const { query } = queryOf(exposedSuppliers);
    expect(readQueryText(query, queryFields(vocabulary, []))).toEqual({
      query: { $any: [{ supplierRisk: { $in: ['high', 'critical'] } }] },
    });
  });
});

describe('viewAddress', () => {
  const query = {
    ...defaultQuery,
    search: 'pay',
    filters: { level: ['gold'] },
    view: 'mine',
    open: ['unset'],
  };

  it('keeps what is shown, but not what is open', () => {
    expect(addressOf(query)).toBe('q=pay&level=gold');
  });

  it('tells whether something else is shown', () => {
    const address = addressOf(query);
    expect(differs({ ...query, open: [], view: 'other' }, address)).toBe(false);
    expect(differs({ ...query, search: '' }, address)).toBe(true);
    expect(differs({ ...query, groupBy: 'owner' }, address)).toBe(true);
  });

  it('leaves the columns to the reader unless the view has some', () => {
    const columns: ['name', 'missing'] = ['name', 'missing'];
    expect(differs({ ...query, columns }, addressOf(query))).toBe(false);
    expect(differs(query, addressOf({ ...query, columns }))).toBe(true);
  });
});
