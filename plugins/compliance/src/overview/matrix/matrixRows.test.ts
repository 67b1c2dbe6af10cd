import { summaryResponse } from '../../__testUtils__';
import { MatrixOrder } from '../overviewQuery';
import { Estate } from '../useEstate';
import { matrixRows, sortRows } from './matrixRows';

const { groups: _, hasMoreGroups: __, ...totals } = summaryResponse();
const group = (key: string, total: number, averageScore?: number) => ({
  ...totals,
  key,
  total,
  averageScore,
});

const estate = (hasMoreGroups = false): Estate => ({
  groupBy: 'owner',
  summary: summaryResponse({
    groups: [
      group('group:default/cards', 5, 80),
      group('unset', 4),
      group('group:default/accounts', 3, 20),
    ],
  }),
  unclassified: summaryResponse({
    hasMoreGroups,
    groups: [group('unset', 4), group('group:default/accounts', 1)],
  }),
  unclassifiedQuery: '',
});

const keys = (order: MatrixOrder) =>
  sortRows(matrixRows(estate()), order).map(({ key }) =>
    key.replace('group:default/', ''),
  );

describe('matrixRows', () => {
  it('counts what is not classified', () => {
    expect(matrixRows(estate()).map(row => row.unclassified)).toEqual([
      0, 4, 1,
    ]);
  });

  it('does not take what is not told for none', () => {
    expect(matrixRows(estate(true)).map(row => row.unclassified)).toEqual([
      undefined,
      4,
      1,
    ]);
  });
});

describe('sortRows', () => {
  it.each<[MatrixOrder['field'], string[], string[]]>([
    ['name', ['accounts', 'cards', 'unset'], ['cards', 'accounts', 'unset']],
    ['total', ['accounts', 'unset', 'cards'], ['cards', 'unset', 'accounts']],
    [
      'averageScore',
      ['accounts', 'cards', 'unset'],
      ['cards', 'accounts', 'unset'],
    ],
    [
      'unclassified',
      ['cards', 'accounts', 'unset'],
      ['unset', 'accounts', 'cards'],
    ],
  ])('by %s, what has no value last', (field, ascending, descending) => {
    expect(keys({ field, direction: 'asc' })).toEqual(ascending);
    expect(keys({ field, direction: 'desc' })).toEqual(descending);
  });
});
