export { FakeComplianceApi } from './FakeComplianceApi';
export { FakeSignals } from './FakeSignals';
export * from './applicability';
export * from './coverage';
export * from './documents';
export * from './estate';
export * from './fixtures';
