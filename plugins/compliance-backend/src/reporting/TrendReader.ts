import {
  addDuration,
  LevelRule,
  NO_LEVEL,
  subtractDuration,
  TrendsResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Access } from '../permissions/Access';
import { EntitySelection, matchingEntities } from './matchingEntities';
import { Sums, trendOf } from './trend';

/** Whose trend is asked for, and who asks. */
export interface TrendRequest {
  selection: EntitySelection;
  access: Access;
  /** What the reader owns things as, for a filter of what is theirs. */
  ownerRefs: string[];
  /** Number of days up to today. */
  days: number;
  /** ISO 8601 date. */
  today: string;
}

/** Numbers as the databases answer them; without a day, those of today. */
type SumsRow = Record<string, number | string | null> & { day: string | null };

/**
 * Answers how the entities that match today got to where they are: two
 * statements, however many entities and days there are.
 */
export class TrendReader {
  readonly #knex: Knex;
  readonly #levels: string[];

  /** @param options - past levels that are no more in `levels` are not told */
  constructor(options: { knex: Knex; levels: LevelRule[] }) {
    this.#knex = options.knex;
    this.#levels = [NO_LEVEL, ...options.levels.map(({ id }) => id)];
  }

  /** @throws InputError when an owner, system or domain is no entity ref. */
  async read(request: TrendRequest): Promise<TrendsResponse> {
    const days = daysUpTo(request.today, request.days);
    const [rows, assessed] = await Promise.all([
      this.#sums(request, days[0]),
      this.#knex('assessed_day')
        .where('day', '>=', days[0])
        .pluck<string[]>('day'),
    ]);
    const changes = new Map(rows.map(row => [row.day, this.#toSums(row)]));
    const today = changes.get(null)!;
    changes.delete(null);
    return {
      points: trendOf({
        days,
        assessed: new Set(assessed),
        today,
        changes: changes as Map<string, Sums>,
      }),
    };
  }

  /**
   * Today's sums, and what each day changed them by. Both in one statement, so
   * that they fit together whatever is assessed meanwhile.
   */
  async #sums(request: TrendRequest, from: string): Promise<SumsRow[]> {
    const knex = this.#knex;
    const { selection, access, ownerRefs } = request;
    const matching = matchingEntities(
      knex,
      selection,
      access,
      ownerRefs,
    ).select(
      'entity.entity_ref',
      'entity.score',
      'entity.level',
      'entity.open_findings',
      'entity.information_state',
      'entity.classification',
    );
    // SQLite keeps the order of a cross join: going by day, it need not sort.
    const changes = knex('score_change')
      .crossJoin(knex.raw('matching'))
      .whereRaw('matching.entity_ref = score_change.entity_ref')
      .where('changed_on', '>=', from)
      .groupBy('changed_on')
      .select(
        'changed_on as day',
        knex.raw('count(to_score) - count(from_score) as total'),
        knex.raw(
          'coalesce(sum(to_score), 0) - coalesce(sum(from_score), 0) as score',
        ),
        knex.raw(
          'sum(to_findings) - coalesce(sum(from_findings), 0) as open_findings',
        ),
        knex.raw(
          'sum(to_unclassified) - coalesce(sum(from_unclassified), 0) as unclassified',
        ),
        ...this.#levels.map((level, index) =>
          knex.raw(
            `count(case when to_level = ? then 1 end)
              - count(case when from_level = ? then 1 end) as ??`,
            [level, level, `level_${index}`],
          ),
        ),
      );
    return knex
      .withMaterialized('matching', matching)
      .from('matching')
      .select(
        knex.raw('null as day'),
        knex.raw('count(score) as total'),
        knex.raw('coalesce(sum(score), 0) as score'),
        knex.raw('coalesce(sum(open_findings), 0) as open_findings'),
        knex.raw(
          `count(case when information_state is not null
            and classification is null then 1 end) as unclassified`,
        ),
        ...this.#levels.map((level, index) =>
          knex.raw('count(case when level = ? then 1 end) as ??', [
            level,
            `level_${index}`,
          ]),
        ),
      )
      .unionAll(changes);
  }

  #toSums(row: SumsRow): Sums {
    return {
      total: Number(row.total),
      score: Number(row.score),
      openFindings: Number(row.open_findings),
      unclassified: Number(row.unclassified),
      levels: Object.fromEntries(
        this.#levels.map((level, index) => [
          level,
          Number(row[`level_${index}`]),
        ]),
      ),
    };
  }
}

/** Consecutive dates, the oldest first. */
function daysUpTo(today: string, count: number): string[] {
  const first = subtractDuration(today, `P${count - 1}D`);
  return Array.from({ length: count }, (_, index) =>
    addDuration(first, `P${index}D`),
  );
}
