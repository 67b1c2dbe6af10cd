import {
  FilterPredicate,
  FilterPredicateExpression,
} from '@backstage/filter-predicates';
import {
  clauseFieldId,
  coverageStates,
  CoverageUnit,
  indicatingStates,
  Standard,
  stateWithoutEvidence,
} from '@service-compliance/backstage-plugin-compliance-common';
import { letterFinder, letterOf } from './coverageText';

/*
 * Fields that only resolved queries name; see `comparable.ts`.
 */

/** The letter at a place of what is kept of coverage. */
export const LETTER_PREFIX = 'coverage.';
/** Exists for what is in scope of a management system. */
export const SCOPE_PREFIX = 'inScope.';

const nothing: FilterPredicate = { $any: [] };
const everything: FilterPredicate = { $all: [] };

const lettersOf = (states: readonly string[]) =>
  states.flatMap(state => letterOf(state) ?? []);

/** One of the letters is at the place, if there is such a place. */
function hasLetter(
  place: number | undefined,
  letters: string[],
): FilterPredicate {
  return place === undefined
    ? nothing
    : ({
        [`${LETTER_PREFIX}${place}`]: { $in: letters },
      } as FilterPredicateExpression);
}

/**
 * By the id of the query field, what a comparison of a clause's state means for
 * what is kept of entities. It selects what `countStates` counts.
 *
 * @param options - `units` are all units of the rules, without what excluded
 * ones indicate
 */
export function clausePredicates(options: {
  units: readonly (CoverageUnit & { isExcluded: boolean })[];
  standards: readonly Standard[];
  rulesHash: string;
}): Map<string, (compared: unknown) => FilterPredicate> {
  const { units, standards, rulesHash } = options;
  const placeOf = letterFinder(units);
  const isCurrent = { rulesHash } as FilterPredicateExpression;
  const systems = new Map(
    standards.map(({ id, managementSystem }) => [id, managementSystem]),
  );

  const standsAs = (
    unit: (typeof units)[number],
    states: readonly string[],
  ): FilterPredicate => {
    if (unit.isExcluded) {
      return states.includes('not-applicable') ? everything : nothing;
    }
    const place = placeOf(unit);
    const isEvidenced = hasLetter(place, lettersOf(coverageStates));
    const isIndicated: FilterPredicate = {
      $any: unit.indications.map(({ path }) =>
        hasLetter(placeOf(path[path.length - 1]), lettersOf(indicatingStates)),
      ),
    };
    const alternatives: FilterPredicate[] = [
      { $all: [isCurrent, hasLetter(place, lettersOf(states))] },
    ];
    if (states.includes('indicated')) {
      alternatives.push({
        $all: [isCurrent, { $not: isEvidenced }, isIndicated],
      });
    }
    if (states.includes(stateWithoutEvidence(unit))) {
      alternatives.push({
        $not: { $all: [isCurrent, { $any: [isEvidenced, isIndicated] }] },
      });
    }
    return { $any: alternatives };
  };

  return new Map(
    units.map(unit => [
      clauseFieldId(unit),
      compared => {
        const isInScope = {
          [`${SCOPE_PREFIX}${systems.get(unit.standard)}`]: { $exists: true },
        } as FilterPredicateExpression;
        if (typeof compared !== 'object' || compared === null) {
          return { $all: [isInScope, standsAs(unit, [String(compared)])] };
        }
        if ('$exists' in compared) {
          return compared.$exists ? isInScope : { $not: isInScope };
        }
        const { $in } = compared as { $in: string[] };
        return { $all: [isInScope, standsAs(unit, $in)] };
      },
    ]),
  );
}
