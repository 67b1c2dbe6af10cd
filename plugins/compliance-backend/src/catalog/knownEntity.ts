import { Knex } from 'knex';
import { KnownEntity } from './types';

/** What {@link selectKnown} selects. */
export interface KnownEntityRow {
  facts: string;
  edited: string | null;
}

/**
 * Selects what {@link toKnownEntity} reads, without the entities that the
 * mirror does not have.
 *
 * @param query - selects from `entity`
 */
export function selectKnown(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('entity_facts', 'entity_facts.entity_ref', 'entity.entity_ref')
    .leftJoin('profile_edit', 'profile_edit.entity_ref', 'entity.entity_ref')
    .select('entity_facts.facts', 'profile_edit.edited');
}

/** An entity as the mirror has it, with what was entered in the portal. */
export function toKnownEntity({ facts, edited }: KnownEntityRow): KnownEntity {
  return {
    ...JSON.parse(facts),
    edited: edited === null ? undefined : JSON.parse(edited),
  };
}
