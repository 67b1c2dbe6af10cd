export { EntityComplianceCard } from './EntityComplianceCard';
export { EntityComplianceContent } from './EntityComplianceContent';
export { useScorecardLink } from './useScorecardLink';
