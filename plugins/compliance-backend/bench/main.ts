import { ConfigReader } from '@backstage/config';
import { parseArgs } from 'node:util';
import { Rules } from '../src/checks/Rules';
import { StandardCatalog } from '../src/standards/StandardCatalog';
import { readComplianceConfig } from '../src/config/readConfig';
import { measureAssessment, measureMemory } from './assessment';
import { measureCoverage } from './coverage';
import { openDatabase } from './database';
import { measureEditing } from './editing';
import { measureReading } from './reading';
import { measureTotals } from './totals';

/*
 * Measures an estate of `--size` entities on `--database` and prints the
 * figures as JSON. A process of its own for each makes memory comparable.
 */
async function main() {
  const { values } = parseArgs({
    options: { size: { type: 'string' }, database: { type: 'string' } },
  });
  const config = readComplianceConfig(new ConfigReader({}));
  const rules = Rules.create({ config, standards: StandardCatalog.create() });
  const context = {
    ...(await openDatabase(values.database!)),
    config,
    rules,
    size: Number(values.size),
  };
  const figures = {
    checks: rules.checks.length,
    ...(await measureAssessment(context)),
    ...(await measureReading(context)),
    ...(await measureTotals(context)),
    ...(await measureCoverage(context)),
    ...(await measureEditing(context)),
    ...(await measureMemory(context)),
  };
  process.stdout.write(JSON.stringify(figures));
}

main().then(
  // The connections are kept alive, and would keep the process alive.
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
