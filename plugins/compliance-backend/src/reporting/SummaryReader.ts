import {
  addDuration,
  GroupBy,
  LevelRule,
  NO_LEVEL,
  SummaryResponse,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { countOpenChecks } from '../assessment/openChecks';
import { Rules } from '../checks/Rules';
import { isPostgres } from '../database/json';
import { exactly } from '../database/text';
import { Access } from '../permissions/Access';
import { EntitySelection, matchingEntities } from './matchingEntities';
import { countedColumns, TotalsRow, totalsSql, toTotals } from './totals';

const MAX_GROUPS = 200;
const MAX_FAILING = 10;

/** Whose totals are asked for, and who asks. */
export interface SummaryRequest {
  selection: EntitySelection;
  groupBy: GroupBy;
  access: Access;
  /** What the reader owns things as, for a filter of what is theirs. */
  ownerRefs: string[];
  /** ISO 8601 date. */
  today: string;
}

interface ExpiryRow {
  check_id: string;
  within_30: number | string;
  within_60: number | string;
  within_90: number | string;
}

/** Answers totals of entities: two statements, however many there are. */
export class SummaryReader {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #levels: string[];

  constructor(options: { knex: Knex; rules: Rules; levels: LevelRule[] }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#levels = [NO_LEVEL, ...options.levels.map(({ id }) => id)];
  }

  /** @throws InputError when an owner, system or domain is no entity ref. */
  async read(request: SummaryRequest): Promise<SummaryResponse> {
    const [[all, ...groups], expiring] = await Promise.all([
      this.#totals(request),
      this.#expiring(request),
    ]);
    return {
      ...toTotals(all, this.#levels),
      groups: groups.slice(0, MAX_GROUPS).map(row => ({
        key: String(row.key ?? UNSET),
        ...toTotals(row, this.#levels),
      })),
      hasMoreGroups: groups.length > MAX_GROUPS,
      failing: this.#failing(String(all.open_checks ?? '')),
      expiring,
    };
  }

  /**
   * The totals of all and then of each group, the largest first. What matches
   * is found once, as permissions may make that the most expensive part.
   */
  async #totals(request: SummaryRequest): Promise<TotalsRow[]> {
    const knex = this.#knex;
    const totals = () => totalsSql(knex, this.#levels);
    const { groupBy } = request;
    const key = groupBy === 'owner' ? 'owner_ref' : groupBy;
    const matching = this.#matching(request).select(
      'entity.entity_ref',
      ...(groupBy === 'owner' ? [] : [`entity.${groupBy}`]),
      ...countedColumns,
      // Those of other rules, which are assessed again soon, have other bits.
      knex.raw(
        'case when entity.rules_hash = ? then entity.open_checks end as open_checks',
        [this.#rules.hash],
      ),
    );
    const groups = knex('matching')
      .select(`${key} as key`, ...totals())
      .select(knex.raw('null as open_checks'))
      .groupBy(key)
      .orderByRaw('count(*) desc, ?? is null, ?', [key, exactly(knex, key)])
      .limit(MAX_GROUPS + 1);
    if (groupBy === 'owner') {
      groups.leftJoin(
        'entity_owner',
        'entity_owner.entity_ref',
        'matching.entity_ref',
      );
    }
    return knex
      .withMaterialized('matching', matching)
      .from('matching')
      .select(knex.raw('null as key'), ...totals())
      .select(
        knex.raw(
          isPostgres(knex)
            ? `string_agg(open_checks, '') as open_checks`
            : `group_concat(open_checks, '') as open_checks`,
        ),
      )
      .unionAll(knex.select('*').from(groups.as('grouped')));
  }

  /** Of those with as many findings, the checks that weigh more come first. */
  #failing(openChecks: string): SummaryResponse['failing'] {
    const { checks } = this.#rules;
    const counts = countOpenChecks(checks, openChecks);
    return checks
      .map((check, index) => ({ check, total: counts[index] }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total || b.check.weight - a.check.weight)
      .slice(0, MAX_FAILING)
      .map(({ check: { id, title, facet, clauses }, total }) => ({
        checkId: id,
        title,
        facet,
        total,
        clauses,
      }));
  }

  /** What passes and ends soon, most of it first. */
  async #expiring(
    request: SummaryRequest,
  ): Promise<SummaryResponse['expiring']> {
    const knex = this.#knex;
    const within = (days: number) =>
      knex.raw('count(case when check_result.due_on <= ? then 1 end) as ??', [
        addDuration(request.today, `P${days}D`),
        `within_${days}`,
      ]);
    const rows: ExpiryRow[] = await this.#matching(request)
      .join('check_result', 'check_result.entity_ref', 'entity.entity_ref')
      .select('check_result.check_id', within(30), within(60), within(90))
      .where('check_result.status', 'pass')
      .where('check_result.due_on', '<=', addDuration(request.today, 'P90D'))
      .groupBy('check_result.check_id');
    const counts = new Map(rows.map(row => [row.check_id, row]));
    return this.#rules.checks
      .flatMap(({ id, title }) => {
        const row = counts.get(id);
        return row
          ? {
              checkId: id,
              title,
              within30: Number(row.within_30),
              within60: Number(row.within_60),
              within90: Number(row.within_90),
            }
          : [];
      })
      .sort(
        (a, b) =>
          b.within30 - a.within30 ||
          b.within60 - a.within60 ||
          b.within90 - a.within90,
      );
  }

  #matching(request: SummaryRequest): Knex.QueryBuilder {
    const { selection, access, ownerRefs } = request;
    return matchingEntities(this.#knex, selection, access, ownerRefs);
  }
}
