export * from './types';
export * from './edits';
export * from './estate';
export { EditConflictError, InvalidValuesError } from './errors';
export { ComplianceClient, entitiesQueryParams } from './ComplianceClient';
export type {
  ComplianceApi,
  ComplianceRequestOptions,
} from './ComplianceClient';
