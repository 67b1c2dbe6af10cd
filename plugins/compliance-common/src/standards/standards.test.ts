import { readFileSync } from 'fs';
import { resolve } from 'path';
import { iso20000ToIso27001 } from './crosswalk';
import { defineStandard } from './defineStandard';
import { iso20000 } from './iso20000-1-2018';
import { iso27001 } from './iso27001-2022';
import { Clause } from './types';

/** Rows of a small CSV file with quoted fields, by column name. */
function readCsv(name: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(
    resolve(__dirname, '__fixtures__', name),
    'utf8',
  )
    .trim()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain,
      ),
    );
  return lines.map(values =>
    Object.fromEntries(header.map((column, i) => [column, values[i]])),
  );
}

const leaves = (clauses: Clause[]) =>
  clauses.filter(({ id }) => !clauses.some(({ parent }) => parent === id));
const find = (clauses: Clause[], id: string) =>
  clauses.find(clause => clause.id === id)!;

describe('ISO/IEC 20000-1:2018', () => {
  it('has 77 entries, 57 of them leaves', () => {
    expect(iso20000.clauses).toHaveLength(77);
    expect(leaves(iso20000.clauses)).toHaveLength(57);
  });

  it('has the numbers, titles and parents of the facts', () => {
    expect(
      iso20000.clauses.map(({ id, title, parent }) => [id, title, parent]),
    ).toEqual(
      readCsv('iso20000-1-2018.csv').map(({ clause, title, parent }) => [
        clause,
        title,
        parent || undefined,
      ]),
    );
  });

  it('reports coverage on the third level, or the lowest above it', () => {
    const { clauses } = iso20000;
    expect(find(clauses, '8.3.4').unit).toBe(true);
    expect(find(clauses, '8.3.4.1').unit).toBe(false);
    expect(find(clauses, '8.3').unit).toBe(false);
    expect(find(clauses, '8.1').unit).toBe(true);
    expect(find(clauses, '8').unit).toBe(false);
  });

  it('leaves leadership, audits and reviews to the organisation', () => {
    for (const id of ['4.1', '5.1', '7.2', '9.2', '9.3', '10.1']) {
      expect(find(iso20000.clauses, id).evidence).toBe('organisation');
    }
    for (const id of ['8', '8.3', '8.3.4', '8.3.4.1', '8.7.2']) {
      expect(find(iso20000.clauses, id).evidence).toBe('service');
    }
  });
});

describe('ISO/IEC 27001:2022', () => {
  const clauses = iso27001.clauses.filter(({ kind }) => kind === 'clause');
  const controls = iso27001.clauses.filter(({ kind }) => kind === 'control');

  it('has 41 clauses and 37 + 8 + 14 + 34 = 93 controls', () => {
    expect(clauses).toHaveLength(41);
    expect(controls).toHaveLength(93);
    expect(
      iso27001.themes.map(
        ({ id }) => controls.filter(({ parent }) => parent === id).length,
      ),
    ).toEqual([37, 8, 14, 34]);
  });

  it('has the numbers, titles and parents of the facts', () => {
    expect(
      iso27001.clauses.map(({ id, title, kind, parent }) => [
        id,
        title,
        kind,
        parent,
      ]),
    ).toEqual(
      readCsv('iso27001-2022.csv').map(({ clause, title, kind, parent }) => [
        clause,
        title,
        kind,
        parent || undefined,
      ]),
    );
    expect(iso27001.themes).toEqual(
      readCsv('iso27001-2022-themes.csv').map(({ id, title }) => ({
        id,
        title,
      })),
    );
  });

  it('leaves people and physical controls to the organisation', () => {
    const evidenced = controls.filter(({ evidence }) => evidence === 'service');
    expect(evidenced.map(({ parent }) => parent)).not.toContain('A.6');
    expect(evidenced.map(({ parent }) => parent)).not.toContain('A.7');
    expect(evidenced).not.toHaveLength(0);
  });
});

describe('crosswalk', () => {
  const { relations } = iso20000ToIso27001;
  const targetsOf = (source: string) =>
    relations
      .filter(relation => relation.source === source)
      .map(({ target }) => target);

  it('relates clauses that exist, each pair once', () => {
    for (const { source, target } of relations) {
      expect(find(iso20000.clauses, source)).toBeDefined();
      expect(find(iso27001.clauses, target)).toBeDefined();
    }
    const pairs = relations.map(({ source, target }) => `${source} ${target}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('has the relations of the facts, but for the false friend 6.3', () => {
    const facts = readCsv('crosswalk-iso20000-iso27001.csv').map(row => [
      row.iso20000_1_2018,
      row.iso27001_2022,
      row.relationship,
      row.theme,
    ]);
    expect(
      relations.map(({ source, target, relationship, theme }) => [
        source,
        target,
        relationship,
        theme,
      ]),
    ).toEqual(
      facts.filter(([source, target]) => source !== '6.3' || target !== '6.3'),
    );
  });

  it('crosses 10.1 and 10.2', () => {
    expect(targetsOf('10.1')).toEqual(['10.2']);
    expect(targetsOf('10.2')).toEqual(['10.1']);
  });

  it('does not relate 6.3 to 6.3', () => {
    expect(targetsOf('6.3')).not.toContain('6.3');
    expect(targetsOf('6.3')).toEqual(['6.2', '8.1']);
  });
});

describe('defineStandard', () => {
  const base = { id: 'x', title: 'X', managementSystem: 'sms' as const };

  it('refuses a number that occurs twice or has no parent', () => {
    expect(() =>
      defineStandard({
        ...base,
        clauses: [
          ['1', 'a'],
          ['1', 'b'],
        ],
        evidencedByServices: [],
      }),
    ).toThrow("Standard 'x' has a clause twice");
    expect(() =>
      defineStandard({
        ...base,
        clauses: [['1.1', 'a']],
        evidencedByServices: [],
      }),
    ).toThrow("Clause '1.1' of 'x' has no parent");
  });
});
