import { CheckDefinition } from '../checks';
import { Crosswalk, Standard } from '../standards';
import { append } from './append';
import { clauseKey } from './clauseKey';
import { indicationsOf, stepsOf } from './indications';
import { CoverageUnit } from './types';
import { unitFinder } from './unitFinder';

/**
 * The clauses that coverage is told for, in the order of the standards, with
 * all that can show them: checks, be it of a part of the clause, and relations
 * to clauses that checks are evidence for. What supports or is related to a
 * heading counts for each clause below it.
 *
 * @public
 */
export function coverageUnits(options: {
  standards: readonly Standard[];
  crosswalks: readonly Crosswalk[];
  checks: readonly Pick<CheckDefinition, 'id' | 'clauses'>[];
}): CoverageUnit[] {
  const { standards, crosswalks, checks } = options;
  const unitsOf = unitFinder(standards);

  const supporting = new Map<string, string[]>();
  for (const { id, clauses } of checks) {
    for (const key of new Set(clauses.flatMap(unitsOf).map(clauseKey))) {
      append(supporting, key, id);
    }
  }
  const steps = stepsOf(crosswalks, unitsOf);
  const isSupported = (key: string) => supporting.has(key);

  return standards.flatMap(standard =>
    standard.clauses
      .filter(({ unit }) => unit)
      .map(({ id, evidence }) => {
        const ref = { standard: standard.id, clause: id };
        const supported = supporting.get(clauseKey(ref)) ?? [];
        return {
          ...ref,
          // Whatever the standard says.
          evidence: supported.length > 0 ? 'service' : evidence,
          checks: supported,
          indications: indicationsOf(ref, steps, isSupported),
        };
      }),
  );
}
