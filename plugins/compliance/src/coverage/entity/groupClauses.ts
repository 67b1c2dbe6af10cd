import { ServiceClauseCoverage } from '@service-compliance/backstage-plugin-compliance-common';

/**
 * Tells the clauses that something about a service decides from those that no
 * check looks at and those that only the organisation can show.
 */
export function groupClauses(clauses: readonly ServiceClauseCoverage[]) {
  const inState = (state: ServiceClauseCoverage['state']) =>
    clauses.filter(clause => clause.state === state);
  return {
    judged: clauses.filter(
      ({ state }) => state !== 'not-assessed' && state !== 'organisation',
    ),
    notAssessed: inState('not-assessed'),
    organisation: inState('organisation'),
  };
}
