import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { isPostgres } from '../src/database/json';
import { exportFormats, writeFile } from '../src/exports/formats';
import { ServiceExporter } from '../src/exports/ServiceExporter';
import { accessTo } from '../src/permissions/Access';
import { readLiveChannels } from '../src/profiles/liveChannels';
import { DependencyReader } from '../src/reporting/DependencyReader';
import { EntityReader } from '../src/reporting/EntityReader';
import { ScorecardReader } from '../src/reporting/ScorecardReader';
import { SupplierReader } from '../src/reporting/SupplierReader';
import { underEach } from './decisions';
import { percentile95, timed, timesOf } from './measure';

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
  { filter: { domain: ['unset'], minScore: 20, dueBy: '2099-12-31' } },
  {
    query: {
      $all: [
        {
          'information.classification': { $in: ['confidential', 'restricted'] },
        },
        { 'check.continuity-tested': { $in: ['fail', 'unknown'] } },
      ],
    },
    order: { field: 'score', direction: 'asc' },
  },
  {
    query: {
      $any: [
        { $not: { 'information.classification': { $exists: true } } },
        { 'continuity.rto': 'PT4H', owner: 'group:default/team-3' },
      ],
    },
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
  const { depth } = config.supplierRisk;
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
  const page = await underEach(knex, reads =>
    timesOf(20 * queries.length, index =>
      entities.query(queries[index % queries.length], reads),
    ).then(percentile95),
  );
  const exporter = new ServiceExporter({ knex, rules, entities });
  const [csv] = exportFormats;
  const wholeExport = await underEach(knex, reads =>
    timed(async () => {
      for await (const text of writeFile(exporter.pages({}, reads, []), csv)) {
        text.at(0);
      }
    }),
  );

  const suppliers = new SupplierReader({ knex, rules, vocabulary, depth });
  const supplierPage = await timesOf(20, () => suppliers.query({}, access));
  const dependencies = new DependencyReader({ knex, rules, vocabulary });
  const trees = await timesOf(100, index =>
    dependencies.read(refs[(index * 7919) % refs.length], { access, depth }),
  );
  return {
    scorecard: percentile95(scorecard),
    page,
    export: wholeExport,
    supplierPage: percentile95(supplierPage),
    trees: percentile95(trees),
  };
}
