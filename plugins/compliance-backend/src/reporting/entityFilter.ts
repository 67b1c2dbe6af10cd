import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  EntityFilter,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { escapeLike, isAmong, isLike } from '../database/conditions';
import { valuesOf } from '../database/json';
import { fold, folded } from '../database/text';
import { ownedBy } from '../permissions/conditions';
import { columnOf, scaleColumns } from './columns';

/**
 * Leaves the entities that match a filter.
 *
 * @throws InputError when an owner, system or domain is no entity ref.
 */
export function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: EntityFilter,
): void {
  for (const key of ['kind', 'type', 'lifecycle'] as const) {
    const values = filter[key];
    if (values) {
      const column = columnOf(key);
      anyOf(knex, query, values, column, set =>
        knex.raw('? in ?', [
          folded(knex, column),
          valuesOf(knex, set.map(fold)),
        ]),
      );
    }
  }
  for (const key of [
    ...scaleColumns.map(({ id }) => id),
    'level',
    'progress',
  ] as const) {
    const values = filter[key];
    if (values) {
      const column = columnOf(key);
      anyOf(knex, query, values, column, set =>
        knex.raw('?? in ?', [column, valuesOf(knex, set)]),
      );
    }
  }
  if (filter.owner) {
    anyOf(knex, query, filter.owner, columnOf('owner'), set =>
      ownedBy(knex, entityRefs('owner', set, 'group')),
    );
  }
  if (filter.system) {
    anyOf(knex, query, filter.system, columnOf('system'), set =>
      knex.raw('entity.system in ?', [
        valuesOf(knex, entityRefs('system', set, 'system')),
      ]),
    );
  }
  if (filter.domain) {
    anyOf(knex, query, filter.domain, columnOf('domain'), set =>
      knex.raw('entity.domain in ?', [
        valuesOf(knex, entityRefs('domain', set, 'domain')),
      ]),
    );
  }
  if (filter.minScore !== undefined) {
    query.where('entity.score', '>=', filter.minScore);
  }
  if (filter.maxScore !== undefined) {
    query.where('entity.score', '<=', filter.maxScore);
  }
  if (filter.dueBy !== undefined) {
    const due = knex('check_result')
      .select('entity_ref')
      .where('status', 'pass')
      .where('due_on', '<=', filter.dueBy);
    if (filter.check) {
      due.where('check_id', filter.check.id);
    }
    query.whereRaw('?', [isAmong(knex, due)]);
  }
  if (filter.check) {
    const { id, status } = filter.check;
    const judged = knex('check_result')
      .select('entity_ref')
      .where('check_id', id)
      .whereIn('status', status);
    query.whereRaw('?', [isAmong(knex, judged)]);
  }
}

/** Leaves the entities that one of the refs owns. */
export function applyOwners(
  knex: Knex,
  query: Knex.QueryBuilder,
  ownerRefs: string[],
): void {
  query.whereRaw('?', [ownedBy(knex, ownerRefs)]);
}

/** Leaves the entities whose name or title contain a text. */
export function applyFullText(
  knex: Knex,
  query: Knex.QueryBuilder,
  text: string,
): void {
  query.whereRaw('?', [
    isLike(
      knex,
      knex.raw('entity.search_text'),
      `%${escapeLike(text.toLowerCase())}%`,
    ),
  ]);
}

/** One of the values, where `unset` means that the column has none. */
function anyOf(
  knex: Knex,
  query: Knex.QueryBuilder,
  values: string[],
  column: string,
  isOneOf: (values: string[]) => Knex.Raw,
): void {
  const condition = isOneOf(values.filter(value => value !== UNSET));
  query.whereRaw(
    values.includes(UNSET)
      ? knex.raw('(? or ?? is null)', [condition, column])
      : condition,
  );
}

function entityRefs(
  parameter: string,
  values: string[],
  defaultKind: string,
): string[] {
  return values.map(value => {
    try {
      return stringifyEntityRef(parseEntityRef(value, { defaultKind }));
    } catch {
      throw new InputError(
        `Invalid ${parameter} '${value}', expected an entity ref such as '${defaultKind}:default/name'`,
      );
    }
  });
}
