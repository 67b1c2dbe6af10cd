/**
 * Extension points of the compliance backend.
 *
 * @packageDocumentation
 */

export { complianceChecksExtensionPoint } from './checks';
export type { Check, ComplianceChecksExtensionPoint } from './checks';
export { complianceStandardsExtensionPoint } from './standards';
export type { ComplianceStandardsExtensionPoint } from './standards';
