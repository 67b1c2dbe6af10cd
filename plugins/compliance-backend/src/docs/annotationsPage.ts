import {
  complianceLabels,
  defaultLevels,
  defaultVocabulary,
  documentAnnotations,
  documentKinds,
  FieldEntry,
  FieldGroup,
  fieldList,
  formatDuration,
  Level,
  LEVEL_LABEL,
  NO_LEVEL,
  ScaleId,
  SUPPLIER_RISK_LABEL,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  code,
  codeBlock,
  codes,
  heading,
  page,
  quotesAsCode,
  table,
} from './markdown';

const groups: Record<FieldGroup, string> = {
  serviceLevel: 'Service level',
  information: 'Information',
  continuity: 'Continuity',
  supplier: 'Supplier',
  scope: 'Scope',
  operations: 'Operation',
};

const { scales } = defaultVocabulary;

const idsOf = (levels: Level[]) => levels.map(({ id }) => id);

const allowedValues = ({ scale, type }: FieldEntry) =>
  scale
    ? codes(idsOf(scales[scale]))
    : quotesAsCode(type.describe(defaultVocabulary));

function fieldTable(group: FieldGroup): string {
  return table(
    ['Annotation', 'Meaning', 'Allowed values', 'Example'],
    fieldList
      .filter(field => field.group === group)
      .map(field => [
        code(field.annotation),
        `${field.title}. ${field.description}`,
        allowedValues(field),
        code(field.example),
      ]),
  );
}

function scaleTable<L extends Level>(
  levels: L[],
  columns: Record<string, (level: L) => string> = {},
): string {
  return table(
    ['Value', 'Meaning', ...Object.keys(columns)],
    levels.map(level => [
      code(level.id),
      `${level.title}. ${level.description}`,
      ...Object.values(columns).map(read => read(level)),
    ]),
  );
}

/** Scales of which the values alone do not say everything. */
const scaleTitles: Partial<Record<ScaleId, string>> = {
  classification: 'Classification',
  personalData: 'Personal data',
  supportHours: 'Support hours',
  testKind: 'Kinds of continuity tests',
  testResult: 'Results of continuity tests',
  supplierKind: 'Kinds of suppliers',
  risk: 'Risk of suppliers',
  dataAccess: 'Data access of suppliers',
  substitutability: 'Substitutability of suppliers',
};

/** What the annotations of documents mean, with an example. */
const documentRows: Record<
  keyof typeof documentAnnotations,
  [meaning: string, example: string]
> = {
  kind: [`One of ${codes(documentKinds)}; every document has one`, 'policy'],
  version: ['As its owner writes it, at most 50 characters', '3.1'],
  approvedOn: [
    'Day of approval; it is a draft before, and without one',
    '2026-01-15',
  ],
  reviewEvery: [
    'Interval after which it is overdue unless it is approved anew; without one it never is',
    'P1Y',
  ],
  clauses: [
    'What it is evidence for, of one or several standards',
    'iso20000-1-2018:5.2.1, iso27001-2022:5.2',
  ],
  link: [
    'Address; otherwise the first of the links of the entity',
    'https://wiki.example.com/policy',
  ],
};

function labelRows(): string[][] {
  return complianceLabels.map(label => {
    const field = fieldList.find(entry => entry.label === label);
    return label === LEVEL_LABEL || !field?.scale
      ? [
          code(label),
          'Level of the scorecard',
          codes([...defaultLevels.map(({ id }) => id), NO_LEVEL, UNSET]),
        ]
      : [
          code(label),
          field.title,
          codes([...idsOf(scales[field.scale]), UNSET]),
        ];
  });
}

