/**
 * The entities in scope unless `compliance.scope` says otherwise, as a filter
 * predicate of the catalog.
 *
 * @public
 */
export const defaultScope = { kind: { $in: ['Component', 'API', 'Resource'] } };
