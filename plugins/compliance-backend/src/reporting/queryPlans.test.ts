import {
  mockCredentials,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  EntitiesQuery,
  parseQuery,
  queryFields,
  subtractDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ScoreHistory } from '../assessment/ScoreHistory';
import { Rules } from '../checks/Rules';
import { readComplianceConfig } from '../config/readConfig';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { CoverageReader } from '../coverage/CoverageReader';
import { insertEntities } from '../database/__testUtils__/insertEntities';
import { insertRows, isPostgres } from '../database/json';
import { migrate } from '../database/migrate';
import { ServiceExporter } from '../exports/ServiceExporter';
import { Access, accessTo } from '../permissions/Access';
import { conditionsToSql } from '../permissions/conditions';
import { StandardCatalog } from '../standards/StandardCatalog';
import { EntityReader } from './EntityReader';
import { SummaryReader } from './SummaryReader';
import { TrendReader } from './TrendReader';

jest.setTimeout(120_000);

/*
 * How the databases find what lists, filters, totals, trends and exports ask
 * for. The plans are kept in a file, so that a change of them is seen:
 *
 *   UPDATE_QUERY_PLANS=true npm test -- queryPlans
 */

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const file = resolve(__dirname, '../../query-plans.md');
const titles: Partial<Record<TestDatabaseId, string>> = {
  POSTGRES_18: 'PostgreSQL',
  SQLITE_3: 'SQLite',
};

const config = readComplianceConfig(new ConfigReader({}));
const rules = Rules.create({ config, standards: StandardCatalog.create() });
const fields = queryFields(
  { ...config.vocabulary, levels: config.levels },
  rules.checks,
  rules.standards,
);

function readQuery(value: object) {
  const parsed = parseQuery(value, fields);
  if ('problems' in parsed) {
    throw new Error(JSON.stringify(parsed.problems));
  }
  return parsed.query;
}

/** What people ask for, by what it is. */
const queries: Record<string, EntitiesQuery> = {
  'all, by name': {},
  'all, by score': { order: { field: 'score', direction: 'desc' } },
  'by kind and classification': {
    filter: { kind: ['component'], classification: ['confidential', 'unset'] },
  },
  'by text': { fullText: 'service-1' },
  'by owner': { filter: { owner: ['team-3'] } },
  'by system and domain': {
    filter: { system: ['core-1'], domain: ['retail', 'unset'] },
  },
  'by score': { filter: { minScore: 20, maxScore: 50 } },
  'by the status of a check': {
    filter: { check: { id: 'catalogue-owner', status: ['fail', 'unknown'] } },
  },
  'by due date': { filter: { dueBy: '2026-12-31' } },
  'by a query for fields and a check': {
    query: readQuery({
      'information.classification': { $in: ['confidential', 'restricted'] },
      'check.continuity-tested': { $in: ['fail', 'unknown'] },
    }),
  },
  'by a query with alternatives and negations': {
    query: readQuery({
      $any: [
        { $not: { 'information.classification': { $exists: true } } },
        { owner: 'team-3', 'continuity.rto': 'PT4H' },
        { $not: { 'check.catalogue-owner': 'pass' } },
      ],
    }),
  },
  'by a query for text': {
    query: readQuery({
      'supplier.certifications': 'ISO 27001',
      name: { $hasPrefix: 'service-' },
    }),
  },
};

/** Only what is asked of the estate matters here. */
const statements = {
  approved: { read: async () => [] },
  control: { rightsOf: async () => ({ mayUpdate: false, mayApprove: false }) },
};

const SIZE = 2000;
const TODAY = '2026-11-22';
const DAYS = 90;

