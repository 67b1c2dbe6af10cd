import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Access } from '../permissions/Access';
import { querySql } from '../query/querySql';
import { applyFilter, applyFullText, applyOwners } from './entityFilter';

/** What selects entities, be it for a list, for totals or for an export. */
export type EntitySelection = Pick<
  EntitiesQuery,
  'filter' | 'query' | 'fullText'
>;

/**
 * The entities that match and that the reader may see, to select from.
 *
 * @param ownerRefs - what the reader owns things as, for a filter of what is
 * theirs
 * @throws InputError when an owner, system or domain is no entity ref.
 */
export function matchingEntities(
  knex: Knex,
  selection: EntitySelection,
  access: Access,
  ownerRefs: string[],
): Knex.QueryBuilder {
  const { filter = {}, query, fullText } = selection;
  const matching = knex('entity');
  access.restrict(matching);
  applyFilter(knex, matching, filter);
  if (filter.mine) {
    applyOwners(knex, matching, ownerRefs);
  }
  if (query !== undefined) {
    matching.whereRaw('?', [querySql(knex, query)]);
  }
  if (fullText) {
    applyFullText(knex, matching, fullText);
  }
  return matching;
}
