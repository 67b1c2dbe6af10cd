export { DependenciesLoading } from './DependenciesLoading';
export { DependenciesSection } from './DependenciesSection';
export { DirectedTree } from './DirectedTree';
export { SupplierRiskChain } from './SupplierRiskChain';
export { useDependencies } from './useDependencies';
