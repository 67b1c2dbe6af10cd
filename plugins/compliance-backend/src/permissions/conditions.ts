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
import { isPostgres, valuesOf } from '../database/json';
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
  const key = `${parent}.${name}`.toLowerCase();
  if (typeof name !== 'string' || !mirrored.test(key)) {
    return undefined;
  }
  if (value !== undefined && typeof value !== 'string') {
    return undefined;
  }
  if (value !== undefined) {
    return knex.raw('coalesce(entity.search ->> ? = ?, false)', [
      key,
      value.toLowerCase(),
    ]);
  }
  return isPostgres(knex)
    ? knex.raw('jsonb_exists(entity.search, ?)', [key])
    : knex.raw(
        'exists (select 1 from json_each(entity.search) as property where property.key = ?)',
        [key],
      );
}

function combine(
  knex: Knex,
  operator: 'and' | 'or',
  parts: (Knex.Raw | undefined)[],
): Knex.Raw | undefined {
  if (!parts.every(part => part !== undefined)) {
    return undefined;
  }
  // "Any of" nothing must let nothing through.
  const start = operator === 'and' ? '1 = 1' : '1 = 0';
  return knex.raw(
    `(${[start, ...parts.map(() => '?')].join(` ${operator} `)})`,
    parts,
  );
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
  const partsToSql = (parts: PermissionCriteria<PermissionCondition>[]) =>
    parts.map(part => conditionsToSql(knex, part));
  if (isAndCriteria(criteria)) {
    return combine(knex, 'and', partsToSql(criteria.allOf));
  }
  if (isOrCriteria(criteria)) {
    return combine(knex, 'or', partsToSql(criteria.anyOf));
  }
  if (isNotCriteria(criteria)) {
    const [part] = partsToSql([criteria.not]);
    return part && knex.raw('not (?)', [part]);
  }
  return rules.get(criteria.rule)?.(knex, criteria.params ?? {});
}
