export { FakeComplianceApi } from './FakeComplianceApi';
export * from './fixtures';
