import { clauseConditions, withClause } from './clauseConditions';

const continuity = { standard: 'iso20000-1-2018', clause: '8.7.2' };
const readiness = { standard: 'iso27001-2022', clause: 'A.5.30' };
const withGap = (text: string) => withClause(text, continuity, 'gap');
const withCovered = (text: string) => withClause(text, readiness, 'covered');
const gap = { field: 'clause.iso20000-1-2018.8.7.2', state: 'gap' };
const covered = { field: 'clause.iso27001-2022.A.5.30', state: 'covered' };

describe('withClause', () => {
  it.each([
    ['', { 'clause.iso20000-1-2018.8.7.2': 'gap' }],
    [
      'kind: component',
      {
        $all: [
          { kind: 'component' },
          { 'clause.iso20000-1-2018.8.7.2': 'gap' },
        ],
      },
    ],
    [
      '{"kind": "component", "score": {"$lt": 50}}',
      {
        $all: [
          { kind: 'component' },
          { score: { $lt: 50 } },
          { 'clause.iso20000-1-2018.8.7.2': 'gap' },
        ],
      },
    ],
    [
      '$any: [{ kind: api }, { kind: component }]',
      {
        $all: [
          { $any: [{ kind: 'api' }, { kind: 'component' }] },
          { 'clause.iso20000-1-2018.8.7.2': 'gap' },
        ],
      },
    ],
  ])('adds the condition to %j', (text, query) => {
    expect(JSON.parse(withGap(text))).toEqual(query);
  });
});

describe('clauseConditions', () => {
  it('finds those that have to hold, and what is left without each', () => {
    const text = withCovered(withGap('kind: api'));
    const { conditions, rest, withoutRest } = clauseConditions(text);
    expect(conditions).toEqual([
      { ...gap, without: withCovered('kind: api') },
      { ...covered, without: withGap('kind: api') },
    ]);
    expect(JSON.parse(rest)).toEqual({ kind: 'api' });
    expect(withoutRest).toBe(withCovered(withGap('')));
  });

  it('leaves nothing when there was nothing else', () => {
    expect(clauseConditions(withGap(''))).toEqual({
      conditions: [{ ...gap, without: '' }],
      rest: '',
      withoutRest: withGap(''),
    });
  });

  it.each([
    ['kind:   api # as typed'],
    ['$any: [{ clause.iso20000-1-2018.8.7.2: gap }]'],
    ['clause.iso20000-1-2018.8.7.2: { $in: [gap, partial] }'],
    ['clause.iso20000-1-2018.8.7.2: fine'],
    ['{ not: [yaml'],
    ['only text'],
  ])('leaves %j as it is', text => {
    expect(clauseConditions(text)).toEqual({
      conditions: [],
      rest: text,
      withoutRest: '',
    });
  });
});
