import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { isPostgres } from '../src/database/json';
import { accessTo } from '../src/permissions/Access';
import { readLiveChannels } from '../src/profiles/liveChannels';
import { EntityReader } from '../src/reporting/EntityReader';
import { ScorecardReader } from '../src/reporting/ScorecardReader';
import { percentile95, timesOf } from './measure';

/** What people ask the table of services for. */
const queries: EntitiesQuery[] = [
  {},
  { order: { field: 'score', direction: 'asc' } },
  {
    filter: { classification: ['confidential', 'unset'], kind: ['component'] },
    order: { field: 'openFindings', direction: 'desc' },
  },
  { fullText: 'service-1', order: { field: 'level', direction: 'asc' } },
  {
    filter: { check: { id: 'continuity-tested', status: ['fail', 'unknown'] } },
    order: { field: 'serviceTier', direction: 'asc' },
  },
  {
    filter: { owner: ['group:default/team-3'] },
    order: { field: 'system', direction: 'desc' },
  },
];

/** Reads scorecards and pages of an estate that is assessed. */
export async function measureReading(context: {
  knex: Knex;
  config: ComplianceConfig;
  rules: Rules;
}) {
  const { knex, config, rules } = context;
  const { vocabulary } = config;
  if (isPostgres(knex)) {
    // What PostgreSQL does by itself within minutes after so many changes.
    await knex.raw('vacuum analyze');
  }
  const access = accessTo([]);
  const refs: string[] = await knex('entity').pluck('entity_ref');

  const channelOf = await readLiveChannels(knex);
  const scorecards = new ScorecardReader({
    knex,
    rules,
    vocabulary,
    channelOf,
  });
  const reader = { access: async () => access, mayUpdate: async () => true };
  const scorecard = await timesOf(200, index =>
    scorecards.read(refs[(index * 7919) % refs.length], reader),
  );
  const entities = new EntityReader({ knex, scale: config });
  const page = await timesOf(120, index =>
    entities.query(queries[index % queries.length], access),
  );
  return { scorecard: percentile95(scorecard), page: percentile95(page) };
}