/** Renders `docs/annotations.md` from the field table and the vocabulary. */
export function annotationsPage(): string {
  return page(
    'Annotations and labels',
    `Annotations of an entity in Git declare its compliance metadata. All of them
are optional, and what is not declared is unknown. Values are texts, so dates
and numbers need quotes in YAML. The words below are those of the default
vocabulary; ${code('compliance.vocabulary')} in app-config replaces any scale.`,
    codeBlock(
      'yaml',
      `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  annotations:
    compliance/service-tier: tier-1
    compliance/availability-target: '99.95'
    compliance/information-classification: confidential
    compliance/continuity-tier: tier-2
    compliance/continuity-last-tested: '2026-05-12'
`,
    ),
    ...(Object.keys(groups) as FieldGroup[]).flatMap(group => [
      heading(2, groups[group]),
      fieldTable(group),
    ]),

    heading(2, 'Values of the default vocabulary'),
    heading(3, 'Service tiers'),
    'What a tier implies holds where a service says nothing else.',
    scaleTable(scales.serviceTier, {
      Availability: ({ availability }) => `${availability} %`,
      'Support hours': ({ supportHours }) => code(supportHours),
    }),
    heading(3, 'Continuity tiers'),
    'What a tier implies holds where a service says nothing else.',
    scaleTable(scales.continuityTier, {
      RTO: ({ rto }) => formatDuration(rto),
      RPO: ({ rpo }) => formatDuration(rpo),
      MTPD: ({ mtpd }) => formatDuration(mtpd),
      'Test every': ({ testEvery }) => formatDuration(testEvery),
    }),
    heading(3, 'Criticality of suppliers'),
    scaleTable(scales.criticality, {
      'Assess every': ({ assessEvery }) => formatDuration(assessEvery),
    }),
    ...Object.entries(scaleTitles).flatMap(([scale, title]) => [
      heading(3, title),
      scaleTable<Level>(scales[scale as ScaleId]),
    ]),

    heading(2, 'Values that cannot be used'),
    `A value that is not allowed, or longer than 1,000 characters, never keeps the
entity out of the catalog. Its field counts as unset, and checks that need it
fail, even where a tier implies a value. The scorecard names the annotation, the
value, what would be right and, where it can be told, the nearest right value;
so does a warning on the entity in the catalog. An annotation
${code('compliance/…')} that does not exist is reported in the same way. A value
that was entered in the portal counts as one that cannot be used when the
vocabulary has it no more.`,

    heading(2, 'What does not apply'),
    `A facet that has nothing to say about an entity is marked with a reason; checks
of that facet are ${code('not-applicable')} then. Single fields are marked by
their names, the last part of the paths in [checks.md](checks.md#change-checks),
each with a reason. A check is ${code(
      'not-applicable',
    )} when all the fields that
it asks for are marked.`,
    codeBlock(
      'yaml',
      `
metadata:
  annotations:
    compliance/continuity-not-applicable: Retired, kept for its archive
    compliance/information-not-applicable-fields: 'retention: Keeps nothing; residency: Holds no data'
`,
    ),
    `Nothing passes by being marked: what is not applicable does not count in the
score. Tiers imply nothing for a field that is marked. A value that is set wins
over a mark, whether it comes from Git or from the portal; the mark is without
effect as long as it is.`,

    heading(2, 'Documents'),
    `A Resource of the type ${code(
      'document',
    )} is no service but a document: a policy,
procedure, plan or record that is evidence for clauses that no service can show.
It is in the [register](documents.md) with the title and the owner of the entity,
and has no profile and no scorecard.`,
    table(
      ['Annotation', 'Meaning', 'Example'],
      (
        Object.keys(documentAnnotations) as (keyof typeof documentAnnotations)[]
      ).map(name => [
        code(documentAnnotations[name]),
        ...documentRows[name].map((text, index) =>
          index === 1 ? code(text) : text,
        ),
      ]),
    ),
    codeBlock(
      'yaml',
      `
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: incident-management-procedure
  title: Incident management procedure
  annotations:
    compliance/document-kind: procedure
    compliance/document-approved: '2026-08-11'
    compliance/document-review-every: P1Y
    compliance/document-clauses: iso20000-1-2018:8.6.1, iso27001-2022:A.5.26
    compliance/document-link: https://wiki.example.com/incidents
spec:
  type: document
  owner: platform-engineering
`,
    ),
    `A value that cannot be used is left out, logged and shown in the register; the
rest of the document stays. Only without a kind there is no document.`,

    heading(2, 'Precedence'),
    `A value comes from Git, from the portal, or from a tier or app-config as a
default. What Git declares wins and the portal fills in what Git leaves open;
${code('compliance.precedence: portal')} turns that round. Where both say
different things, the value that loses is kept and shown next to the one that
wins.`,
    `Such a conflict can be settled in the portal, field by field. Accepting the
value of Git removes that of the portal. Accepting the value of the portal lets
it win over the value that Git has then; as soon as Git declares something else,
the order is the usual one again.`,
    `What was entered in the portal stays when the catalog loses the entity, and
holds again when the entity comes back.`,

    heading(2, 'Labels'),
    `The catalog module writes the effective values and the level of the scorecard
into labels, so that the filters, the search and the permission rules of the
catalog can use them. It follows a feed of the compliance backend, so what is
changed in the portal is in the catalog a moment later; what the backend does not
know yet has the values that its annotations declare. Entities in scope carry all
of the labels; ${code(UNSET)} stands for what is not known. Do not author these
labels: they are overwritten.

${code(
  SUPPLIER_RISK_LABEL,
)} has the worst residual risk among the suppliers that
the entity needs, directly or through what it depends on, itself included.`,
    table(['Label', 'Meaning', 'Values'], labelRows()),
  );
}
