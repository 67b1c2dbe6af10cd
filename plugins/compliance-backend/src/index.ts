/**
 * Mirrors the catalog, assesses every service against the checks and serves
 * profiles and scorecards.
 *
 * @packageDocumentation
 */

export { compliancePlugin as default } from './plugin';
