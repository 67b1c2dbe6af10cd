export * from './types';
export * from './edits';
export * from './estate';
export * from './coverage';
export { EditConflictError, InvalidValuesError } from './errors';
export type { ComplianceApi, ComplianceRequestOptions } from './ComplianceApi';
export { ComplianceClient } from './ComplianceClient';
export { entitiesQueryParams } from './entitiesQueryParams';
