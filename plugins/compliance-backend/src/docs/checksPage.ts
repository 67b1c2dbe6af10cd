import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CheckFacet,
  checkFacets,
  defaultLevels,
  fieldList,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { builtInChecks } from '../checks/builtin';
import { suppliers } from '../config/defaults';
import { StandardCatalog } from '../standards/StandardCatalog';
import { code, codeBlock, codes, heading, page, table } from './markdown';

const groups: Record<CheckFacet, string> = {
  catalogue: 'Catalogue',
  serviceLevel: 'Service level',
  information: 'Information',
  continuity: 'Continuity',
  supplier: 'Supplier',
  operations: 'Operation',
};

const standards = StandardCatalog.create();

/** Values that a predicate accepts for a path, where it says just that. */
function valuesAt(predicate: FilterPredicate, path: string): string[] {
  const value = Object.entries(predicate).find(([key]) => key === path)?.[1];
  if (typeof value === 'object' && value !== null && '$in' in value) {
    return (value.$in as unknown[]).map(String);
  }
  return value === undefined ? [] : [String(value)];
}

function appliesTo({ appliesTo: predicate, appliesToFacet, facet }: Check) {
  const carried = appliesToFacet ?? facet;
  const parts = [];
  if (predicate) {
    const types = valuesAt(predicate, 'spec.type');
    parts.push(
      codes(valuesAt(predicate, 'kind')) +
        (types.length > 0 ? ` of the types ${codes(types)}` : ''),
    );
  }
  if (carried !== 'catalogue' && carried !== 'operations') {
    parts.push(`what carries ${code(carried)}`);
  }
  return parts.join('; ') || 'everything in scope';
}

const clausesOf = ({ clauses }: Check) =>
  standards.standards
    .map(({ id, title }) => ({
      title: title.replace(/^ISO\/IEC /, '').replace(/:.*/, ''),
      own: clauses.filter(({ standard }) => standard === id),
    }))
    .filter(({ own }) => own.length > 0)
    .map(
      ({ title, own }) =>
        `${title}: ${own.map(({ clause }) => clause).join(', ')}`,
    )
    .join('; ');

const remedyOf = ({ remediation: { text, annotations = [] } }: Check) =>
  annotations.length > 0 ? `${text} (${codes(annotations)})` : text;

function checkTable(facet: CheckFacet): string {
  return table(
    [
      'Check',
      'Title',
      'Why, and when it passes',
      'Weight',
      'Applies to',
      'Clauses',
      'What to do',
    ],
    builtInChecks
      .filter(check => check.facet === facet)
      .map(check => [
        code(check.id),
        check.title,
        check.description,
        String(check.weight),
        appliesTo(check),
        clausesOf(check),
        remedyOf(check),
      ]),
  );
}

