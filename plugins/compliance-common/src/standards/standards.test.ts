import { readFileSync } from 'fs';
import { resolve } from 'path';
import { iso20000ToIso27001 } from './crosswalk';
import {
  ClauseDefinition,
  defineStandard,
  StandardDefinition,
} from './defineStandard';
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
  const clausesOf = (definition: Partial<StandardDefinition>) =>
    defineStandard({
      id: 'x',
      title: 'X',
      managementSystem: 'sms',
      clauses: [],
      ...definition,
    }).clauses;

  it('takes the parent from the number unless one is named', () => {
    const clauses = clausesOf({
      themes: [{ id: 'T', title: 'Theme' }],
      clauses: [
        { id: '1', title: 'a' },
        { id: '1.10', title: 'b' },
        { id: 'b-2', title: 'c', parent: '1.10' },
        { id: 'b-3', title: 'd', kind: 'control', parent: 'T' },
      ],
    });
    expect(clauses.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['1', 'clause', undefined],
      ['1.10', 'clause', '1'],
      ['b-2', 'clause', '1.10'],
      ['b-3', 'control', 'T'],
    ]);
  });

  it('has the third level as the unit, whatever the numbers are', () => {
    const chain = ['a', 'b', 'c', 'd'].map((id, index, ids) => ({
      id,
      title: id,
      parent: ids[index - 1],
    }));
    const units = (clauses: ClauseDefinition[]) =>
      clausesOf({ clauses })
        .filter(({ unit }) => unit)
        .map(({ id }) => id);
    expect(units(chain)).toEqual(['c']);
    expect(units(chain.slice(0, 2))).toEqual(['b']);
    expect(units(chain.slice(0, 1))).toEqual(['a']);
  });

  it('marks the parts and the headings of what services are evidence for', () => {
    const evidenced = clausesOf({
      clauses: [
        { id: '1', title: 'heading' },
        { id: '1.1', title: 'marked', evidence: 'service' },
        { id: '1.1.1', title: 'part' },
        { id: '1.2', title: 'neighbour' },
        { id: '10', title: 'not a part of 1' },
      ],
    }).filter(({ evidence }) => evidence === 'service');
    expect(evidenced.map(({ id }) => id)).toEqual(['1', '1.1', '1.1.1']);
  });

  it('keeps what is wrong for the backend to report', () => {
    const clauses = clausesOf({
      clauses: [
        { id: 'a', title: 'a', parent: 'b' },
        { id: 'b', title: 'b', parent: 'a', evidence: 'service' },
        { id: 'b', title: 'again', parent: 'none' },
        { id: '__proto__', title: 'odd', parent: 'constructor' },
      ],
    });
    expect(clauses.map(({ id }) => id)).toEqual(['a', 'b', 'b', '__proto__']);
  });
});
