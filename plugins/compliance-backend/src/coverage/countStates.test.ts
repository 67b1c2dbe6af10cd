import {
  CheckStatus,
  checkStatuses,
  clauseState,
  clauseStates,
  coverageStates,
  coverageUnits,
  iso20000,
  iso20000ToIso27001,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import fc from 'fast-check';
import { countStates } from './countStates';
import { lettered, writeCoverage } from './coverageText';

const standards = [iso20000, iso27001];
const clauses = standards.flatMap(({ id, clauses: all }) =>
  all.map(clause => ({ standard: id, clause: clause.id })),
);
const CHECKS = 8;
const idOf = (index: number) => `check-${index}`;

const anyUnits = fc
  .array(fc.subarray(clauses, { maxLength: 6 }), {
    minLength: 1,
    maxLength: CHECKS,
  })
  .map(supported =>
    coverageUnits({
      standards,
      crosswalks: [iso20000ToIso27001],
      checks: supported.map((refs, index) => ({
        id: idOf(index),
        clauses: refs,
      })),
    }),
  );

type Result = { checkId: string; status: CheckStatus; upcoming: boolean };

/** What checks say about a service, of which some do not apply. */
const anyResults: fc.Arbitrary<Result[]> = fc
  .array(
    fc.option(
      fc.record({
        status: fc.constantFrom(...checkStatuses),
        upcoming: fc.boolean(),
      }),
      { nil: undefined },
    ),
    { minLength: CHECKS, maxLength: CHECKS },
  )
  .map(all =>
    all.flatMap((result, index) =>
      result ? { checkId: idOf(index), ...result } : [],
    ),
  );
const anyEstate = fc.record({
  units: anyUnits,
  services: fc.array(anyResults, { maxLength: 6 }),
  notAssessed: fc.nat(3),
  excluded: fc.subarray(clauses, { maxLength: 5 }),
  standard: fc.constantFrom(...standards.map(({ id }) => id)),
});

const countsOf = (
  estate: typeof anyEstate extends fc.Arbitrary<infer T> ? T : never,
) =>
  countStates({
    ...estate,
    texts: estate.services
      .map(results => writeCoverage(estate.units, results))
      .join(''),
    services: estate.services.length + estate.notAssessed,
  });

describe('countStates', () => {
  it('counts every service in scope once for each clause', () => {
    fc.assert(
      fc.property(anyEstate, estate => {
        for (const counts of countsOf(estate)) {
          const total = coverageStates.reduce((sum, of) => sum + counts[of], 0);
          expect(total).toBe(estate.services.length + estate.notAssessed);
        }
      }),
    );
  });

  it('counts what is said of each service', () => {
    fc.assert(
      fc.property(anyEstate, estate => {
        const { units, excluded, standard } = estate;
        // Of what is not assessed, there are no results.
        const all = [
          ...estate.services,
          ...Array.from({ length: estate.notAssessed }, () => []),
        ];
        const states = all.map((results: Result[]) =>
          clauseStates({
            units,
            excluded,
            direct: ref => {
              const unit = units.find(
                ({ standard: of, clause }) =>
                  of === ref.standard && clause === ref.clause,
              )!;
              return clauseState(
                results.filter(({ checkId }) => unit.checks.includes(checkId)),
              );
            },
          }),
        );
        const expected = units.flatMap((unit, index) =>
          unit.standard === standard
            ? [
                Object.fromEntries(
                  coverageStates.map(state => [
                    state,
                    states.filter(of => of[index].state === state).length,
                  ]),
                ),
              ]
            : [],
        );
        expect(countsOf(estate)).toEqual(expected);
      }),
    );
  });

  it('never counts excluded controls', () => {
    fc.assert(
      fc.property(anyEstate, estate => {
        const own = estate.units.filter(
          ({ standard }) => standard === estate.standard,
        );
        const excluded = countsOf(estate).filter((_, index) =>
          estate.excluded.some(
            ({ standard, clause }) =>
              standard === estate.standard && clause === own[index].clause,
          ),
        );
        expect(excluded.map(counts => counts['not-applicable'])).toEqual(
          excluded.map(() => estate.services.length + estate.notAssessed),
        );
      }),
    );
  });

  it('counts nothing of no services', () => {
    fc.assert(
      fc.property(anyUnits, units => {
        const counts = countStates({
          units,
          standard: iso20000.id,
          texts: '',
          services: 0,
          excluded: [],
        });
        expect(
          counts.flatMap(of => Object.values(of)).every(of => of === 0),
        ).toBe(true);
      }),
    );
  });
});

describe('writeCoverage', () => {
  it('takes a letter for each clause that checks are evidence for', () => {
    const units = coverageUnits({
      standards,
      crosswalks: [],
      checks: ['4.1', '4.2', '5.1', '6.2', '6.3', '7.1', '7.2'].map(
        (clause, index) => ({
          id: idOf(index),
          clauses: [{ standard: iso20000.id, clause }],
        }),
      ),
    });
    const statuses = ['pass', 'fail', 'unknown', 'waived', 'not-applicable'];
    const text = writeCoverage(units, [
      ...statuses.map((status, index) => ({
        checkId: idOf(index),
        status: status as CheckStatus,
        upcoming: false,
      })),
      { checkId: idOf(5), status: 'fail', upcoming: true },
    ]);
    // 5.1 and 6.2 have parts, for each of which the check is evidence.
    const letters = lettered(units).map(({ checks }, at) => [
      checks[0],
      text[at],
    ]);
    expect(text).toHaveLength(lettered(units).length);
    expect(new Map(letters as [string, string][])).toEqual(
      new Map([
        ['check-0', 'c'],
        ['check-1', 'g'],
        ['check-2', 'u'],
        ['check-3', 'w'],
        ['check-4', 'n'],
        ['check-5', '-'],
        ['check-6', '-'],
      ]),
    );
  });
});
