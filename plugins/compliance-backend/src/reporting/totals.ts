import {
  EntityTotals,
  Facet,
  Progress,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { FacetState } from '../assessment/facetStates';
import { columnName } from './columns';

const progress: readonly Progress[] = ['untouched', 'started', 'complete'];
const states: readonly FacetState[] = ['clear', 'failing', 'unknown'];

/** What totals are made of. */
const counted: Record<Facet | 'score' | 'level' | 'progress', string> = {
  score: 'score',
  level: 'level',
  progress: 'progress',
  serviceLevel: 'service_level_state',
  information: 'information_state',
  continuity: 'continuity_state',
  supplier: 'supplier_state',
};

/** The columns of `entity` that {@link totalsSql} needs. */
export const countedColumns = Object.values(counted).map(columnName);

/** Numbers as the databases answer them. */
export type TotalsRow = Record<string, number | string | null>;

/**
 * Totals as columns, for {@link toTotals} to read.
 *
 * @param levels - ids of all levels
 */
export function totalsSql(knex: Knex, levels: readonly string[]): Knex.Raw[] {
  const count = (column: string, value: string, name: string) =>
    knex.raw('count(case when ?? = ? then 1 end) as ??', [column, value, name]);
  return [
    knex.raw('count(*) as total'),
    knex.raw('avg(score) as average_score'),
    ...levels.map((level, index) => count('level', level, `level_${index}`)),
    ...progress.map(value => count('progress', value, value)),
    ...(['serviceLevel', 'information', 'continuity', 'supplier'] as const)
      .map(facet => counted[facet])
      .flatMap(column =>
        states.map(state => count(column, state, `${column}_${state}`)),
      ),
  ];
}

/** Reads what {@link totalsSql} selected. */
export function toTotals(
  row: TotalsRow,
  levels: readonly string[],
): EntityTotals {
  const facet = (id: Facet) => {
    const [clear, failing, unknown] = states.map(state =>
      Number(row[`${counted[id]}_${state}`]),
    );
    return { total: clear + failing + unknown, clear, failing, unknown };
  };
  return {
    total: Number(row.total),
    averageScore:
      row.average_score === null ? undefined : oneDecimal(row.average_score),
    levels: Object.fromEntries(
      levels
        .map((level, index) => [level, Number(row[`level_${index}`])] as const)
        .filter(([, total]) => total > 0),
    ),
    progress: {
      untouched: Number(row.untouched),
      started: Number(row.started),
      complete: Number(row.complete),
    },
    facets: {
      serviceLevel: facet('serviceLevel'),
      information: facet('information'),
      continuity: facet('continuity'),
      supplier: facet('supplier'),
    },
  };
}

/** As scores are told. */
export function oneDecimal(value: number | string): number {
  return Math.round(Number(value) * 10) / 10;
}