/** Few enough that PostgreSQL looks at all of them for its statistics. */
async function fill(knex: Knex): Promise<void> {
  const pick = <T>(values: T[], index: number) => values[index % values.length];
  const checkIds = rules.checks.slice(0, 8).map(({ id }) => id);
  await insertEntities(
    knex,
    Array.from({ length: SIZE }, (_, index) => ({
      name: `service-${index}`,
      title: `Service number ${index}`,
      kind: pick(['Component', 'Component', 'API', 'Resource'], index),
      type: 'service',
      lifecycle: 'production',
      owners: [`group:default/team-${index % 50}`],
      system: `system:default/core-${index % 200}`,
      domain: `domain:default/${pick(['retail', 'risk', 'hr'], index)}`,
      classification: pick([undefined, 'public', 'confidential'], index),
      score: index % 100,
      level: pick(['none', 'bronze', 'silver'], index),
      openFindings: index % 20,
      search: {
        'metadata.labels.domain': pick(['core', 'edge'], index),
        'metadata.name': `service-${index}`,
        ...Object.fromEntries(
          Array.from('abcdefghij', letter => [
            `metadata.annotations.example.com/${letter}`,
            `service-${index}`,
          ]),
        ),
      },
      results: Object.fromEntries(
        [...checkIds, 'catalogue-owner', 'continuity-tested'].map(id => [
          id,
          {
            status: pick(['pass', 'fail', 'unknown'] as const, index),
            dueOn: index % 5 === 0 ? `2026-1${index % 3}-01` : undefined,
          },
        ]),
      ),
    })),
  );
  // As wide as entities are.
  await knex('entity_facts').update({ facts: `"${'x'.repeat(1500)}"` });
  const refs: string[] = await knex('entity').pluck('entity_ref');
  await insertRows(knex, 'entity_field', {
    columns: { entity_ref: 'text', field: 'text', value: 'text' },
    rows: refs.sort().flatMap((entity_ref, index) =>
      Object.entries({
        'information.classification': pick(['public', 'confidential'], index),
        'continuity.rto': pick(['PT1H', 'PT4H', 'P1D'], index),
        'serviceLevel.tier': pick(['tier-1', 'tier-2', 'tier-3'], index),
        'supplier.certifications': pick(['ISO 27001', 'SOC 2'], index),
        'scope.sms': 'in',
        'scope.isms': 'in',
      }).map(([field, value]) => ({ entity_ref, field, value })),
    ),
  });
  const history = new ScoreHistory(knex);
  const standing = { level: 'silver', openFindings: 1, unclassified: false };
  for (let day = 0; day < DAYS; day++) {
    const date = subtractDuration(TODAY, `P${day}D`);
    await history.record(
      refs
        .filter((_, index) => (index + day) % 18 === 0)
        .map(entityRef => ({ entityRef, from: standing, to: standing })),
      date,
    );
    await history.recordDay(date);
  }
  if (isPostgres(knex)) {
    await knex.raw('vacuum analyze');
  }
}

const withoutLongTexts = (line: string) =>
  line.replace(/'[^']{60,}'/g, "'…'").trimEnd();

/** The plans of the statements that something sends, without figures. */
async function plansOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const sent: { sql: string; bindings: Knex.RawBinding[] }[] = [];
  const listener = (statement: (typeof sent)[number]) => sent.push(statement);
  knex.on('query', listener);
  await run();
  knex.removeListener('query', listener);

  const plans: string[] = [];
  for (const { sql, bindings } of sent) {
    const statement = sql.replace(/\$\d+/g, '?');
    if (isPostgres(knex)) {
      const { rows } = await knex.raw(
        `explain (costs off) ${statement}`,
        bindings,
      );
      const lines: string[] = rows.map(
        (row: Record<string, string>) => row['QUERY PLAN'],
      );
      plans.push(lines.map(withoutLongTexts).join('\n'));
    } else {
      const rows: { id: number; parent: number; detail: string }[] =
        await knex.raw(`explain query plan ${statement}`, bindings);
      const depths = new Map([[0, -1]]);
      const lines = rows.map(({ id, parent, detail }) => {
        const depth = depths.get(parent)! + 1;
        depths.set(id, depth);
        return `${'  '.repeat(depth)}${detail}`;
      });
      plans.push(lines.join('\n'));
    }
  }
  return plans;
}

/** What the policy of the demo lets somebody see. */
const asInDemo = (knex: Knex) =>
  accessTo([
    conditionsToSql(knex, {
      anyOf: [
        {
          not: {
            rule: 'HAS_LABEL',
            resourceType: 'catalog-entity',
            params: { label: 'domain', value: 'edge' },
          },
        },
        {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: ['group:default/team-3'] },
        },
      ],
    })!,
  ]);

