import {
  EntityOrderField,
  LevelRule,
  NO_LEVEL,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { folded } from '../database/text';
import { columnOf, scaleColumns } from './columns';
import { KeyType } from './cursor';
import { SortKey } from './sortedPage';

/** The orders that an organisation has given to its levels. */
export interface Scale {
  vocabulary: Vocabulary;
  levels: LevelRule[];
}

const numbers: { [field in EntityOrderField]?: KeyType } = {
  score: 'number',
  openFindings: 'integer',
  gainPerField: 'number',
};

/**
 * What a list is sorted by. Levels sort as their scale does, text without regard
 * to case.
 */
export function sortKey(
  knex: Knex,
  field: EntityOrderField,
  { vocabulary, levels }: Scale,
): SortKey {
  const column = columnOf(field);
  const type = numbers[field];
  if (type) {
    return { sql: knex.raw('??', [column]), type };
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
    : { sql: folded(knex, column), type: 'text' };
}

/** The place of a level in the order of its scale. */
export function rank(knex: Knex, column: string, ids: string[]): SortKey {
  const cases = ids.map((_, index) => `when ? then ${index}`).join(' ');
  return {
    sql: knex.raw(`case ?? ${cases} end`, [column, ...ids]),
    type: 'integer',
  };
}
