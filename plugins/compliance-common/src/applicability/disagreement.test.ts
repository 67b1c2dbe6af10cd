import { CoverageState } from '../coverage';
import { ApplicabilityValues, disagreement, Disagreement } from '.';

const applied = (
  implementation: ApplicabilityValues['implementation'],
): ApplicabilityValues => ({ applicable: true, implementation });
const excluded: ApplicabilityValues = { applicable: false };

type Case = [
  values: ApplicabilityValues,
  counts: Partial<Record<CoverageState, number>>,
  expected: Disagreement | undefined,
];

describe('disagreement', () => {
  it.each<Case>([
    [applied('implemented'), { covered: 9 }, undefined],
    [applied('implemented'), { covered: 9, gap: 1 }, 'implemented-but-open'],
    [
      applied('implemented'),
      { covered: 9, partial: 1 },
      'implemented-but-open',
    ],
    [applied('implemented'), { unknown: 1 }, 'implemented-but-open'],
    [applied('implemented'), { covered: 9, waived: 1 }, undefined],
    [applied('implemented'), { 'not-assessed': 9, indicated: 1 }, undefined],
    [applied('implemented'), { organisation: 9 }, undefined],
    [applied('implemented'), {}, undefined],

    [applied('planned'), { covered: 9 }, 'covered-but-not-implemented'],
    [applied('not-started'), { covered: 1 }, 'covered-but-not-implemented'],
    [
      applied('planned'),
      { covered: 1, 'not-applicable': 5, 'not-assessed': 2 },
      'covered-but-not-implemented',
    ],
    [applied('planned'), { covered: 9, gap: 1 }, undefined],
    [applied('planned'), { covered: 9, unknown: 1 }, undefined],
    [applied('planned'), { covered: 9, waived: 1 }, undefined],
    [applied('not-started'), { covered: 9, partial: 1 }, undefined],
    [applied('not-started'), { gap: 1 }, undefined],
    [applied('not-started'), { indicated: 4 }, undefined],
    [applied('planned'), {}, undefined],

    [applied('partial'), { covered: 9 }, undefined],
    [applied('partial'), { gap: 9 }, undefined],

    [excluded, { covered: 1, gap: 8 }, 'evidenced-but-excluded'],
    [excluded, { partial: 1 }, 'evidenced-but-excluded'],
    [excluded, { gap: 5, unknown: 3, indicated: 1, waived: 1 }, undefined],
    [excluded, { 'not-applicable': 9 }, undefined],
    [{ ...excluded, implementation: 'implemented' }, { gap: 1 }, undefined],

    [{}, { covered: 1, gap: 1 }, undefined],
    [{ implementation: 'implemented' }, { gap: 1 }, undefined],
    [applied(undefined), { gap: 1, covered: 1 }, undefined],
  ])('%j and %j: %s', (values, counts, expected) => {
    expect(disagreement(values, counts)).toBe(expected);
  });
});
