/**
 * Teaches the catalog the compliance labels.
 *
 * @packageDocumentation
 */

export { catalogModuleCompliance as default } from './module';
