export * from './types';
export { ComplianceClient, entitiesQueryParams } from './ComplianceClient';
export type {
  ComplianceApi,
  ComplianceRequestOptions,
} from './ComplianceClient';
