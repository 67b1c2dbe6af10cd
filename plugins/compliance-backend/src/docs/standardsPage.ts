import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  Crosswalk,
  iso20000,
  iso20000ToIso27001,
  iso27001,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { readFileSync } from 'node:fs';
import { builtInChecks } from '../checks/builtin';
import { supportedClauses } from '../standards/supportedClauses';
import { code, codeBlock, codes, heading, page, table } from './markdown';

const EXAMPLE = 'examples/standards/in-house-policy.yaml';

const exampleFile = () =>
  readFileSync(
    resolvePackagePath(
      '@service-compliance/backstage-plugin-compliance-backend',
      '../..',
      EXAMPLE,
    ),
    'utf8',
  );

function clauseTable(standard: Standard): string {
  return table(
    ['Number', 'Title', 'Evidence', 'Checks'],
    supportedClauses(standard, builtInChecks).map(
      ({ id, title, evidence, unit, checks }) => [
        unit ? `**${id}**` : id,
        title,
        evidence,
        codes(checks),
      ],
    ),
  );
}

/** One row for all that a clause is related to in the same way. */
function crosswalkTable({ relations }: Crosswalk): string {
  const rows = new Map<string, string[]>();
  const themes = [...new Set(relations.map(({ theme }) => theme))];
  for (const theme of themes) {
    for (const { source, target, relationship } of relations.filter(
      relation => relation.theme === theme,
    )) {
      const key = `${theme} ${source} ${relationship}`;
      const [, , , targets] = rows.get(key) ?? [];
      rows.set(key, [
        theme,
        source,
        relationship,
        targets ? `${targets}, ${target}` : target,
      ]);
    }
  }
  return table(
    ['Theme', iso20000.title, 'is', iso27001.title],
    [...rows.values()],
  );
}

