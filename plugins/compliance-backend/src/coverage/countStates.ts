import {
  ClauseRef,
  CoverageState,
  coverageStates,
  CoverageUnit,
  indicatingStates,
  stateWithoutEvidence,
  withoutExcluded,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  lettered,
  letterFinder,
  letterOf,
  NO_LETTER,
  stateByLetter,
} from './coverageText';

/** Number of services by state. */
export type StateCounts = Record<CoverageState, number>;

const codeOf = (letter: string) => letter.charCodeAt(0);
const NO_CODE = codeOf(NO_LETTER);

/** By the code of a letter, whether related clauses are indicated by it. */
const indicates = new Array<boolean>(128).fill(false);
indicatingStates.forEach(state => (indicates[codeOf(letterOf(state)!)] = true));

const noCounts = () =>
  Object.fromEntries(coverageStates.map(state => [state, 0])) as StateCounts;

/**
 * In how many services each clause of a standard has which state, in the order
 * of its units. The same as counting `clauseStates` of each service.
 *
 * @param options - `units` are all units of the rules; `texts` are those of
 * services one after another, as `writeCoverage` wrote them; there may be more
 * `services`, of which nothing is known
 */
export function countStates(options: {
  units: readonly CoverageUnit[];
  standard: string;
  texts: string;
  services: number;
  excluded: readonly ClauseRef[];
}): StateCounts[] {
  const { units, texts, services, excluded } = options;
  const placeOf = letterFinder(units);
  const width = lettered(units).length;
  return withoutExcluded(units, excluded)
    .filter(({ standard }) => standard === options.standard)
    .map(unit => {
      const counts = noCounts();
      if (unit.isExcluded) {
        counts['not-applicable'] = services;
        return counts;
      }
      const place = placeOf(unit);
      const ends = unit.indications.flatMap(
        ({ path }) => placeOf(path[path.length - 1]) ?? [],
      );
      const { byCode, indicated } = tally(texts, { width, place, ends });
      stateByLetter.forEach((state, letter) => {
        counts[state] = byCode[codeOf(letter)];
      });
      counts.indicated = indicated;
      const known = coverageStates.reduce((sum, of) => sum + counts[of], 0);
      counts[stateWithoutEvidence(unit)] += services - known;
      return counts;
    });
}

/**
 * Counts the letters at a place, and how often there is none but one of the
 * ends indicates something.
 */
function tally(
  texts: string,
  { width, place, ends }: { width: number; place?: number; ends: number[] },
): { byCode: number[]; indicated: number } {
  const byCode = new Array<number>(128).fill(0);
  let indicated = 0;
  if (place !== undefined || ends.length > 0) {
    for (let start = 0; start < texts.length; start += width) {
      const code =
        place === undefined ? NO_CODE : texts.charCodeAt(start + place);
      byCode[code]++;
      if (code === NO_CODE) {
        for (const end of ends) {
          if (indicates[texts.charCodeAt(start + end)]) {
            indicated++;
            break;
          }
        }
      }
    }
  }
  return { byCode, indicated };
}