/** Renders `docs/checks.md` from the built-in checks and the levels. */
export function checksPage(): string {
  return page(
    'Checks',
    `A check is a rule with an id that never changes. It looks at one entity, its
effective profile, what it depends on and what depends on it, and says in a
sentence what it found and what it expected. A pass is evidence for clauses of
ISO/IEC 20000-1:2018 and controls of ISO/IEC 27001:2022; it is no statement of
conformity.`,

    heading(2, 'Statuses'),
    table(
      ['Status', 'Meaning'],
      [
        [code('pass'), 'What is declared is as it should be.'],
        [
          code('fail'),
          'What is declared is wrong, too weak, out of date, or cannot be read.',
        ],
        [
          code('unknown'),
          'Nothing is declared, or not enough to compare with. Never counts as a pass.',
        ],
        [
          code('not-applicable'),
          'The check is meant for such entities, but there is nothing to judge.',
        ],
        [
          code('waived'),
          'A finding is accepted for some time. Never counts as a pass.',
        ],
      ],
    ),
    `A check that does not apply to an entity has no result at all. A check that
cannot be evaluated is ${code('unknown')}, with the error as its finding, and
leaves the others alone. Findings that depend on a date change on that day by
themselves.`,
    `The two management systems can be left separately, with
${code('compliance/sms-scope: out')} or ${code('compliance/isms-scope: out')}
and a reason. Checks that support only clauses of a system that an entity is
out of are ${code('not-applicable')}; without a reason nothing changes.`,
    `A facet, or single fields of it, can be
[stated not to apply](annotations.md#what-does-not-apply) with a reason. Checks of
that facet are ${code('not-applicable')} then, and so are checks for which all
annotations under "What to do" belong to such fields. A value that is set wins
over such a statement.`,

    heading(2, 'Score and level'),
    `The score is the weight of all passes as a share of the weight of all passes,
fails and unknowns, in percent. What is not applicable does not count, nor do
findings of checks that are not enforced yet. A waived finding is left out of
the score and counts as a fail in the strict score.`,
    `The level is the highest one whose score is reached and whose required checks
neither fail nor are unknown. Below the lowest level it is ${code('none')}.`,
    table(
      ['Level', 'Score', 'Required checks'],
      defaultLevels.map(({ id, title, minScore, requiredChecks }) => [
        `${title} (${code(id)})`,
        `at least ${minScore}`,
        codes(requiredChecks),
      ]),
    ),

    heading(2, 'Facets'),
    `Most checks apply to entities that carry a facet. By default these are:`,
    table(
      ['Facet', 'Carried by'],
      [
        [
          code('serviceLevel'),
          'Components and systems, but no libraries, no documentation and no suppliers',
        ],
        [
          code('information'),
          'Components, systems, APIs and resources, with the same exceptions',
        ],
        [
          code('continuity'),
          'Components, systems and resources, with the same exceptions',
        ],
        [
          code('supplier'),
          `Suppliers: ${codes(
            valuesAt(suppliers, 'kind'),
          )} of the types ${codes(valuesAt(suppliers, 'spec.type'))}`,
        ],
      ],
    ),
    `In app-config, ${code('compliance.suppliers')} says which entities are
suppliers and ${code('compliance.facets.<facet>.appliesTo')} which carry a
facet.`,

    heading(2, 'Built-in checks'),
    `The upper and the lower half of a scale hold for any number of levels. With an
odd number, the middle service tier, continuity tier and classification belong
to the upper half, and the middle risk to the lower one.`,
    ...checkFacets.flatMap(facet => [
      heading(3, groups[facet]),
      checkTable(facet),
    ]),

    heading(2, 'Change checks'),
    codeBlock(
      'yaml',
      `
compliance:
  checks:
    catalogue-system:
      enabled: false
    continuity-tested:
      weight: 5
    continuity-plan:
      # until then a finding is upcoming and does not score
      enforcedFrom: '2027-04-01'
    operations-on-call:
      # narrows what it applies to, never widens it
      appliesTo:
        spec.lifecycle: production
        profile.serviceLevel.tier: { $in: [tier-0, tier-1] }
  levels:
    - id: basic
      title: Basic
      minScore: 60
      requiredChecks: [catalogue-owner]
    - id: full
      title: Full
      minScore: 95
`,
    ),
    `${code('appliesTo')} is a filter predicate of Backstage over
${codes([
  'kind',
  'metadata.*',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
])} and ${code('profile.<group>.<field>')}; owner and system are full entity
references, such as ${code(
      'group:default/payments',
    )}. The groups and fields are:`,
    table(
      ['Path', 'Annotation'],
      fieldList.map(({ id, annotation }) => [
        code(`profile.${id}`),
        code(annotation),
      ]),
    ),
    `Mistakes stop the backend when it starts, with every wrong path, what was found
there and what would be right.`,

    heading(2, 'Checks without code'),
    codeBlock(
      'yaml',
      `
compliance:
  declaredChecks:
    - id: slo-linked
      title: Service level objectives linked
      description: Objectives are kept next to the code. Passes when they are linked.
      facet: serviceLevel
      weight: 2
      clauses:
        - { standard: iso20000-1-2018, clause: 8.3.3 }
      remediation: Write the objectives down in OpenSLO and link them.
      annotations: [compliance/slos]
      appliesTo:
        profile.serviceLevel.tier: { $in: [tier-0, tier-1] }
      passes:
        profile.serviceLevel.slos: { $exists: true }
`,
    ),
    `It passes where ${code('passes')} matches, is unknown where nothing of what
${code('passes')} looks at is declared, and fails otherwise.`,

    heading(2, 'Checks in code'),
    `A module of the backend adds checks, and standards that they refer to, through
the extension points of
${code('@service-compliance/backstage-plugin-compliance-node')}.`,
    codeBlock(
      'ts',
      `
import { createBackendModule } from '@backstage/backend-plugin-api';
import { complianceChecksExtensionPoint } from '@service-compliance/backstage-plugin-compliance-node';

export default createBackendModule({
  pluginId: 'compliance',
  moduleId: 'tags',
  register(env) {
    env.registerInit({
      deps: { checks: complianceChecksExtensionPoint },
      async init({ checks }) {
        checks.addCheck({
          id: 'catalogue-tags',
          title: 'Tags',
          description: 'Tags help to find it. Passes when there is one.',
          facet: 'catalogue',
          weight: 1,
          clauses: [{ standard: 'iso20000-1-2018', clause: '8.2.4' }],
          remediation: { text: 'Add a tag to metadata.tags.' },
          revision: '1', // to be changed when evaluate decides differently
          evaluate: ({ entity: { tags } }) => ({
            status: tags.length > 0 ? 'pass' : 'unknown',
            finding: \`It has \${tags.length} tags.\`,
            expected: 'It has at least one tag.',
          }),
        });
      },
    });
  },
});
`,
    ),

    heading(2, 'Standards of your own'),
    `[standards.md](standards.md#a-standard-of-your-own) says how to bring the clauses
that such checks support.`,
  );
}
