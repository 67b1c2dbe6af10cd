import {
  addDuration,
  GroupBy,
  subtractDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { ScoreChange, ScoreHistory } from '../src/assessment/ScoreHistory';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { isPostgres } from '../src/database/json';
import { Access } from '../src/permissions/Access';
import { EntitySelection } from '../src/reporting/matchingEntities';
import { SummaryReader } from '../src/reporting/SummaryReader';
import { TrendReader } from '../src/reporting/TrendReader';
import { underEach } from './decisions';
import { percentile95, timesOf } from './measure';

const DAYS = 90;
const CHANGES = 5;
const RUNS = 60;

const groups: GroupBy[] = ['owner', 'system', 'domain', 'kind', 'lifecycle'];

/** What the overview is asked for, mostly without a filter. */
const selections: EntitySelection[] = [
  {},
  {},
  { filter: { kind: ['component'] } },
  { filter: { classification: ['confidential', 'unset'] } },
];

/** As if the estate had been assessed daily, with some changes of each entity. */
async function writeHistory(knex: Knex, today: string): Promise<void> {
  const history = new ScoreHistory(knex);
  const refs: string[] = await knex('entity')
    .orderBy('entity_ref')
    .pluck('entity_ref');
  const first = subtractDuration(today, `P${DAYS - 1}D`);
  const levels = ['none', 'bronze', 'silver', 'gold'];
  for (let day = 0; day < DAYS; day++) {
    const date = addDuration(first, `P${day}D`);
    const changes = refs.flatMap((entityRef, index): ScoreChange[] => {
      const due = (day * CHANGES + index * 7) % DAYS < CHANGES;
      const standing = (step: number) => {
        const score = ((index * 31 + step * 17) % 1000) / 10;
        return {
          score,
          level: levels[Math.floor(score / 25)],
          openFindings: Math.floor(score / 5),
          unclassified: score < 25,
        };
      };
      return due
        ? [{ entityRef, from: standing(day - 1), to: standing(day) }]
        : [];
    });
    await history.record(changes, date);
    await history.recordDay(date);
  }
}

/** Reads totals and trends of an estate that is assessed. */
export async function measureTotals(context: {
  knex: Knex;
  config: ComplianceConfig;
  rules: Rules;
}) {
  const { knex, config, rules } = context;
  const { levels } = config;
  const today = new Date().toISOString().slice(0, 10);
  await writeHistory(knex, today);
  if (isPostgres(knex)) {
    // What PostgreSQL does by itself within minutes after so many changes.
    await knex.raw('vacuum analyze');
  }
  const summaries = new SummaryReader({ knex, rules, levels });
  const trends = new TrendReader({ knex, levels });
  const requestOf = (index: number, access: Access) => ({
    selection: selections[index % selections.length],
    access,
    ownerRefs: [],
    today,
  });
  const totals = (access: Access) =>
    timesOf(RUNS, index =>
      summaries.read({
        ...requestOf(index, access),
        groupBy: groups[index % groups.length],
      }),
    ).then(percentile95);
  const trend = (access: Access) =>
    timesOf(RUNS, index =>
      trends.read({ ...requestOf(index, access), days: DAYS }),
    ).then(percentile95);
  return {
    totals: await underEach(knex, totals),
    trends: await underEach(knex, trend),
  };
}
