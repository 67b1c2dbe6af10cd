import {
  defaultOverview,
  OverviewQuery,
  readOverviewQuery,
  writeOverviewQuery,
} from './overviewQuery';

describe('overviewQuery', () => {
  it.each<[string, OverviewQuery]>([
    ['', defaultOverview],
    [
      'groupBy=domain&days=365',
      { ...defaultOverview, groupBy: 'domain', days: 365 },
    ],
    [
      'sort=total&direction=asc',
      { ...defaultOverview, order: { field: 'total', direction: 'asc' } },
    ],
    [
      'sort=unclassified&direction=desc',
      {
        ...defaultOverview,
        order: { field: 'unclassified', direction: 'desc' },
      },
    ],
  ])('reads and writes %j', (text, query) => {
    expect(readOverviewQuery(new URLSearchParams(text))).toEqual(query);
    expect(writeOverviewQuery(query, new URLSearchParams()).toString()).toBe(
      text,
    );
  });

  it('ignores what it does not know', () => {
    expect(
      readOverviewQuery(
        new URLSearchParams('groupBy=kind&days=7&sort=password&direction=asc'),
      ),
    ).toEqual(defaultOverview);
  });

  it('leaves the parameters of others', () => {
    expect(
      writeOverviewQuery(
        defaultOverview,
        new URLSearchParams('theirs=1&days=30'),
      ).toString(),
    ).toBe('theirs=1');
  });
});
