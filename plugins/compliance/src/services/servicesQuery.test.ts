import {
  countFilters,
  defaultQuery,
  entityFilter,
  readQuery,
  ServicesQuery,
  writeQuery,
} from './servicesQuery';

describe('servicesQuery', () => {
  it.each<[string, ServicesQuery]>([
    ['', defaultQuery],
    ['q=pay+ment%26s', { ...defaultQuery, search: 'pay ment&s' }],
    [
      'sort=score&direction=desc',
      { ...defaultQuery, order: { field: 'score', direction: 'desc' } },
    ],
    [
      'level=gold&level=none&finding=continuity-tested',
      {
        ...defaultQuery,
        filters: { level: ['gold', 'none'] },
        finding: 'continuity-tested',
      },
    ],
  ])('reads and writes %j', (text, query) => {
    expect(readQuery(new URLSearchParams(text))).toEqual(query);
    expect(
      Object.fromEntries(writeQuery(query, new URLSearchParams())),
    ).toEqual(Object.fromEntries(new URLSearchParams(text)));
  });

  it('ignores what it does not know', () => {
    expect(
      readQuery(new URLSearchParams('sort=password&direction=up&level=')),
    ).toEqual(defaultQuery);
  });

  it('leaves the parameters of others', () => {
    expect(
      writeQuery(
        { ...defaultQuery, search: 'pay' },
        new URLSearchParams('theirs=1&sort=score'),
      ).toString(),
    ).toBe('theirs=1&q=pay');
  });

  it('asks the backend for open findings of a check', () => {
    expect(
      entityFilter({ filters: { level: ['gold'] }, finding: 'tested' }),
    ).toEqual({
      level: ['gold'],
      check: { id: 'tested', status: ['fail', 'unknown'] },
    });
  });

  it('has no filter rather than an empty one', () => {
    expect(entityFilter(defaultQuery)).toBeUndefined();
  });

  it('counts the filters', () => {
    expect(countFilters(defaultQuery)).toBe(0);
    expect(
      countFilters({
        ...defaultQuery,
        filters: { level: ['gold', 'silver'], kind: ['api'] },
        finding: 'tested',
      }),
    ).toBe(3);
  });
});
