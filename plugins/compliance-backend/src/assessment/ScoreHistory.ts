import { Knex } from 'knex';
import { insertRows } from '../database/json';

/** How an entity stands. */
export interface Standing {
  score?: number;
  level?: string;
  openFindings: number;
  /** Whether the facet `information` applies and no classification is set. */
  unclassified: boolean;
}

/** An entity that stands differently than before. */
export interface ScoreChange {
  entityRef: string;
  /** Absent when it was never assessed before. */
  from?: Standing;
  to: Standing;
}

/** What changed about how an entity stands, if anything. */
export function compareStandings(
  entityRef: string,
  from: Standing | undefined,
  { score, level, openFindings, unclassified }: Standing,
): ScoreChange[] {
  const isSame =
    from &&
    from.score === score &&
    from.level === level &&
    from.openFindings === openFindings &&
    from.unclassified === unclassified;
  return isSame
    ? []
    : [{ entityRef, from, to: { score, level, openFindings, unclassified } }];
}

/** Remembers how entities stood, day by day. */
export class ScoreHistory {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Remembers the changes of a day; the last state of the day wins. Nothing is
   * sent when there are none.
   *
   * @param day - ISO 8601 date, not before that of an earlier change of the
   * same entities
   */
  async record(changes: ScoreChange[], day: string): Promise<void> {
    await insertRows(this.#knex, 'score_change', {
      columns: {
        changed_on: 'text',
        entity_ref: 'text',
        from_score: 'float',
        from_level: 'text',
        from_findings: 'integer',
        from_unclassified: 'integer',
        to_score: 'float',
        to_level: 'text',
        to_findings: 'integer',
        to_unclassified: 'integer',
      },
      rows: changes.map(({ entityRef, from, to }) => ({
        changed_on: day,
        entity_ref: entityRef,
        from_score: from?.score,
        from_level: from?.level,
        from_findings: from?.openFindings,
        from_unclassified: from && Number(from.unclassified),
        to_score: to.score,
        to_level: to.level,
        to_findings: to.openFindings,
        to_unclassified: Number(to.unclassified),
      })),
      conflict: ['changed_on', 'entity_ref'],
      // Where the day began does not change with what comes later that day.
      keep: ['from_score', 'from_level', 'from_findings', 'from_unclassified'],
    });
  }

  /** Remembers that everything was assessed on a day. */
  async recordDay(day: string): Promise<void> {
    await this.#knex('assessed_day').insert({ day }).onConflict('day').ignore();
  }
}
