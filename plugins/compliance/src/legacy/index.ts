/**
 * Compliance for apps of the old frontend system.
 *
 * @packageDocumentation
 */

export {
  CompliancePage,
  compliancePlugin,
  EntityComplianceCard,
  EntityComplianceContent,
} from './plugin';
export { complianceApiRef } from '../api';
export { complianceTranslationRef } from '../translations';
