import { CheckResult, CheckStatus } from '../checks';
import { nextSteps } from './nextSteps';
import { ScoredResult, scoreOf } from './score';
import { defaultLevels } from './types';

const result = (
  status: CheckStatus,
  weight = 1,
  more: Partial<ScoredResult> = {},
): ScoredResult => ({ checkId: `check-${status}`, status, weight, ...more });

describe('scoreOf', () => {
  it.each([
    ['nothing applies', [], {}],
    ['only not applicable', [result('not-applicable')], {}],
    [
      'all pass',
      [result('pass'), result('not-applicable')],
      { score: 100, strictScore: 100, level: 'gold' },
    ],
    [
      'unknown counts as much as fail',
      [result('pass'), result('fail'), result('unknown')],
      { score: 33.3, strictScore: 33.3, level: 'none' },
    ],
    [
      'weights',
      [result('pass', 3), result('fail', 1)],
      { score: 75, strictScore: 75, level: 'silver' },
    ],
    [
      'a waiver is neither pass nor fail, and a fail when strict',
      [result('pass'), result('waived')],
      { score: 100, strictScore: 50, level: 'gold' },
    ],
    ['only waivers', [result('waived')], { strictScore: 0 }],
    [
      'an upcoming finding does not score',
      [result('pass'), result('fail', 5, { upcoming: true })],
      { score: 100, strictScore: 100, level: 'gold' },
    ],
    ['all fail', [result('fail')], { score: 0, strictScore: 0, level: 'none' }],
  ])('scores: %s', (_name, results, expected) => {
    expect(scoreOf(results, defaultLevels)).toEqual(expected);
  });

  it('withholds a level while a required check is open', () => {
    const passes = result('pass', 99);
    const open = (checkId: string, more = {}) =>
      scoreOf(
        [passes, result('unknown', 1, { checkId, ...more })],
        [...defaultLevels],
      ).level;
    expect(open('anything')).toBe('gold');
    expect(open('continuity-tested')).toBe('silver');
    expect(open('information-classified')).toBe('bronze');
    expect(open('catalogue-owner')).toBe('none');
    expect(open('catalogue-owner', { upcoming: true })).toBe('gold');
  });
});

describe('nextSteps', () => {
  const finding = (
    checkId: string,
    status: CheckStatus,
    weight: number,
    upcoming = false,
  ) => ({ checkId, status, weight, upcoming } as CheckResult);

  it('offers the heaviest findings first and never what passes', () => {
    const steps = nextSteps(
      [
        finding('upcoming', 'fail', 9, true),
        finding('passes', 'pass', 9),
        finding('unknown', 'unknown', 2),
        finding('light', 'fail', 1),
        finding('fails', 'fail', 2),
        finding('waived', 'waived', 9),
      ],
      4,
    );
    expect(steps.map(({ checkId }) => checkId)).toEqual([
      'fails',
      'unknown',
      'light',
      'upcoming',
    ]);
  });
});
