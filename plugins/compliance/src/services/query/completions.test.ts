import { queryFields } from '@service-compliance/backstage-plugin-compliance-common';
import { vocabulary } from '../../__testUtils__';
import { complete, completionsAt } from './completions';

const fields = queryFields(vocabulary, [
  { id: 'continuity-tested', title: 'Continuity plan is tested' },
]);

/** The caret is where the bar is. */
function read(marked: string) {
  return { text: marked.replace('|', ''), place: marked.indexOf('|') };
}

function optionsAt(marked: string): string[] {
  const { text, place } = read(marked);
  return completionsAt(text, place, fields).options.map(option => option.text);
}

const classifications = [
  'public',
  'internal',
  'confidential',
  'restricted',
  'unset',
];
const comparisons = ['$in', '$exists', '$contains', '$hasPrefix'];

describe('completionsAt', () => {
  it('suggests fields by their ids and titles', () => {
    expect(optionsAt('{ information.cl|')).toEqual([
      'information.classification',
    ]);
    expect(optionsAt('plan|')).toContain('check.continuity-tested');
    expect(optionsAt('$all: [{ kind: api, tested|')[0]).toBe(
      'continuity.lastTestedOn',
    );
    expect(optionsAt('$not: { check.|')).toEqual(['check.continuity-tested']);
  });

  it('suggests first what starts as what is typed', () => {
    expect(optionsAt('owner|').slice(0, 2)).toEqual([
      'owner',
      'information.owner',
    ]);
  });

  it('suggests combinations where a predicate starts', () => {
    expect(optionsAt('$|')).toEqual(['$all', '$any', '$not']);
    expect(optionsAt('$all:\n  - $n|')).toEqual(['$not']);
  });

  it.each([
    'information.classification: |',
    '{ "information.classification": "|',
    'information.classification: { $in: [|',
    'information.classification: { $in: [public, |',
    '{"information.classification": {"$in": ["public", "|',
    'information.classification:\n  $in:\n    - |',
    'information.classification:\n  $in:\n    - public\n    - |',
    '$all:\n  - information.classification: |',
  ])('suggests the levels of the field in %j', marked => {
    expect(optionsAt(marked)).toEqual(classifications);
  });

  it.each(['kind: { |', 'kind:\n  |', '{ "kind": { "|'])(
    'suggests comparisons in %j',
    marked => {
      expect(optionsAt(marked)).toEqual(comparisons);
    },
  );

  it('suggests what a check can be, and yes or no', () => {
    expect(optionsAt('check.continuity-tested: |')).toEqual([
      'pass',
      'fail',
      'unknown',
      'not-applicable',
      'waived',
      'unset',
    ]);
    expect(optionsAt('level: { $exists: t|')).toEqual(['true']);
  });

  it('suggests nothing for values that can be anything', () => {
    expect(optionsAt('name: |')).toEqual([]);
    expect(optionsAt('name: { $in: [a, |')).toEqual([]);
  });
});

describe('complete', () => {
  it.each([
    ['clas|', 'information.classification: |'],
    ['{ clas|: public }', '{ information.classification|: public }'],
    ['{ "clas|', '{ "information.classification": |'],
    ['{ "clas|" }', '{ "information.classification": | }'],
    ['level: go|', 'level: gold|'],
    ['level: b|onze', 'level: bronze|'],
    ['level: { $in: ["si|"] }', 'level: { $in: ["silver"|] }'],
    ['$no|', '$not: |'],
  ])('makes %j to %j', (before, after) => {
    const { text, place } = read(before);
    const completions = completionsAt(text, place, fields);
    expect(complete(text, completions, completions.options[0])).toEqual(
      read(after),
    );
  });
});
