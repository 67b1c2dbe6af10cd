import { queryFields } from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../../__testUtils__';
import { readQueryText } from './readQueryText';

const fields = queryFields(vocabulary, [
  { id: 'continuity-tested', title: 'Continuity plan is tested' },
]);

/** What is wrong, with the part of the text that is marked. */
function problemsOf(text: string) {
  return readQueryText(text, fields).problems?.map(
    ({ line, column, message, start, end }) => [
      `${line}:${column}`,
      text.slice(start, end),
      message,
    ],
  );
}

describe('readQueryText', () => {
  it.each(['', '  \n', '# nothing yet'])('takes %j for no query', text => {
    expect(readQueryText(text, fields)).toEqual({});
  });

  const predicate = {
    $all: [
      { 'information.classification': { $in: ['confidential', 'restricted'] } },
      { $not: { 'check.continuity-tested': 'pass' } },
    ],
  };

  it.each([
    ['JSON', JSON.stringify(predicate)],
    [
      'YAML in a line',
      '$all: [{ information.classification: { $in: [confidential, restricted] } }, { $not: { check.continuity-tested: pass } }]',
    ],
    [
      'YAML in lines',
      `
$all:
  - information.classification:
      $in:
        - confidential # at least
        - restricted
  - $not:
      check.continuity-tested: pass
`,
    ],
  ])('reads %s', (_name, text) => {
    expect(readQueryText(text, fields)).toEqual({ query: predicate });
  });

  it('takes dates and durations as they are written', () => {
    expect(
      readQueryText(
        '{ continuity.lastTestedOn: 2026-01-31, continuity.rto: PT4H }',
        fields,
      ),
    ).toEqual({
      query: {
        'continuity.lastTestedOn': '2026-01-31',
        'continuity.rto': 'PT4H',
      },
    });
  });

  it('marks the name of what it does not know', () => {
    expect(
      problemsOf('$all:\n  - kind: api\n  - information.clasification: public'),
    ).toEqual([
      [
        '3:5',
        'information.clasification',
        'unknown field, did you mean information.classification?',
      ],
    ]);
    expect(problemsOf('kind: { $inn: [api] }')).toEqual([
      ['1:9', '$inn', 'unknown operator, did you mean $in?'],
    ]);
  });

  it('marks the value that is wrong', () => {
    expect(
      problemsOf('level: gold\ninformation.classification: confidental'),
    ).toEqual([
      [
        '2:29',
        'confidental',
        "unknown value 'confidental', did you mean confidential?",
      ],
    ]);
    expect(problemsOf('{ "level": { "$in": ["gold", "platinum"] } }')).toEqual([
      ['1:30', '"platinum"', expect.stringMatching(/platinum/)],
    ]);
    expect(problemsOf('score: { $exists: perhaps }')).toEqual([
      ['1:19', 'perhaps', 'expected true or false'],
    ]);
  });

  it('marks each of several mistakes', () => {
    expect(problemsOf('$any: [{ knd: api }, { score: high }]')).toEqual([
      ['1:10', 'knd', expect.stringMatching(/^unknown field/)],
      ['1:31', 'high', 'expected a number'],
    ]);
  });

  it('marks the name when the value is not a single one', () => {
    expect(problemsOf('$all: { kind: api }')).toEqual([
      ['1:1', '$all', 'expected a list of predicates'],
    ]);
  });

  it('marks all of what is no predicate', () => {
    expect(problemsOf('confidential')).toEqual([
      ['1:1', 'confidential', expect.stringMatching(/^expected an object/)],
    ]);
  });

  it('says where the text cannot be read at all', () => {
    const [[place]] = problemsOf('$all: [{ kind: api }\nlevel: gold') ?? [[]];
    expect(place).toBe('2:1');
    expect(problemsOf('kind: api\nkind: resource')?.[0][0]).toBe('2:1');
  });

  it('takes no aliases, which could make little text a lot', () => {
    expect(problemsOf('$all: [&a { kind: api }, *a]')).toEqual([
      ['1:26', '*a', expect.any(String)],
    ]);
  });
});
