import { countedStates, CoverageState } from '../coverage';
import { ApplicabilityValues } from './types';

/**
 * How people and checks disagree about a control:
 *
 * - `implemented-but-open`: it is said to be implemented, and services have a
 *   gap, cover it only in part or declare nothing;
 * - `covered-but-not-implemented`: it is said to be planned at most, and every
 *   service that checks judge covers it;
 * - `evidenced-but-excluded`: it is said not to be applicable, and services
 *   cover it, be it in part.
 *
 * @public
 */
export type Disagreement =
  | 'implemented-but-open'
  | 'covered-but-not-implemented'
  | 'evidenced-but-excluded';

/**
 * Whether what people say about a control and what checks measure disagree.
 * Neither is right by itself: checks see metadata, and people see the rest.
 *
 * Only states that checks give count: what is indicated or not assessed proves
 * nobody wrong, and a waiver is an exception that was agreed to. `partial` fits
 * everything. Once an exclusion is approved, checks are not asked about the
 * control any more, so it can only disagree before.
 *
 * @param values - what the statement says about the control
 * @param counts - number of services by state, as coverage tells
 * @returns undefined when they do not disagree or there is nothing to compare.
 * @public
 */
export function disagreement(
  values: Pick<ApplicabilityValues, 'applicable' | 'implementation'>,
  counts: Partial<Record<CoverageState, number>>,
): Disagreement | undefined {
  const sum = (...states: readonly CoverageState[]) =>
    states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  if (values.applicable === undefined) {
    return undefined;
  }
  if (!values.applicable) {
    return sum('covered', 'partial') > 0 ? 'evidenced-but-excluded' : undefined;
  }
  switch (values.implementation) {
    case 'implemented':
      return sum('gap', 'partial', 'unknown') > 0
        ? 'implemented-but-open'
        : undefined;
    case 'not-started':
    case 'planned': {
      const covered = sum('covered');
      return covered > 0 && covered === sum(...countedStates)
        ? 'covered-but-not-implemented'
        : undefined;
    }
    default:
      return undefined;
  }
}
