import {
  CheckStatus,
  ClauseCoverage,
  ClauseFacts,
  clauseState,
  clauseStates,
  countedStates,
  coveredPercent,
  CoverageResponse,
  CoverageState,
  coverageStates,
  coverageUnits,
  iso20000,
  iso20000ToIso27001,
  iso27001,
  organisationCoverage,
  RegisteredDocument,
  ServiceStandardCoverage,
} from '@service-compliance/backstage-plugin-compliance-common';
import { mixedResults } from './fixtures';

const standards = [iso20000, iso27001];

const units = coverageUnits({
  standards,
  crosswalks: [iso20000ToIso27001],
  checks: mixedResults.map(({ checkId, clauses }) => ({
    id: checkId,
    clauses,
  })),
});

/** What checks say of a service, by their ids; others do not apply. */
export type CheckedService = Record<string, CheckStatus>;

/** What is the same for every service. */
interface CoverageFacts {
  /** Reasons by the number of the control. */
  excluded?: Record<string, string>;
  /** Who handles it, by the number of the clause. */
  handledBy?: Record<string, string>;
  documents?: Pick<RegisteredDocument, 'id' | 'title' | 'state' | 'clauses'>[];
}

function standingsOf(
  service: CheckedService,
  standard: string,
  { excluded = {} }: CoverageFacts,
) {
  const states = clauseStates({
    units,
    direct: ref => {
      const unit = units.find(
        ({ standard: id, clause }) =>
          id === ref.standard && clause === ref.clause,
      )!;
      return clauseState(
        unit.checks
          .filter(id => service[id])
          .map(id => ({ status: service[id], upcoming: false })),
      );
    },
    excluded: Object.keys(excluded).map(clause => ({ standard, clause })),
  });
  return states.filter((_, index) => units[index].standard === standard);
}

function factsOf(standard: string, facts: CoverageFacts): ClauseFacts[] {
  const { excluded = {}, handledBy = {}, documents = [] } = facts;
  const shownBy = organisationCoverage({ standards, documents });
  return units
    .filter(unit => unit.standard === standard)
    .map(unit => {
      const organisation = shownBy(unit);
      const isShown =
        unit.evidence === 'organisation' || organisation.documents.length > 0;
      return {
        clause: unit.clause,
        evidence: unit.evidence,
        checks: unit.checks,
        organisation: isShown ? organisation : undefined,
        excluded: excluded[unit.clause],
        handledBy: handledBy[unit.clause],
      };
    });
}

function countsOf(states: CoverageState[]) {
  return Object.fromEntries(
    coverageStates.map(state => [
      state,
      states.filter(other => other === state).length,
    ]),
  ) as Record<CoverageState, number>;
}

/** Coverage of a standard by services, as the backend tells it. */
export function coverageResponse(
  standard: string,
  options: CoverageFacts & {
    services?: CheckedService[];
    outOfScope?: number;
    version?: number;
  } = {},
): CoverageResponse {
  const { services = [], outOfScope = 0, version } = options;
  const own = units.filter(unit => unit.standard === standard);
  const standings = services.map(service =>
    standingsOf(service, standard, options),
  );
  return {
    standard,
    services: services.length,
    outOfScope,
    coveredPercent: coveredPercent(
      countsOf(standings.flat().map(({ state }) => state)),
    ),
    clauses: factsOf(standard, options).map(
      (facts, index): ClauseCoverage => ({
        ...facts,
        counts: countsOf(standings.map(states => states[index].state)),
        indications: own[index].indications,
      }),
    ),
    applicability:
      version === undefined
        ? undefined
        : { number: version, approvedAt: '2026-03-02T09:00:00.000Z' },
  };
}

/** Coverage of a standard by one service, as the backend tells it. */
export function serviceCoverage(
  standard: string,
  options: CoverageFacts & {
    service?: CheckedService;
    inScope?: boolean;
    outOfScopeReason?: string;
  } = {},
): ServiceStandardCoverage {
  const { service = {}, inScope = true, outOfScopeReason } = options;
  const standings = standingsOf(service, standard, options);
  const { organisation: _, ...counts } = countsOf(
    standings.map(({ state }) => state),
  );
  const isJudged = countedStates.some(state => counts[state as 'covered'] > 0);
  return {
    standard,
    title: standards.find(({ id }) => id === standard)?.title ?? standard,
    inScope,
    outOfScopeReason,
    ...(inScope && isJudged && { coveredPercent: coveredPercent(counts) }),
    counts: inScope ? counts : {},
    clauses: inScope
      ? factsOf(standard, options).map((facts, index) => ({
          ...facts,
          ...standings[index],
          results: facts.checks
            .filter(id => service[id])
            .map(checkId => ({
              checkId,
              status: service[checkId],
              upcoming: false,
            })),
        }))
      : [],
  };
}
