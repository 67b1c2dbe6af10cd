export * from './types';
export {
  clauseState,
  countedStates,
  coveredPercent,
  coverageStates,
} from './clauseState';
export { coverageUnits } from './coverageUnits';
export {
  clauseStates,
  indicatingStates,
  stateWithoutEvidence,
  withoutExcluded,
} from './clauseStates';
export type { ClauseStanding } from './clauseStates';
export { organisationCoverage } from './organisation';
export type { OrganisationCoverage } from './organisation';
export { integratedArrangement, SHARED_MANAGEMENT_SYSTEM } from './integrated';
export type {
  IntegratedArrangement,
  IntegratedClause,
  IntegratedRow,
  IntegratedTheme,
} from './integrated';
export { unitFinder } from './unitFinder';
export { sharedEvidence } from './sharedEvidence';
export type { SharedEvidence } from './sharedEvidence';
