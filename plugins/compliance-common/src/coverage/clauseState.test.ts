import fc from 'fast-check';
import { CheckStatus } from '../checks';
import { checkStatuses } from '../query';
import { clauseState, countedStates, coveredPercent } from './clauseState';

const said = (...statuses: string[]) =>
  statuses.map(text => {
    const [status, upcoming] = text.split(' ');
    return { status: status as CheckStatus, upcoming: upcoming !== undefined };
  });

describe('clauseState', () => {
  it.each([
    [[], undefined],
    [['pass'], 'covered'],
    [['pass', 'not-applicable'], 'covered'],
    [['pass', 'fail'], 'partial'],
    [['pass', 'unknown'], 'partial'],
    [['pass', 'waived', 'fail'], 'partial'],
    [['fail'], 'gap'],
    [['fail', 'unknown'], 'gap'],
    [['fail', 'waived', 'not-applicable'], 'gap'],
    [['unknown'], 'unknown'],
    [['unknown', 'waived'], 'unknown'],
    [['waived'], 'waived'],
    [['waived', 'pass'], 'waived'],
    [['waived', 'not-applicable'], 'waived'],
    [['not-applicable'], 'not-applicable'],
    [['fail upcoming'], undefined],
    [['unknown upcoming', 'pass'], 'covered'],
    [['fail upcoming', 'unknown'], 'unknown'],
    [['pass upcoming'], 'covered'],
  ])('says of %j: %s', (results, state) => {
    expect(clauseState(said(...results))).toBe(state);
  });

  it('is covered only when all that counts passes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...checkStatuses)), statuses => {
        const judged = statuses.filter(status => status !== 'not-applicable');
        expect(clauseState(said(...statuses)) === 'covered').toBe(
          judged.length > 0 && judged.every(status => status === 'pass'),
        );
      }),
    );
  });
});

describe('coveredPercent', () => {
  it('is a share of what checks judge', () => {
    expect(
      coveredPercent({
        covered: 1,
        partial: 1,
        gap: 1,
        'not-applicable': 7,
        organisation: 40,
        indicated: 3,
        'not-assessed': 2,
      }),
    ).toBe(33.3);
  });

  it('does not count a waiver as covered', () => {
    expect(coveredPercent({ covered: 1, waived: 1 })).toBe(50);
  });

  it('says nothing where checks judge nothing', () => {
    expect(coveredPercent({ organisation: 5, indicated: 1 })).toBeUndefined();
    expect(countedStates).not.toContain('not-applicable');
  });
});
