import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from './postgres/startPostgres.mjs';

/*
 * Measures how fast estates of generated entities are assessed and read, on
 * SQLite and on a PostgreSQL of its own, and prints a table:
 *
 *   npm run bench -- --sizes 1000,10000
 */

const root = resolve(import.meta.dirname, '..');

const plain = value => value.toFixed(1).replace('.0', '');
const seconds = value => `${plain(value / 1000)} s`;
const millis = value => `${plain(value)} ms`;

/** Three rows: for all entities, and for what policies leave of them. */
const underEach = row => [
  { ...row, figureOf: figures => figures[row.id].all },
  {
    ...row,
    title: '… where a policy decides by kind and owner',
    figureOf: figures => figures[row.id].byKind,
  },
  {
    ...row,
    title: '… where it decides by label and owner',
    figureOf: figures => figures[row.id].byLabel,
  },
];

/** What is measured. Goals hold up to 10,000 entities unless said otherwise. */
const rows = [
  { id: 'firstReading', title: 'first reading of the catalog', unit: seconds },
  {
    id: 'firstAssessment',
    title: 'first assessment of the estate',
    goal: 20_000,
    unit: seconds,
  },
  {
    id: 'statementsPerBatch',
    title: 'statements per batch of 500',
    goal: 12,
    upTo: Infinity,
    unit: plain,
  },
  {
    id: 'idleCycle',
    title: 'a cycle in which nothing changed, beyond the stream',
    goal: 1000,
    unit: millis,
  },
  {
    id: 'scorecard',
    title: 'scorecard of one entity, p95',
    goal: 10,
    unit: millis,
  },
  ...underEach({
    id: 'page',
    title: 'a page of 50 with filters and sort, p95',
    goal: 30,
    unit: millis,
  }),
  ...underEach({
    id: 'export',
    title: 'an export of all',
    goal: 3000,
    unit: seconds,
  }),
  ...underEach({
    id: 'totals',
    title: 'totals of the estate, p95',
    goal: 50,
    unit: millis,
  }),
  ...underEach({
    id: 'trends',
    title: 'trend over 90 days with 5 changes of each entity, p95',
    goal: 50,
    unit: millis,
  }),
  ...underEach({
    id: 'coverage',
    title: 'coverage of a standard by the estate, p95',
    goal: 50,
    unit: millis,
  }),
  ...underEach({
    id: 'behindCoverage',
    title: 'a page of the services behind a number of it, p95',
    goal: 30,
    unit: millis,
  }),
  {
    id: 'entityCoverage',
    title: 'coverage of all standards by one entity, p95',
    goal: 10,
    unit: millis,
  },
  {
    id: 'componentDefinition',
    title: 'OSCAL component definition of 1,000 services',
    goal: 2000,
    unit: seconds,
  },
  { id: 'supplierPage', title: 'a page of 50 suppliers, p95', unit: millis },
  { id: 'trees', title: 'dependencies of one entity, p95', unit: millis },
  {
    id: 'edit',
    title: 'an edit, from the request to the new scorecard, p95',
    goal: 50,
    unit: millis,
  },
  { id: 'statementsPerEdit', title: 'statements of an edit', unit: plain },
  {
    id: 'memoryGrowth',
    title: 'growth of memory, from the smallest estate on',
    goal: 150,
    upTo: 100_000,
    unit: value => `${Math.round(value)} MB`,
  },
];

/** Runs one measurement in a process of its own. */
async function measure(size, database) {
  const bench = spawn(
    // Not that of the caller, who may have another version.
    join(root, 'node_modules/.bin/node'),
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'plugins/compliance-backend/bench/main.ts',
      '--size',
      String(size),
      '--database',
      database,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  bench.stdout.on('data', chunk => {
    output += chunk;
  });
  const code = await new Promise((done, fail) => {
    bench.on('error', fail);
    bench.on('close', done);
  });
  if (code !== 0) {
    throw new Error(`The measurement of ${size} entities failed`);
  }
  return JSON.parse(output);
}

function readSizes() {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: '1000,10000,50000' } },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every(size => Number.isInteger(size) && size > 0)) {
    throw new Error(
      `Invalid --sizes '${values.sizes}', expected numbers of entities such as 1000,10000`,
    );
  }
  return sizes.sort((a, b) => a - b);
}

function verdict({ size, figures }, row) {
  const { id, goal, upTo = 10_000, unit, figureOf } = row;
  const value = figureOf ? figureOf(figures) : figures[id];
  if (goal === undefined || size > upTo) {
    return unit(value);
  }
  return `${unit(value)} ${value <= goal ? 'pass' : 'MISS'}`;
}

function printTable(header, lines) {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map(line => line[column].length)),
  );
  const print = line =>
    console.log(
      `| ${line.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`,
    );
  print(header);
  print(widths.map(width => '-'.repeat(width)));
  lines.forEach(print);
}

const sizes = readSizes();
const folder = await mkdtemp(join(tmpdir(), 'compliance-bench-'));
const postgres = await startPostgres();
try {
  const databases = [
    ['SQLite', async size => mkdtemp(join(folder, `${size}-`))],
    ['PostgreSQL', async () => postgres.connectionString],
  ];
  const columns = [];
  for (const [name, open] of databases) {
    let smallest;
    for (const size of sizes) {
      console.error(`${name}, ${size} entities …`);
      const figures = await measure(size, await open(size));
      smallest ??= figures.peakMemory;
      figures.memoryGrowth = figures.peakMemory - smallest;
      const title = `${name} ${size.toLocaleString('en')}`;
      columns.push({ title, size, figures });
    }
  }
  const { checks } = columns[0].figures;
  console.log(
    `\n${checks} checks, ${cpus().length} processors, Node ${
      process.version
    }\n`,
  );
  printTable(
    ['', 'goal', ...columns.map(({ title }) => title)],
    rows.map(row => [
      row.title,
      row.goal === undefined ? '' : `≤ ${row.unit(row.goal)}`,
      ...columns.map(column => verdict(column, row)),
    ]),
  );
  console.log(
    '\nGoals are for up to 10,000 entities; for memory, up to 100,000.',
  );
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
