import { FilterPredicate } from '@backstage/filter-predicates';

/**
 * The entities of the catalog that declare documents, as a filter predicate.
 *
 * @public
 */
export const documentEntities: FilterPredicate = {
  kind: 'Resource',
  'spec.type': 'document',
};

/**
 * The entities in scope unless `compliance.scope` says otherwise, as a filter
 * predicate of the catalog. A document is no service.
 *
 * @public
 */
export const defaultScope: FilterPredicate = {
  $all: [
    { kind: { $in: ['Component', 'API', 'Resource'] } },
    { $not: documentEntities },
  ],
};
