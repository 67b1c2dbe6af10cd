import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { combine, isAmong } from '../database/conditions';
import { valuesOf } from '../database/json';
import { fold, folded } from '../database/text';

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string');

const lowerCase = (text: string) => text.toLowerCase();

/** The entity has one of the owners, as SQL over the table `entity`. */
export function ownedBy(knex: Knex, ownerRefs: Iterable<string>): Knex.Raw {
  return knex.raw(
    'entity.entity_ref in (select entity_ref from entity_owner where owner_ref in ?)',
    [valuesOf(knex, ownerRefs)],
  );
}

/*
 * The catalog's own rules, as the catalog answers them in lists: without regard
 * to case, and on the properties that it indexes.
 */
const rules = new Map<
  string,
  (knex: Knex, params: Record<string, unknown>) => Knex.Raw | undefined
>([
  [
    'IS_ENTITY_KIND',
    (knex, { kinds }) =>
      isTexts(kinds)
        ? knex.raw('? in ?', [
            folded(knex, 'entity.kind'),
            valuesOf(knex, kinds.map(fold)),
          ])
        : undefined,
  ],
  [
    'IS_ENTITY_OWNER',
    (knex, { claims }) =>
      isTexts(claims) ? ownedBy(knex, claims.map(lowerCase)) : undefined,
  ],
  [
    'HAS_LABEL',
    (knex, { label, value }) =>
      hasProperty(knex, 'metadata.labels', label, value),
  ],
  [
    'HAS_ANNOTATION',
    (knex, { annotation, value }) =>
      hasProperty(knex, 'metadata.annotations', annotation, value),
  ],
  [
    'HAS_METADATA',
    (knex, { key, value }) => hasProperty(knex, 'metadata', key, value),
  ],
  ['HAS_SPEC', (knex, { key, value }) => hasProperty(knex, 'spec', key, value)],
]);

/** What the mirror keeps of the properties that the catalog indexes. */
const mirrored =
  /^(metadata\.((labels|annotations)\..+|name|namespace|title)|spec\.(type|lifecycle|owner|system))$/s;

/** The entity has the property, with the value unless that is left open. */
function hasProperty(
  knex: Knex,
  parent: string,
  name: unknown,
  value: unknown,
): Knex.Raw | undefined {
  const property = `${parent}.${name}`.toLowerCase();
  if (typeof name !== 'string' || !mirrored.test(property)) {
    return undefined;
  }
  if (value !== undefined && typeof value !== 'string') {
    return undefined;
  }
  const having = knex('entity_property')
    .select('entity_ref')
    .where('property', property);
  if (value !== undefined) {
    having.where('value', value.toLowerCase());
  }
  return isAmong(knex, having);
}

/**
 * The conditions of a decision about catalog entities as SQL over the table
 * `entity`. It is true or false, never null. Undefined when the mirror cannot
 * answer one of the conditions exactly.
 */
export function conditionsToSql(
  knex: Knex,
  criteria: PermissionCriteria<PermissionCondition>,
): Knex.Raw | undefined {
  const combined = (
    operator: 'and' | 'or',
    criterias: PermissionCriteria<PermissionCondition>[],
  ) => {
    const parts = criterias.map(part => conditionsToSql(knex, part));
    return parts.every(part => part !== undefined)
      ? combine(knex, operator, parts)
      : undefined;
  };
  if (isAndCriteria(criteria)) {
    return combined('and', criteria.allOf);
  }
  if (isOrCriteria(criteria)) {
    return combined('or', criteria.anyOf);
  }
  if (isNotCriteria(criteria)) {
    const part = conditionsToSql(knex, criteria.not);
    return part && knex.raw('not (?)', [part]);
  }
  return rules.get(criteria.rule)?.(knex, criteria.params ?? {});
}