async function describePlans(
  databaseId: TestDatabaseId,
  knex: Knex,
): Promise<string> {
  const entities = new EntityReader({ knex, scale: config });
  const exporter = new ServiceExporter({ knex, rules, entities });
  const all = accessTo([]);
  const seen = (rule: string, params: Record<string, string | string[]>) =>
    accessTo([
      conditionsToSql(knex, { rule, resourceType: 'catalog-entity', params })!,
    ]);
  const { pageInfo } = await entities.query({}, all);
  const lists: [title: string, query: EntitiesQuery, access: Access][] = [
    ...Object.entries(queries).map(
      ([title, query]): [string, EntitiesQuery, Access] => [title, query, all],
    ),
    ['a page that is not the first one', { cursor: pageInfo.nextCursor }, all],
    [
      'of what the reader owns',
      {},
      seen('IS_ENTITY_OWNER', { claims: ['group:default/team-3'] }),
    ],
    [
      'of what has a label',
      {},
      seen('HAS_LABEL', { label: 'domain', value: 'core' }),
    ],
    ['of what the policy of the demo leaves', {}, asInDemo(knex)],
    [
      'of what stands behind a number of coverage',
      await new ClauseQueries({ rules, statements }).resolve({
        query: readQuery({
          'clause.iso27001-2022.A.5.27': { $in: ['indicated', 'gap'] },
        }),
      }),
      all,
    ],
  ];

  const parts = [`## ${titles[databaseId]}`];
  const add = (title: string, plans: string[]) =>
    parts.push(
      `### ${title}`,
      ...plans.map(plan => `\`\`\`text\n${plan}\n\`\`\``),
    );
  for (const [title, query, access] of lists) {
    add(
      `List ${title}`,
      await plansOf(knex, () => entities.query(query, access)),
    );
  }
  const summaries = new SummaryReader({ knex, rules, levels: config.levels });
  const trends = new TrendReader({ knex, levels: config.levels });
  const coverage = new CoverageReader({
    knex,
    rules,
    statements,
    documents: { list: async () => [] },
  });
  const request = (access: Access) => ({
    selection: {},
    access,
    ownerRefs: [],
    today: TODAY,
  });
  for (const [title, access] of [
    ['of all', all],
    ['of what a policy leaves', asInDemo(knex)],
  ] as const) {
    add(
      `Totals ${title}, by owner`,
      await plansOf(knex, () =>
        summaries.read({ ...request(access), groupBy: 'owner' }),
      ),
    );
    add(
      `Trends ${title}`,
      await plansOf(knex, () =>
        trends.read({ ...request(access), days: DAYS }),
      ),
    );
    add(
      `Coverage ${title}`,
      await plansOf(knex, () =>
        coverage.read({
          ...request(access),
          standard: rules.standards[1],
          credentials: mockCredentials.none(),
        }),
      ),
    );
  }
  add(
    'A page of an export',
    await plansOf(knex, () => exporter.pages({}, all, []).next()),
  );
  return parts.join('\n\n');
}

const introduction = `# Query plans

How the databases find what lists, filters, totals, trends, coverage and exports
ask for. This file is written by a test, which fails when a plan is another one:

\`\`\`sh
UPDATE_QUERY_PLANS=true npm test -- queryPlans
\`\`\``;

it('finds what lists, totals, trends and exports ask for as it did before', async () => {
  const sections = [introduction];
  for (const databaseId of databases.eachSupportedId().flat()) {
    const knex = await databases.init(databaseId as TestDatabaseId);
    await migrate(knex);
    await fill(knex);
    sections.push(await describePlans(databaseId as TestDatabaseId, knex));
  }
  const plans = `${sections.join('\n\n')}\n`;
  // These have many rows for each entity.
  expect(plans).not.toMatch(
    /(Seq Scan on|SCAN) (check_result|entity_field|entity_property)/,
  );

  if (process.env.UPDATE_QUERY_PLANS) {
    await writeFile(file, plans);
  }
  expect(await readFile(file, 'utf8')).toBe(plans);
});
