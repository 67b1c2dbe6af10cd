import {
  EntityOrderField,
  LevelRule,
  NO_LEVEL,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { folded } from '../database/text';
import { columnOf, scaleColumns } from './columns';

/** The orders that an organisation has given to its levels. */
export interface Scale {
  vocabulary: Vocabulary;
  levels: LevelRule[];
}

const numbers: readonly EntityOrderField[] = [
  'score',
  'openFindings',
  'gainPerField',
];

/**
 * What a list is sorted by, as SQL. Levels sort as their scale does, text
 * without regard to case, and null is what has no value.
 */
export function sortKey(
  knex: Knex,
  field: EntityOrderField,
  { vocabulary, levels }: Scale,
): Knex.Raw {
  const column = columnOf(field);
  if (numbers.includes(field)) {
    return knex.raw('??', [column]);
  }
  if (field === 'level') {
    return rank(knex, column, [NO_LEVEL, ...levels.map(({ id }) => id)]);
  }
  const scaled = scaleColumns.find(({ id }) => id === field);
  return scaled
    ? rank(
        knex,
        column,
        vocabulary.scales[scaled.scale].map(({ id }) => id),
      )
    : folded(knex, column);
}

/** The place of a level in the order of its scale. */
export function rank(knex: Knex, column: string, ids: string[]): Knex.Raw {
  const cases = ids.map((_, index) => `when ? then ${index}`).join(' ');
  return knex.raw(`case ?? ${cases} end`, [column, ...ids]);
}
