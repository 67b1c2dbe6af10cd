import { defaultQuery, readQuery, writeQuery } from './suppliersQuery';

const write = (query: Parameters<typeof writeQuery>[0], current = '') =>
  writeQuery(query, new URLSearchParams(current)).toString();

describe('the query in the address', () => {
  it('survives a round trip', () => {
    const query = {
      search: 'cloud',
      order: { field: 'contractEndsOn', direction: 'desc' },
      opened: 'resource:default/acme',
    } as const;
    expect(readQuery(new URLSearchParams(write(query)))).toEqual(query);
  });

  it('says nothing about what is the default', () => {
    expect(write(defaultQuery)).toBe('');
    expect(readQuery(new URLSearchParams())).toEqual(defaultQuery);
  });

  it('ignores what is not known', () => {
    expect(
      readQuery(
        new URLSearchParams('sort=password&direction=up&supplier=acme'),
      ),
    ).toEqual(defaultQuery);
  });

  it('leaves the parameters of others', () => {
    expect(
      write({ ...defaultQuery, search: 'pay' }, 'theirs=1&sort=score'),
    ).toBe('theirs=1&q=pay');
  });
});
