/**
 * Compliance profile, scorecard and findings on every service page, and the
 * compliance page. The default export is the plugin for the new frontend
 * system; `./legacy` has it for the old one.
 *
 * @packageDocumentation
 */

export { default } from './plugin';
export { complianceApiRef } from './api';
export { complianceTranslationRef } from './translations';