/** Renders `docs/standards.md` from the standards, checks and crosswalk. */
export function standardsPage(): string {
  return page(
    'Standards',
    `Checks judge services. Standards have clauses. This page says how the two hang
together, what in that is a judgement of ours, and how to bring a standard of
your own, without code.`,
    `Standards are here as numbers and short titles. The text of the requirements is
not included: to work with a standard you need a licensed copy. This project is
not affiliated with ISO or IEC, and nothing here is a statement of conformity.`,

    heading(2, 'How it hangs together'),
    `- A **standard** has **clauses**, some of which are **controls**, such as those of
  Annex A. Controls are grouped by **themes**.
- A **check** supports clauses: a pass is evidence for them, be it of one standard
  or of several. [checks.md](checks.md) lists all checks.
- A **crosswalk** relates clauses of one standard to clauses of another. What it
  relates to an evidenced clause is indicated, which is less than evidenced.`,
    `The evidence for a clause is one of two:`,
    table(
      ['Evidence', 'Meaning'],
      [
        [
          code('service'),
          'The metadata of services can show it. A check supports it, or the standard marks it.',
        ],
        [
          code('organisation'),
          'Only the organisation can show it, with documents, audits and reviews. It stays out of all percentages of services.',
        ],
      ],
    ),
    `Both hold for the parts of a clause and for the headings above it. A clause that is
marked but that no enabled check supports is not assessed.`,
    `Coverage is told for the third level, or for the lowest above it: 8.3.4 and 8.1
of ISO/IEC 20000-1, every control of ISO/IEC 27001. What lies deeper is detail,
what lies higher is a heading. The numbers of these units are bold below.`,

    heading(2, 'How coverage is computed'),
    `For one service, a clause is what the checks behind it say together. Findings
that do not score yet are left out. The first line that fits holds:`,
    table(
      ['State', 'When'],
      [
        [
          code('not-applicable'),
          'An approved [Statement of Applicability](applicability.md) excludes the control.',
        ],
        [code('partial'), 'Something passes; something fails or is unknown.'],
        [code('gap'), 'Nothing passes, something fails.'],
        [code('unknown'), 'Nothing passes or fails, something is unknown.'],
        [
          code('waived'),
          'The rest passes or has a waiver. A waiver never makes a clause covered.',
        ],
        [code('covered'), 'Everything passes.'],
        [code('not-applicable'), 'Checks look at it, and none applies.'],
        [
          code('indicated'),
          'No check looks at it here, but a related clause of another standard is covered, partial or waived.',
        ],
        [
          code('not-assessed'),
          'Services could show it, but no check looks at it here.',
        ],
        [code('organisation'), 'Only the organisation can show it.'],
      ],
    ),
    `The covered share of a service is the covered clauses divided by those that are
covered, partial, gap, unknown or waived. Everything else is in no share.`,
    `**Indicated** is a hint and never counts as covered. It follows the relations of
crosswalks, visits no standard twice, and is as strong as the weakest link: a
relation indicates everything only where the evidenced clause asks for all that
the other one asks for (it is equal or equivalent to it, or comprises it), else a
part; and what is only partly evidenced indicates a part at most. The page names
the way.`,
    `For **the estate**, every service in scope of the management system counts once in
each clause, so the numbers of a clause add up to the services in scope. The scopes
of service management and of information security are separate: what is out of one
of them does not count for its standards.`,
    `What only **the organisation** can show is covered while one
[document](documents.md) that names the clause is approved and its review is not
overdue, a gap while there are only others, and unknown while there is none. It is
in no percentage. A clause of a service management standard is never "not
applicable"; another party may handle it, who is then named.`,
    `The **share that serves both standards** is the requirements of both for which one
check or one current document is also evidence for a requirement of the other,
divided by all requirements of both. Requirements are the clauses that coverage is
told for, without excluded controls. Relations of the crosswalk alone do not count.`,

    heading(2, 'What auditors take away'),
    `Tables (CSV) of the coverage of each standard, of the statements and of the
crosswalk, and documents in OSCAL 1.2.2 (JSON); see
[api.md](api.md#get-exportsfile). In OSCAL`,
    `- clauses are controls with the number as the property \`label\`; standards and
  themes are groups;
- every service and supplier is a component, with the clauses that it covers
  (\`implemented\`) or covers in part (\`partial\`). Gaps and waivers are none;
- every service has one assessment result: an observation for each check and a
  finding for each clause that checks judge. Only \`covered\` is \`satisfied\`;
  \`partial\` is \`not-satisfied\` with the implementation status \`partial\`, and a
  waiver is \`not-satisfied\`;
- every open finding and every waiver is an item of the plan of action;
- UUIDs are of version 5 and derived from what they stand for, so that the same
  data gives the same document but for the time.`,

    heading(2, 'What is our judgement'),
    `Numbers and titles are facts. All of the following is not. It comes from
comparing what clauses are for, and nobody from ISO or IEC has looked at it. Have
those who answer for your management system agree before you rely on it.`,
    table(
      ['Judgement', 'Where it is decided'],
      [
        [
          'Which clauses services are evidence for, and which only the organisation can show',
          'the column "Evidence" below',
        ],
        [
          'Which clauses a check supports: it shows a part of what the clause asks for, never all of it',
          'the column "Checks" below; `clauses` of a check',
        ],
        [
          'That coverage is told for the third level',
          'the same for all standards',
        ],
        [
          `Every relation of the crosswalk between the two standards: it is a **${iso20000ToIso27001.status}**`,
          'the table "The crosswalk" below',
        ],
      ],
    ),

    heading(2, 'Built-in standards'),
    heading(3, iso20000.title),
    clauseTable(iso20000),
    heading(3, iso27001.title),
    clauseTable(iso27001),

    heading(2, 'The crosswalk'),
    `From ${iso20000.title} to ${iso27001.title}, by operational theme. It is a
**${iso20000ToIso27001.status}**: a proposal of ours that nobody has agreed to. Mind
two false friends: 10.1 and 10.2 are the reverse of each other, and 6.3 of the one is
not 6.3 of the other.`,
    crosswalkTable(iso20000ToIso27001),
    `The relationships are those of NIST IR 8477, as OSCAL writes them, from the left to
the right:`,
    table(
      ['Relationship', 'Meaning'],
      [
        [code('equal-to'), 'Both ask for the same in the same words.'],
        [code('equivalent-to'), 'Both ask for the same in other words.'],
        [
          code('subset-of'),
          'The target asks for all that the source asks for, and more.',
        ],
        [
          code('superset-of'),
          'The source asks for all that the target asks for, and more.',
        ],
        [code('intersects-with'), 'They have something in common.'],
      ],
    ),

    heading(2, 'A standard of your own'),
    `Write it into a YAML file, one standard a file, and name the file in app-config:`,
    codeBlock(
      'yaml',
      `
compliance:
  standards:
    - ../../examples/standards/in-house-policy.yaml
    - /etc/backstage/standards/outsourcing.yaml
`,
    ),
    `**Paths** are absolute, or relative to the folder that the backend is started in,
as those of file locations of the catalog are: with ${code(
      'npm start',
    )} and with
${code('backstage-cli')} that is ${code('packages/backend')}, in a container its
working directory. They are not relative to the file of app-config. The files are
read once, when the backend starts, so they have to be where it runs: an image needs
a copy of them, too. As with all lists of app-config, the list of a later file
replaces that of an earlier one.`,
    `This is the one of the demo, a policy of ten clauses that a fictional bank wrote for
itself, [${EXAMPLE}](../${EXAMPLE}):`,
    codeBlock('yaml', exampleFile()),
    table(
      ['Key', 'Meaning', 'By default'],
      [
        [
          code('id'),
          'Slug of at most 63 lower-case letters, digits and dashes. Checks and crosswalks refer to it; never change it.',
          'required',
        ],
        [code('title'), 'What people see.', 'required'],
        [
          code('managementSystem'),
          `${code('sms')} or ${code(
            'isms',
          )}. What an entity is out of scope of is not asked of it.`,
          'required',
        ],
        [
          code('themes'),
          `Groups of controls, with ${codes(['id', 'title'])}.`,
          'none',
        ],
        [
          code('clauses[].id'),
          'Number, unique in the standard: letters, digits, dots, dashes, underscores and brackets. Needs no quotes here: 1.10 stays 1.10.',
          'required',
        ],
        [
          code('clauses[].title'),
          'Short title. Mind the copyright of standards that are not yours.',
          'required',
        ],
        [
          code('clauses[].kind'),
          `${code('clause')} or ${code('control')}.`,
          code('clause'),
        ],
        [
          code('clauses[].parent'),
          'What it is part of: a theme, or a clause that comes before it.',
          'its number up to the last dot',
        ],
        [
          code('clauses[].evidence'),
          `${code(
            'service',
          )} marks what services can show, with its parts and the headings above it. What an enabled check supports needs no mark.`,
          'left to the organisation',
        ],
        [
          code('crosswalks[].target'),
          'Id of another standard, built in or not; one crosswalk for each.',
          'required',
        ],
        [
          code('crosswalks[].status'),
          `${code('draft')}, or ${code(
            'complete',
          )} when those who answer for it have agreed.`,
          code('draft'),
        ],
        [
          code('crosswalks[].relations[].source'),
          'Number of a clause of this standard.',
          'required',
        ],
        [
          code('crosswalks[].relations[].target'),
          'Number of a clause of the other one.',
          'required',
        ],
        [
          code('crosswalks[].relations[].relationship'),
          'One of the five above; the claim of two clauses that have something in common is the weakest.',
          code('intersects-with'),
        ],
        [
          code('crosswalks[].relations[].theme'),
          `Slug. Those of the built-in crosswalk, such as ${codes([
            'incident',
            'supplier',
          ])}, bring clauses of all standards together.`,
          'required',
        ],
      ],
    ),
    `All values are texts. Aliases of YAML (${code('*name')}) are refused.`,

    heading(3, 'Checks for it'),
    `[Checks without code](checks.md#checks-without-code) support its clauses like any
others. Quote numbers with one dot here: in app-config, 1.10 would be the decimal 1.1.`,
    codeBlock(
      'yaml',
      `
compliance:
  declaredChecks:
    - id: larkfield-failover
      title: Failover of important services
      facet: continuity
      weight: 0.5
      clauses:
        - { standard: larkfield-operational-resilience, clause: '2.2' }
        - { standard: iso27001-2022, clause: A.5.30 }
      remediation: Rehearse a failover, and say so.
      annotations: [compliance/continuity-test-kind]
      appliesTo:
        profile.serviceLevel.tier: tier-0
      passes:
        profile.continuity.testKind: { $in: [failover, live] }
`,
    ),
    `A crosswalk to a built-in standard needs no check of yours: clauses that the
built-in checks support indicate those that are related to them.`,

    heading(3, 'What stops the start'),
    `Whatever is wrong is reported when the backend starts, in all files at once, each
problem with file, line, what was found and what would be right:`,
    codeBlock(
      'text',
      `
../../standards/policy.yaml:3: managmentSystem: found an unknown key, expected one of id, title, managementSystem, themes, clauses, crosswalks; the nearest is 'managementSystem'
../../standards/policy.yaml:12: clauses[2].title: found '', expected a text
../../standards/outsourcing.yaml:1: id: found 'iso27001-2022', expected an id that no other standard has
../../standards/outsourcing.yaml:9: clauses[1].id: found '1.1', expected a number that no other clause or theme has
../../standards/outsourcing.yaml:10: clauses[2].parent: found '3' as the parent of '3.1', expected a theme or a clause that comes before it
../../standards/outsourcing.yaml:14: crosswalks[0].target: found 'iso27001', expected one of iso20000-1-2018, iso27001-2022; the nearest is 'iso27001-2022'
../../standards/outsourcing.yaml:21: crosswalks[1].relations[2].target: found 'A.5', expected a clause of iso27001-2022
compliance.standards[2]: found './exit.yaml', expected a file that can be read (ENOENT: no such file or directory, open '/app/exit.yaml')
`,
    ),
    `Numbers that are taken, unknown parents and relations that lead nowhere are looked
for in files that are otherwise as they should be: once the first two lines above are
mended, there may be such problems in ${code('policy.yaml')}.`,

    heading(2, 'Standards in code'),
    `A module of the backend adds standards and crosswalks through
${code('complianceStandardsExtensionPoint')} of
${code(
  '@service-compliance/backstage-plugin-compliance-node',
)}, for instance those
that it generates. ${code('defineStandard')} of
${code(
  '@service-compliance/backstage-plugin-compliance-common',
)} takes what stands in
a file and completes it.`,
  );
}
