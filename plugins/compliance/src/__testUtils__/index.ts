export { FakeComplianceApi } from './FakeComplianceApi';
export { FakeSignals } from './FakeSignals';
export * from './estate';
export * from './fixtures';
