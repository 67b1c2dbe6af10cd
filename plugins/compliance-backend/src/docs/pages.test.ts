import { fieldList } from '@service-compliance/backstage-plugin-compliance-common';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtInChecks } from '../checks/builtin';
import { pages } from './pages';

const folder = resolve(__dirname, '../../../../docs');

describe('the documentation', () => {
  it.each(Object.keys(pages))(
    'of %s is current; otherwise run `npm run docs`',
    async name => {
      const committed = await readFile(resolve(folder, name), 'utf8');
      expect(committed).toBe(pages[name]());
    },
  );

  it.each(fieldList.map(({ annotation, example }) => [annotation, example]))(
    'shows %s with the example %s',
    (annotation, example) => {
      const line = pages['annotations.md']()
        .split('\n')
        .find(text => text.startsWith(`| \`${annotation}\` `));
      expect(line).toContain(` \`${example}\` `);
    },
  );

  it.each(builtInChecks.map(({ id }) => id))('shows the check %s', id => {
    expect(pages['checks.md']()).toContain(`| \`${id}\` `);
  });
});
