/**
 * Indexes the compliance of services for the search.
 *
 * @packageDocumentation
 */

export { searchModuleCompliance as default } from './module';
