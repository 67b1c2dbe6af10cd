import fc from 'fast-check';
import { CheckStatus } from '../checks';
import { checkStatuses } from '../query';
import { relationships } from '../standards';
import {
  crosswalkOf,
  privacy,
  security,
  services,
  supports,
} from './__testUtils__/standards';
import {
  clauseState,
  countedStates,
  coverageStates,
  coveredPercent,
} from './clauseState';
import { ClauseStanding, clauseStates } from './clauseStates';
import { coverageUnits } from './coverageUnits';
import { CoverageState } from './types';

/*
 * What coverage never does, whatever checks, relations, results and exclusions
 * there are.
 */

const standards = [services, security, privacy] as const;
const CHECKS = 6;

const numberIn = (standard: (typeof standards)[number]) =>
  fc.constantFrom(...standard.clauses.map(({ id }) => id));
const anyClause = fc.oneof(
  ...standards.map(standard =>
    numberIn(standard).map(clause => `${standard.id} ${clause}`),
  ),
);
const anyChecks = fc
  .array(fc.array(anyClause, { maxLength: 3 }), {
    minLength: 1,
    maxLength: CHECKS,
  })
  .map(supported =>
    supported.map((clauses, index) => supports(`check-${index}`, ...clauses)),
  );
const anyCrosswalks = fc
  .tuple(
    ...[
      [services, security] as const,
      [security, privacy] as const,
      [privacy, services] as const,
    ].map(([source, target]) =>
      fc
        .array(
          fc.tuple(
            numberIn(source),
            fc.constantFrom(...relationships),
            numberIn(target),
          ),
          { maxLength: 4 },
        )
        .map(relations =>
          crosswalkOf(
            [source, target],
            ...relations.map(relation => relation.join(' ')),
          ),
        ),
    ),
  )
  .map(crosswalks => [...crosswalks]);
const anyUnits = fc
  .tuple(anyChecks, anyCrosswalks)
  .map(([checks, crosswalks]) =>
    coverageUnits({ standards, crosswalks, checks }),
  );
type Units = ReturnType<typeof coverageUnits>;

/** What the checks say about a service; nothing when they do not apply. */
type Results = ({ status: CheckStatus; upcoming: boolean } | undefined)[];
const anyResults: fc.Arbitrary<Results> = fc.array(
  fc.option(
    fc.record({
      status: fc.constantFrom(...checkStatuses),
      upcoming: fc.boolean(),
    }),
    { nil: undefined },
  ),
  { minLength: CHECKS, maxLength: CHECKS },
);
const anyExcluded = fc.array(
  anyClause.map(text => {
    const [standard, clause] = text.split(' ');
    return { standard, clause };
  }),
  { maxLength: 4 },
);
type Excluded = { standard: string; clause: string }[];

function statesOf(units: Units, results: Results, excluded: Excluded = []) {
  const resultsOf = (checks: string[]) =>
    checks.flatMap(id => results[Number(id.split('-')[1])] ?? []);
  return clauseStates({
    units,
    excluded,
    direct: ref => {
      const unit = units.find(
        ({ standard, clause }) =>
          standard === ref.standard && clause === ref.clause,
      );
      return clauseState(resultsOf(unit?.checks ?? []));
    },
  });
}

function countsOf(states: { state: CoverageState }[]) {
  const counts: Partial<Record<CoverageState, number>> = {};
  for (const { state } of states) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** Higher is better; what cannot become one another is alike. */
const rank: Record<CoverageState, number> = {
  organisation: 0,
  'not-assessed': 0,
  indicated: 1,
  'not-applicable': 1,
  gap: 2,
  unknown: 2,
  partial: 3,
  waived: 4,
  covered: 5,
};
const rankOf = ({ state, indicated }: ClauseStanding) =>
  rank[state] + (indicated?.state === 'covered' ? 0.5 : 0);

describe('coverage', () => {
  it('gives each clause one state, for any number of services', () => {
    fc.assert(
      fc.property(
        anyUnits,
        fc.array(anyResults, { maxLength: 8 }),
        anyExcluded,
        (units, estate, excluded) => {
          const states = estate.map(results =>
            statesOf(units, results, excluded),
          );
          units.forEach((_, index) => {
            const counts = countsOf(states.map(of => of[index]));
            const total = coverageStates.reduce(
              (sum, state) => sum + (counts[state] ?? 0),
              0,
            );
            expect(total).toBe(estate.length);
          });
        },
      ),
    );
  });

  it('never lowers a state when one more check passes', () => {
    fc.assert(
      fc.property(
        anyUnits,
        anyResults,
        anyExcluded,
        fc.nat(CHECKS - 1),
        (units, results, excluded, passing) => {
          const before = statesOf(units, results, excluded);
          const after = statesOf(
            units,
            results.map((result, index) =>
              index === passing ? { status: 'pass', upcoming: false } : result,
            ),
            excluded,
          );
          after.forEach((standing, index) => {
            expect(rankOf(standing)).toBeGreaterThanOrEqual(
              rankOf(before[index]),
            );
          });
        },
      ),
    );
  });

  it('never counts excluded controls, nor lets them indicate anything', () => {
    fc.assert(
      fc.property(anyUnits, anyResults, anyExcluded, (units, results, out) => {
        const isOut = (ref: { standard: string; clause: string }) =>
          out.some(
            ({ standard, clause }) =>
              standard === ref.standard && clause === ref.clause,
          );
        const states = statesOf(units, results, out);
        const excluded = states.filter((_, index) => isOut(units[index]));
        expect(excluded).toEqual(
          excluded.map(() => ({ state: 'not-applicable' })),
        );
        expect(
          states.flatMap(({ indicated }) => indicated?.path ?? []).some(isOut),
        ).toBe(false);
        // The others alone make the share.
        expect(coveredPercent(countsOf(states))).toBe(
          coveredPercent(
            countsOf(states.filter((_, index) => !isOut(units[index]))),
          ),
        );
      }),
    );
  });

  it('never counts what is only indicated or left to the organisation', () => {
    fc.assert(
      fc.property(anyUnits, anyResults, (units, results) => {
        const states = statesOf(units, results);
        const counted = units.filter((_, index) =>
          countedStates.includes(states[index].state),
        );
        expect(counted.every(({ checks }) => checks.length > 0)).toBe(true);
        expect(
          states.every(
            ({ state, indicated }) =>
              (indicated !== undefined) === (state === 'indicated'),
          ),
        ).toBe(true);
      }),
    );
  });
});
