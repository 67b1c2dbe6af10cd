import { entityFilter } from './entityFilter';
import {
  countFilters,
  defaultQuery,
  isNarrowed,
  withValues,
} from './servicesQuery';

describe('entityFilter', () => {
  it('has no filter rather than an empty one', () => {
    expect(entityFilter(defaultQuery)).toBeUndefined();
  });

  it('says everything as the backend takes it', () => {
    const check = { id: 'continuity-tested', status: ['fail' as const] };
    expect(
      entityFilter({
        ...defaultQuery,
        filters: { level: ['gold'], progress: ['complete'] },
        mine: true,
        check,
        minScore: 0,
        maxScore: 50,
        dueBy: '2026-12-31',
        query: '{ kind: api }',
      }),
    ).toEqual({
      level: ['gold'],
      progress: ['complete'],
      mine: true,
      check,
      minScore: 0,
      maxScore: 50,
      dueBy: '2026-12-31',
    });
  });

  it('counts days from today', () => {
    jest.useFakeTimers({ now: new Date('2026-12-15T23:30:00Z') });
    try {
      expect(entityFilter({ ...defaultQuery, dueBy: '30' })).toEqual({
        dueBy: '2027-01-14',
      });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('servicesQuery', () => {
  it('counts the filters', () => {
    expect(countFilters(defaultQuery)).toBe(0);
    expect(
      countFilters({
        ...defaultQuery,
        filters: { level: ['gold', 'silver'], kind: ['api'] },
        mine: true,
        check: { id: 'tested', status: ['fail'] },
        minScore: 0,
        maxScore: 50,
        dueBy: '30',
      }),
    ).toBe(6);
  });

  it.each([
    [false, { search: '  ', query: ' ' }],
    [true, { search: 'pay' }],
    [true, { query: '{ kind: api }' }],
    [true, { maxScore: 0 }],
  ])('says %j to being narrowed by %j', (expected, change) => {
    expect(isNarrowed({ ...defaultQuery, ...change })).toBe(expected);
  });

  it('has no empty list, which would match nothing', () => {
    const query = { ...defaultQuery, filters: { level: ['gold'] } };
    expect(withValues(query, 'level', [])).toEqual({});
    expect(withValues(query, 'kind', ['api'])).toEqual({
      level: ['gold'],
      kind: ['api'],
    });
  });
});
