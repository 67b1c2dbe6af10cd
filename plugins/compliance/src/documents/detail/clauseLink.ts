import {
  ClauseRef,
  unitFinder,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  readClausesQuery,
  writeClausesQuery,
} from '../../coverage/clausesQuery';
import { KnownStandard } from '../clauseGroups';

/**
 * The query of the Clauses tab that shows a clause: its details, or those of
 * the clause that it is a part of; only its standard when it is a heading.
 */
export function clauseQuery(
  ref: ClauseRef,
  standards: readonly KnownStandard[],
): string {
  const units = unitFinder(standards)(ref);
  const none = new URLSearchParams();
  return writeClausesQuery(
    {
      ...readClausesQuery(none),
      arrangement: ref.standard,
      opened: units.length === 1 ? units[0] : undefined,
    },
    none,
  ).toString();
}
