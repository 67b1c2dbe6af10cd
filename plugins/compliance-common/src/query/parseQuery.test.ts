import { defaultLevels } from '../scorecard';
import { defaultVocabulary } from '../vocabulary';
import { parseQuery } from './parseQuery';
import { queryFields } from './queryFields';

const fields = queryFields({ ...defaultVocabulary, levels: defaultLevels }, [
  { id: 'continuity-tested', title: 'Continuity tested' },
]);

const parse = (value: unknown) => parseQuery(value, fields);

/** The predicate in itself, so many times. */
const nested = (levels: number): unknown =>
  levels === 0 ? { kind: 'api' } : { $not: nested(levels - 1) };

describe('parseQuery', () => {
  it.each([
    ['nothing, which is everything', {}, { $all: [] }],
    ['a text', { kind: 'Component' }, { kind: 'Component' }],
    ['a number for a text', { name: 7 }, { name: '7' }],
    ['a level in capitals', { level: 'GOLD' }, { level: 'gold' }],
    ['a number as text', { score: ' 66.7 ' }, { score: 66.7 }],
    ['a duration', { 'continuity.rto': 'pt4h' }, { 'continuity.rto': 'PT4H' }],
    ['a short ref', { owner: 'Payments' }, { owner: 'group:default/payments' }],
    ['a short system', { system: 'core' }, { system: 'system:default/core' }],
    [
      'a part of a value',
      { 'information.cia.confidentiality': 3 },
      { 'information.cia.confidentiality': 3 },
    ],
    [
      'a check',
      { 'check.continuity-tested': { $in: ['fail', 'Unknown'] } },
      { 'check.continuity-tested': { $in: ['fail', 'unknown'] } },
    ],
    ['a list', { owner: { $contains: 'a' } }, { owner: 'group:default/a' }],
    [
      'a prefix',
      { name: { $hasPrefix: 'pay' } },
      { name: { $hasPrefix: 'pay' } },
    ],
    [
      'a presence',
      { system: { $exists: true } },
      { system: { $exists: true } },
    ],
    ['an absence', { level: 'unset' }, { level: { $exists: false } }],
    ['the text unset', { name: 'unset' }, { name: 'unset' }],
    [
      'an absence among values',
      { 'information.classification': { $in: ['unset', 'restricted'] } },
      {
        $any: [
          { 'information.classification': { $in: ['restricted'] } },
          { 'information.classification': { $exists: false } },
        ],
      },
    ],
    ['no value at all', { kind: { $in: [] } }, { kind: { $in: [] } }],
    [
      'several fields',
      { kind: 'api', owner: 'unset' },
      { $all: [{ kind: 'api' }, { owner: { $exists: false } }] },
    ],
    [
      'combinations',
      { $any: [{ $not: { kind: 'api' } }, { $all: [] }] },
      { $any: [{ $not: { kind: 'api' } }, { $all: [] }] },
    ],
  ])('reads %s', (_, value, query) => {
    expect(parse(value)).toEqual({ query });
  });

  it.each([
    [
      'no object',
      'component',
      'query',
      'expected an object such as { "kind": "component" }',
    ],
    [
      'null',
      null,
      'query',
      'expected an object such as { "kind": "component" }',
    ],
    [
      'a list',
      [{ kind: 'api' }],
      'query',
      'expected an object such as { "kind": "component" }',
    ],
    [
      'an unknown field',
      { $all: [{ kind: 'api' }, { 'information.clasification': 'public' }] },
      'query.$all[1].information.clasification',
      'unknown field, did you mean information.classification?',
    ],
    [
      'a field like no other',
      { ['§'.repeat(200)]: 1 },
      `query.${'§'.repeat(80)}`,
      'unknown field',
    ],
    [
      'what objects inherit',
      JSON.parse('{"__proto__": "x"}'),
      'query.__proto__',
      'unknown field',
    ],
    [
      'an unknown level',
      { 'information.classification': { $in: ['public', 'confidental'] } },
      'query.information.classification.$in[1]',
      "unknown value 'confidental', did you mean confidential?",
    ],
    [
      'a level like no other',
      { supplierRisk: 'xxxxxxxxxx' },
      'query.supplierRisk',
      "unknown value 'xxxxxxxxxx', expected one of low, medium, high, critical, unset",
    ],
    [
      'no level at all',
      { level: true },
      'query.level',
      'expected one of none, bronze, silver, gold',
    ],
    [
      'a status that is none',
      { 'check.continuity-tested': 'failed' },
      'query.check.continuity-tested',
      "unknown value 'failed', did you mean fail?",
    ],
    [
      'an unknown check',
      { 'check.continuity-teste': 'fail' },
      'query.check.continuity-teste',
      'unknown field, did you mean check.continuity-tested?',
    ],
    ['no number', { score: 'high' }, 'query.score', 'expected a number'],
    ['a blank number', { score: '' }, 'query.score', 'expected a number'],
    [
      'too large a number',
      { score: '1e999' },
      'query.score',
      'expected a number',
    ],
    [
      'no date',
      { 'continuity.lastTestedOn': '2026-02-31' },
      'query.continuity.lastTestedOn',
      'expected an existing date written YYYY-MM-DD',
    ],
    [
      'no duration',
      { 'continuity.rto': '4 hours' },
      'query.continuity.rto',
      'expected an ISO 8601 duration, such as PT4H or P1D',
    ],
    [
      'no ref',
      { system: 'core/' },
      'query.system',
      'expected an entity ref such as system:default/name, or unset',
    ],
    [
      'a flag for a text',
      { name: true },
      'query.name',
      'expected a text of at most 1000 characters',
    ],
    [
      'a text too long',
      { name: 'x'.repeat(1001) },
      'query.name',
      'expected a text of at most 1000 characters',
    ],
    [
      'what no database holds',
      { name: 'a\u0000' },
      'query.name',
      'expected a text of at most 1000 characters',
    ],
    [
      'null as a value',
      { name: null },
      'query.name',
      'expected a text of at most 1000 characters',
    ],
    [
      'a list as a value',
      { kind: ['api'] },
      'query.kind',
      'expected a text of at most 1000 characters',
    ],
    [
      'an unknown operator',
      { $and: [] },
      'query.$and',
      'unknown operator, did you mean $any?',
    ],
    [
      'an unknown comparison',
      { kind: { $exist: true } },
      'query.kind.$exist',
      'unknown operator, did you mean $exists?',
    ],
    [
      'an operator of values',
      { $in: ['api'] },
      'query.$in',
      'unknown operator, did you mean $any?',
    ],
    [
      'an operator beside fields',
      { $not: {}, kind: 'api' },
      'query.$not',
      'expected nothing beside it; combine with $all',
    ],
    [
      'two comparisons',
      { kind: { $in: [], $exists: true } },
      'query.kind',
      'expected a value or one of $in, $exists, $contains, $hasPrefix',
    ],
    [
      'no list of predicates',
      { $any: { kind: 'api' } },
      'query.$any',
      'expected a list of predicates',
    ],
    [
      'no list of values',
      { kind: { $in: 'api' } },
      'query.kind.$in',
      'expected a list of values',
    ],
    [
      'no flag',
      { kind: { $exists: 'yes' } },
      'query.kind.$exists',
      'expected true or false',
    ],
    [
      'a part of a number',
      { score: { $hasPrefix: '6' } },
      'query.score.$hasPrefix',
      'expected a field with a text, a date or an entity ref',
    ],
    [
      'an item of no list',
      { kind: { $contains: 'a' } },
      'query.kind.$contains',
      'expected a field with several values; compare this one without an operator',
    ],
  ])('refuses %s', (_, value, path, message) => {
    expect(parse(value)).toEqual({ problems: [{ path, message }] });
  });

  it('takes ten levels of nesting, and not one more', () => {
    expect(parse(nested(10))).toEqual({ query: nested(10) });
    const path = `query${'.$not'.repeat(11)}`;
    const problems = [{ path, message: 'nested more than 10 levels deep' }];
    expect(parse(nested(11))).toEqual({ problems });
    expect(parse(nested(20))).toEqual({ problems });
    expect(parse(nested(5000))).toEqual({ problems });
  });

  it('takes a thousand values, and not one more', () => {
    const names = (count: number) =>
      Array.from({ length: count }, (_, index) => `name-${index}`);
    const inTwo = (count: number) => ({
      $any: [
        { name: { $in: names(500) } },
        { title: { $in: names(count - 500) } },
      ],
    });
    expect(parse(inTwo(1000))).toHaveProperty('query');
    expect(parse(inTwo(1001))).toEqual({
      problems: [
        {
          path: 'query.$any[1].title.$in',
          message: 'more than 1000 values in all',
        },
      ],
    });
    expect(parse({ name: { $in: names(10_000) } })).toMatchObject({
      problems: [{ path: 'query.name.$in' }],
    });
  });

  it('takes no more conditions than databases do', () => {
    expect(
      parse({ $all: Array.from({ length: 300_000 }, () => ({})) }),
    ).toEqual({
      problems: [
        { path: 'query.$all', message: 'more than 100 conditions in all' },
      ],
    });
  });

  it('gives up after ten problems, however many there are', () => {
    const query = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`unknown-${index}`, 1]),
    );
    const parsed = parse(query);
    expect('problems' in parsed && parsed.problems).toHaveLength(10);
  });
});
