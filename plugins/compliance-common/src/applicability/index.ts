export * from './types';
export { statementSubject, whyNotInStatement } from './statementSubject';
export type { StatementSubject } from './statementSubject';
export {
  applicabilityFields,
  implementationStatuses,
  inclusionReasons,
  readApplicability,
} from './readApplicability';
export { compareStatements } from './compareStatements';
export type {
  ApplicabilityChange,
  ApplicabilityValueChange,
  StatementEntry,
} from './compareStatements';
export { disagreement } from './disagreement';
export type { Disagreement } from './disagreement';
