import { readQuery, writeQuery } from './address';
import { defaultQuery, ServicesQuery } from './servicesQuery';

describe('address', () => {
  it.each<[string, Partial<ServicesQuery>]>([
    ['', {}],
    ['q=pay+ment%26s', { search: 'pay ment&s' }],
    [
      'sort=score&direction=desc',
      { order: { field: 'score', direction: 'desc' } },
    ],
    [
      'owner=group%3Adefault%2Fcards&level=gold&level=none',
      {
        filters: { owner: ['group:default/cards'], level: ['gold', 'none'] },
      },
    ],
    ['mine=true', { mine: true }],
    [
      'check=continuity-tested',
      { check: { id: 'continuity-tested', status: ['fail', 'unknown'] } },
    ],
    [
      'check=continuity-tested&checkStatus=pass&checkStatus=waived',
      { check: { id: 'continuity-tested', status: ['pass', 'waived'] } },
    ],
    ['minScore=0&maxScore=62.5', { minScore: 0, maxScore: 62.5 }],
    ['dueBy=30', { dueBy: '30' }],
    ['dueBy=2026-12-31', { dueBy: '2026-12-31' }],
    ['query=%7B+kind%3A+api+%7D%0A', { query: '{ kind: api }\n' }],
    [
      'groupBy=domain&open=unset&open=domain%3Adefault%2Fretail',
      { groupBy: 'domain', open: ['unset', 'domain:default/retail'] },
    ],
    [
      'columns=name%2Cscore%2Cmissing',
      { columns: ['name', 'score', 'missing'] },
    ],
    ['view=unclassified', { view: 'unclassified' }],
  ])('reads and writes %j', (text, change) => {
    const query = { ...defaultQuery, ...change };
    expect(readQuery(new URLSearchParams(text))).toEqual(query);
    const written = writeQuery(query, new URLSearchParams());
    expect([...written].sort()).toEqual([...new URLSearchParams(text)].sort());
  });

  it.each([
    'sort=password&direction=up&level=',
    'minScore=-1&maxScore=many&dueBy=tomorrow&dueBy=31',
    'groupBy=colour&mine=perhaps&checkStatus=fail',
  ])('ignores what it does not know in %j', text => {
    expect(readQuery(new URLSearchParams(text))).toEqual(defaultQuery);
  });

  it('always has the name and knows the order of the columns', () => {
    expect(
      readQuery(new URLSearchParams('columns=missing,secret,score')).columns,
    ).toEqual(['name', 'score', 'missing']);
  });

  it('does not say the usual columns', () => {
    const { columns } = readQuery(
      new URLSearchParams(
        'columns=score,level,openFindings,serviceTier,classification,continuityTier,supplierRisk,owner',
      ),
    );
    expect(
      String(writeQuery({ ...defaultQuery, columns }, new URLSearchParams())),
    ).toBe('');
  });

  it('takes the open findings for what a check is about', () => {
    expect(
      readQuery(new URLSearchParams('check=a&checkStatus=no-status')).check,
    ).toEqual({ id: 'a', status: ['fail', 'unknown'] });
  });

  it('leaves the parameters of others', () => {
    expect(
      writeQuery(
        { ...defaultQuery, search: 'pay' },
        new URLSearchParams('theirs=1&sort=score'),
      ).toString(),
    ).toBe('theirs=1&q=pay');
  });
});
