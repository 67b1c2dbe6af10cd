import { StandardResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { INTEGRATED } from './clausesQuery';
import { integratedPair, StandardsPair } from './integrated/integratedFacts';

/** One way to arrange clauses. */
export interface Arrangement {
  /** Id of the standard, or {@link INTEGRATED}. */
  id: string;
  /** Those whose clauses it shows: one, or two when they are integrated. */
  standards: [StandardResponse] | StandardsPair;
}

/** The ways to arrange clauses: each standard, and those that are related. */
export function arrangementsOf(
  standards: readonly StandardResponse[],
): Arrangement[] {
  const pair = integratedPair(standards);
  return [
    ...standards.map(
      (standard): Arrangement => ({ id: standard.id, standards: [standard] }),
    ),
    ...(pair ? [{ id: INTEGRATED, standards: pair }] : []),
  ];
}
