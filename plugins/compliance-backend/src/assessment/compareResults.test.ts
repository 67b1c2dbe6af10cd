import { EvaluatedCheck } from '../checks/Rules';
import { compareResults } from './compareResults';
import { StoredResult } from './types';

const entityRef = 'component:default/a';
const now = '2026-06-01T00:00:00.000Z';
const before = '2026-01-01T00:00:00.000Z';

const evaluated = (
  overrides: Partial<EvaluatedCheck> = {},
): EvaluatedCheck => ({
  checkId: 'c',
  status: 'fail',
  finding: 'Found.',
  expected: 'Expected.',
  upcoming: false,
  about: [],
  ...overrides,
});

const stored = (overrides: Partial<StoredResult> = {}): StoredResult => ({
  ...evaluated(),
  entityRef,
  since: before,
  ...overrides,
});

const compare = (
  previous: StoredResult[],
  current: EvaluatedCheck[],
  assessedBefore = true,
) => compareResults({ entityRef, previous, current, assessedBefore, now });

describe('compareResults', () => {
  it('finds nothing to write when nothing is different', () => {
    expect(
      compare(
        [stored({ dueOn: '2026-07-01' })],
        [evaluated({ dueOn: '2026-07-01' })],
      ),
    ).toEqual({ written: [], obsolete: [], changes: [] });
  });

  it.each<[string, Partial<EvaluatedCheck>]>([
    ['finding', { finding: 'Found something else.' }],
    ['expectation', { expected: 'Something else.' }],
    ['date', { dueOn: '2026-07-01' }],
    ['enforcement', { upcoming: true }],
    ['entity it is about', { about: ['component:default/b'] }],
  ])('keeps since when only the %s is different', (_, difference) => {
    expect(compare([stored()], [evaluated(difference)])).toEqual({
      written: [stored({ ...difference, since: before })],
      obsolete: [],
      changes: [],
    });
  });

  it('starts anew when the status is different, and says so', () => {
    expect(
      compare([stored()], [evaluated({ status: 'pass', finding: 'Good.' })]),
    ).toEqual({
      written: [stored({ status: 'pass', finding: 'Good.', since: now })],
      obsolete: [],
      changes: [
        {
          entityRef,
          checkId: 'c',
          from: 'fail',
          to: 'pass',
          finding: 'Good.',
          about: [],
        },
      ],
    });
  });

  it('has no history of the first assessment', () => {
    expect(compare([], [evaluated()], false)).toEqual({
      written: [stored({ since: now })],
      obsolete: [],
      changes: [],
    });
  });

  it('notices checks that newly apply and such that apply no more', () => {
    expect(
      compare([stored({ checkId: 'old' })], [evaluated({ checkId: 'new' })]),
    ).toEqual({
      written: [stored({ checkId: 'new', since: now })],
      obsolete: [{ entityRef, checkId: 'old' }],
      changes: [
        {
          entityRef,
          checkId: 'new',
          to: 'fail',
          finding: 'Found.',
          about: [],
        },
        { entityRef, checkId: 'old', from: 'fail' },
      ],
    });
  });
});
