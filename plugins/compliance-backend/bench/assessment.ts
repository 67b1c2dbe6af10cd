import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Assessor } from '../src/assessment/Assessor';
import { Cycle } from '../src/assessment/Cycle';
import { RunStore } from '../src/assessment/RunStore';
import { CatalogMirror } from '../src/catalog/CatalogMirror';
import { Rules } from '../src/checks/Rules';
import { ComplianceConfig } from '../src/config/types';
import { SupplierRisk } from '../src/dependencies/SupplierRisk';
import { estate, hasOwner } from './estate';
import { median, timed, timesOf } from './measure';

const BATCH_SIZE = 500;

interface Context {
  knex: Knex;
  logger: LoggerService;
  config: ComplianceConfig;
  rules: Rules;
  size: number;
}

/** What the plugin is made of, with a catalog in memory. */
function setUp(context: Context) {
  const { knex, logger, config, rules, size } = context;
  const mirror = new CatalogMirror({
    knex,
    scope: config.scope,
    vocabulary: config.vocabulary,
    catalog: {
      streamEntities: () => estate(size),
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(name =>
          hasOwner(name)
            ? { apiVersion: 'v1', kind: 'Group', metadata: { name } }
            : undefined,
        ),
      }),
    },
    auth: {
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'bench' },
      }),
    },
  });
  const assessor = new Assessor({
    knex,
    rules,
    vocabulary: config.vocabulary,
    batchSize: BATCH_SIZE,
  });
  const supplierRisk = new SupplierRisk({
    knex,
    vocabulary: config.vocabulary,
    depth: config.supplierRisk.depth,
  });
  const cycle = new Cycle({
    knex,
    mirror,
    documents: { run: async () => ({ documents: 0, documentProblems: 0 }) },
    assessor,
    supplierRisk,
    runs: new RunStore(knex),
    rules,
    logger,
    events: { publish: async () => {} },
    historyRetention: config.historyRetention,
  });
  return { mirror, assessor, cycle };
}

/** Fills an empty database, and finds that nothing changed since. */
export async function measureAssessment(context: Context) {
  const { knex, rules, size } = context;
  const { mirror, assessor, cycle } = setUp(context);
  const today = new Date().toISOString().slice(0, 10);
  const firstReading = await timed(() =>
    mirror.run({ rulesHash: rules.hash, today }),
  );
  let statements = 0;
  const count = () => statements++;
  knex.on('query', count);
  const firstAssessment = await timed(() => assessor.run({ today }));
  knex.removeListener('query', count);
  // The first cycle of a day also forgets old history.
  await cycle.run();
  const idle = await timesOf(3, () => cycle.run());
  const stream = await timesOf(3, async () => {
    for await (const page of estate(size)) {
      page.at(0);
    }
  });

  return {
    firstReading,
    firstAssessment,
    statementsPerBatch: statements / Math.ceil(size / BATCH_SIZE),
    idleCycle: median(idle) - median(stream),
  };
}

/** The most memory that the process ever needed. */
export async function measureMemory(context: Context) {
  const { knex, size } = context;
  const { cycle } = setUp(context);
  // Garbage piles up to a size of its own before it is collected, and a small
  // estate needs some rounds to get there.
  for (let total = 0; total < 20_000; total += size) {
    await knex('entity').update({ facts_hash: '-'.repeat(43) });
    await cycle.run();
  }
  return { peakMemory: process.resourceUsage().maxRSS / 1024 };
}
