import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/* Writes the pages below docs/ that are made from the code. */

const require = createRequire(import.meta.url);
// Lets node read the TypeScript of the packages.
require('@backstage/cli/config/nodeTransform.cjs');
const { pages } = require('../plugins/compliance-backend/src/docs/pages.ts');

const folder = new URL('../docs/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, render] of Object.entries(pages)) {
  await writeFile(new URL(name, folder), render());
}
