import { createMockDirectory } from '@backstage/backend-test-utils';
import { readStandardFiles } from './readStandardFiles';
import { StandardCatalog } from './StandardCatalog';

const folder = createMockDirectory();

/** Starts with some files, which messages call by their names. */
async function start(files: Record<string, string>): Promise<StandardCatalog> {
  folder.setContent(files);
  try {
    return StandardCatalog.create({
      files: await readStandardFiles(
        Object.keys(files).map(name => folder.resolve(name)),
      ),
    });
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(`${folder.path}/`, ''));
  }
}

const problemsOf = (files: Record<string, string>): Promise<string[]> =>
  start(files).then(
    () => [],
    ({ message }) => message.split('\n'),
  );

const rules = `id: house-rules
title: House rules
managementSystem: sms
clauses:
  - id: 1
    title: Manners
  - { id: 1.10, title: Knock before entering, evidence: service }
`;

describe('readStandardFiles', () => {
  it('reads standards and their crosswalks, which may name one another', async () => {
    const { standards, crosswalks } = await start({
      'house.yaml': `${rules}
crosswalks:
  - target: quiet-hours
    status: complete
    relations:
      - source: 1
        target: constructor
        relationship: superset-of
        theme: peace
      - { source: 1.10, target: 'true', theme: peace }
`,
      'quiet.yaml': `
id: quiet-hours
title: Quiet hours
managementSystem: isms
themes: [{ id: Q, title: Quiet }]
clauses:
  - { id: constructor, title: No building, parent: Q, kind: control }
  - { id: true, title: Really }
crosswalks:
  - target: iso27001-2022
    relations: [{ source: true, target: A.5.1, theme: peace }]
`,
    });
    expect(standards.slice(2)).toEqual([
      {
        id: 'house-rules',
        title: 'House rules',
        managementSystem: 'sms',
        themes: [],
        clauses: [
          expect.objectContaining({ id: '1', kind: 'clause', unit: false }),
          {
            id: '1.10',
            title: 'Knock before entering',
            kind: 'clause',
            parent: '1',
            evidence: 'service',
            unit: true,
          },
        ],
      },
      expect.objectContaining({
        themes: [{ id: 'Q', title: 'Quiet' }],
        clauses: [
          expect.objectContaining({
            id: 'constructor',
            kind: 'control',
            parent: 'Q',
            evidence: 'organisation',
          }),
          expect.objectContaining({ id: 'true', parent: undefined }),
        ],
      }),
    ]);
    expect(crosswalks.slice(1)).toEqual([
      {
        id: 'house-rules-to-quiet-hours',
        source: 'house-rules',
        target: 'quiet-hours',
        status: 'complete',
        relations: [
          {
            source: '1',
            target: 'constructor',
            relationship: 'superset-of',
            theme: 'peace',
          },
          {
            source: '1.10',
            target: 'true',
            relationship: 'intersects-with',
            theme: 'peace',
          },
        ],
      },
      expect.objectContaining({
        id: 'quiet-hours-to-iso27001-2022',
        status: 'draft',
      }),
    ]);
  });

  it.each<[name: string, content: string, problems: string[]]>([
    [
      'an empty file',
      '# nothing yet\n',
      [
        'x.yaml:1: found nothing, expected a section with id, title, managementSystem, themes, clauses, crosswalks',
      ],
    ],
    [
      'a list',
      '# mine\n- id: a\n',
      [
        'x.yaml:2: found [{"id":"a"}], expected a section with id, title, managementSystem, themes, clauses, crosswalks',
      ],
    ],
    [
      'a text of several lines',
      'Knock\nbefore entering.',
      [
        "x.yaml:1: found 'Knock before entering.', expected a section with id, title, managementSystem, themes, clauses, crosswalks",
      ],
    ],
    [
      'what is not YAML',
      `${rules}title: Other rules\nthemes: [`,
      [
        'x.yaml:8: found a syntax error (Map keys must be unique), expected YAML',
        'x.yaml:9: found a syntax error (Flow sequence in block collection must be sufficiently indented and end with a ]), expected YAML',
      ],
    ],
    [
      'two documents',
      `${rules}---\n${rules}`,
      [
        'x.yaml:8: found a syntax error (Source contains multiple documents), expected YAML',
      ],
    ],
    [
      'aliases, of which a few stand for very much',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: *nothing',
      [
        "x.yaml:2: found the alias '*a', expected what it stands for",
        "x.yaml:2: found the alias '*a', expected what it stands for",
        "x.yaml:3: found the alias '*nothing', expected what it stands for",
      ],
    ],
    [
      'what is missing, misspelt or empty',
      `
id: House Rules
titel: House rules
managementSystem: ism
clauses:
  - id: 1
    title:
    evidence: services
  - { id: 2 }
  - { id: __proto__, title: X, constructor: x }
  - Three
themes: {}
`,
      [
        "x.yaml:2: id: found 'House Rules', expected a slug of at most 63 lower-case letters, digits and dashes",
        'x.yaml:2: title: found nothing, expected a text',
        "x.yaml:4: managementSystem: found 'ism', expected one of sms, isms; the nearest is 'isms'",
        'x.yaml:12: themes: found {}, expected a list',
        "x.yaml:7: clauses[0].title: found '', expected a text",
        "x.yaml:8: clauses[0].evidence: found 'services', expected one of service; the nearest is 'service'",
        'x.yaml:9: clauses[1].title: found nothing, expected a text',
        "x.yaml:10: clauses[2].id: found '__proto__', expected a number of at most 63 letters, digits, dots, dashes, underscores and brackets",
        'x.yaml:10: clauses[2].constructor: found an unknown key, expected one of id, title, kind, parent, evidence',
        "x.yaml:11: clauses[3]: found 'Three', expected a section with id, title, kind, parent, evidence",
        "x.yaml:3: titel: found an unknown key, expected one of id, title, managementSystem, themes, clauses, crosswalks; the nearest is 'title'",
      ],
    ],
    [
      'no clauses and no relations',
      `
id: a
title: A
managementSystem: sms
clauses: []
crosswalks: [{ target: iso27001-2022, relations: [] }]
`,
      [
        'x.yaml:5: clauses: found [], expected at least one clause',
        'x.yaml:6: crosswalks[0].relations: found [], expected at least one relation',
      ],
    ],
    [
      'a relationship and a theme that are none',
      `${rules}crosswalks:
  - target: iso27001-2022
    status: final
    relations:
      - source: 1
        target: A.5.1
        relationship: subset
        theme: Access Control
`,
      [
        "x.yaml:10: crosswalks[0].status: found 'final', expected one of draft, complete",
        "x.yaml:14: crosswalks[0].relations[0].relationship: found 'subset', expected one of equal-to, equivalent-to, subset-of, superset-of, intersects-with; the nearest is 'subset-of'",
        "x.yaml:15: crosswalks[0].relations[0].theme: found 'Access Control', expected a slug of at most 63 lower-case letters, digits and dashes",
      ],
    ],
    [
      'numbers twice and unknown parents',
      `${rules}  - { id: 1, title: Again }
  - { id: 2.1, title: Of nothing }
  - id: 3
    title: Before its parent
    parent: 4
  - { id: 4, title: After it }
themes: [{ id: 4, title: Four }, { id: 4, title: Four }]
`,
      [
        "x.yaml:14: themes[1].id: found '4', expected a number that no other clause or theme has",
        "x.yaml:8: clauses[2].id: found '1', expected a number that no other clause or theme has",
        "x.yaml:13: clauses[5].id: found '4', expected a number that no other clause or theme has",
        "x.yaml:9: clauses[3].parent: found '2' as the parent of '2.1', expected a theme or a clause that comes before it",
      ],
    ],
    [
      'parents that go round in a circle',
      `${rules}  - { id: a, title: A, parent: b }
  - { id: b, title: B, parent: a }
  - id: c
    title: C
    parent: c
`,
      [
        "x.yaml:8: clauses[2].parent: found 'b' as the parent of 'a', expected a theme or a clause that comes before it",
        "x.yaml:12: clauses[4].parent: found 'c' as the parent of 'c', expected a theme or a clause that comes before it",
      ],
    ],
    [
      'crosswalks that lead nowhere',
      `${rules}crosswalks:
  - target: iso27001
    relations:
      - { source: 1.1, target: A.5.1, theme: access }
  - target: iso27001-2022
    relations:
      - source: 1
        target: A.5
        theme: access
      - { source: 1, target: A.5.1, theme: access }
      - { source: 1, target: A.5.1, theme: access }
  - target: iso27001-2022
    relations: [{ source: 1, target: A.5.2, theme: access }]
  - target: house-rules
    relations: [{ source: 1, target: 1, theme: access }]
`,
      [
        "x.yaml:19: crosswalks[2]: found another crosswalk from house-rules to iso27001-2022 with the id 'house-rules-to-iso27001-2022', expected one",
        "x.yaml:9: crosswalks[0].target: found 'iso27001', expected one of iso20000-1-2018, iso27001-2022, house-rules; the nearest is 'iso27001-2022'",
        "x.yaml:11: crosswalks[0].relations[0].source: found '1.1', expected a clause of house-rules",
        "x.yaml:15: crosswalks[1].relations[0].target: found 'A.5', expected a clause of iso27001-2022",
        "x.yaml:18: crosswalks[1].relations[2]: found a second relation from '1' to 'A.5.1', expected one",
        "x.yaml:21: crosswalks[3].target: found 'house-rules', expected another standard",
      ],
    ],
    [
      'the id of a standard that is built in',
      rules.replace('house-rules', 'iso27001-2022'),
      [
        "x.yaml:1: id: found 'iso27001-2022', expected an id that no other standard has",
      ],
    ],
  ])('refuses %s', async (_name, content, problems) => {
    await expect(problemsOf({ 'x.yaml': content })).resolves.toEqual(problems);
  });

  it('reports the problems of all files at once', async () => {
    const crosswalk = `crosswalks:
  - target: broken
    relations: [{ source: 9, target: 1, theme: access }]
`;
    await expect(
      problemsOf({
        'a.yaml': rules + crosswalk,
        'b.yaml': 'id: [',
        'c.yaml': rules,
        'd.yaml': rules.replace('house-rules', 'broken').replace('sms', 'qms'),
      }),
    ).resolves.toEqual([
      expect.stringMatching(/^b\.yaml:1: found a syntax error/),
      expect.stringMatching(/^d\.yaml:3: managementSystem: found 'qms'/),
      expect.stringMatching(/^c\.yaml:1: id: found 'house-rules'/),
      // That the target is missing follows from what is wrong with d.yaml.
      expect.stringMatching(/^a\.yaml:10: .*source: found '9'/),
    ]);
  });

  it('names files that cannot be read, and where it looked for them', async () => {
    const { problems } = await readStandardFiles(['./none.yaml', folder.path]);
    expect(problems).toEqual([
      `compliance.standards[0]: found './none.yaml', expected a file that can be read (ENOENT: no such file or directory, open '${process.cwd()}/none.yaml')`,
      expect.stringMatching(/^compliance\.standards\[1\]: .*\(EISDIR/),
    ]);
  });

  it('reads ten thousand clauses', async () => {
    const clauses = Array.from(
      { length: 10_000 },
      (_item, index) => `  - { id: 1.${index}.1, parent: 1, title: Clause }`,
    );
    const { standards } = await start({
      'x.yaml': `${rules}${clauses.join('\n')}\n`,
    });
    expect(standards[2].clauses).toHaveLength(10_002);
  });
});
