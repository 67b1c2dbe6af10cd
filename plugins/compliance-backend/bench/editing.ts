import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Assessor } from '../src/assessment/Assessor';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { isPostgres } from '../src/database/json';
import { SupplierRisk } from '../src/dependencies/SupplierRisk';
import { accessTo } from '../src/permissions/Access';
import { Announcer } from '../src/profiles/Announcer';
import { replaceGroup } from '../src/profiles/edits';
import { readLiveChannels } from '../src/profiles/liveChannels';
import { onlyFor } from '../src/profiles/precondition';
import { ProfileEditor } from '../src/profiles/ProfileEditor';
import { ScorecardReader } from '../src/reporting/ScorecardReader';
import { percentile95, timed } from './measure';

const EDITS = 200;

/**
 * Saves facets of entities all over the estate, each time with what the answer
 * needs: the edit, the assessment of the entity and its neighbours, and the new
 * scorecard.
 */
export async function measureEditing(context: {
  knex: Knex;
  logger: LoggerService;
  config: ComplianceConfig;
  rules: Rules;
}) {
  const { knex, logger, config, rules } = context;
  const { vocabulary } = config;
  if (isPostgres(knex)) {
    // What PostgreSQL does by itself within minutes after so many changes.
    await knex.raw('vacuum analyze');
  }
  const channelOf = await readLiveChannels(knex);
  const scorecards = new ScorecardReader({
    knex,
    rules,
    vocabulary,
    channelOf,
  });
  const editor = new ProfileEditor({
    knex,
    assessor: new Assessor({ knex, rules, vocabulary }),
    supplierRisk: new SupplierRisk({
      knex,
      vocabulary,
      depth: config.supplierRisk.depth,
    }),
    announcer: new Announcer({
      events: { publish: async () => {}, subscribe: async () => {} },
      signals: { publish: async () => {} },
      logger,
      channelOf,
    }),
    logger,
  });
  const reader = {
    access: async () => accessTo([]),
    mayUpdate: async () => true,
  };
  const refs: string[] = await knex('entity')
    .where('kind', 'Component')
    .orderBy('entity_ref')
    .pluck('entity_ref');

  const times: number[] = [];
  const statements: number[] = [];
  for (let index = 0; index < EDITS; index++) {
    const entityRef = refs[(index * 7919) % refs.length];
    const { version } = (await scorecards.read(entityRef, reader))!;
    let count = 0;
    const counter = () => count++;
    knex.on('query', counter);
    times.push(
      await timed(async () => {
        await editor.apply({
          entityRefs: [entityRef],
          edit: onlyFor(
            version,
            replaceGroup(
              'operations',
              { runbook: `https://wiki.example.com/runbooks/${index}` },
              vocabulary,
            ),
          ),
          action: 'edit',
          author: 'user:default/bench',
        });
        await scorecards.read(entityRef, reader);
      }),
    );
    knex.removeListener('query', counter);
    statements.push(count);
  }
  return {
    edit: percentile95(times),
    statementsPerEdit: Math.max(...statements),
  };
}
