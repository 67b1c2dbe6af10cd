/** The texts about how clauses stand, of all services and of one. */
export const coverageMessages = {
  title: 'Clauses',
  loading: 'Loading the coverage of clauses',
  disclaimer:
    'Coverage says what the metadata of services and the registered documents show. It is not a statement of conformity with any standard. There is no affiliation with ISO or IEC. Relations between standards are a draft made for this portal.',
  notApplied:
    'The query in the address cannot be read, so there is nothing to show. Remove it to see all services.',

  arrangement: 'Arrangement',
  integrated: 'Integrated',

  scope: {
    sms: 'service management system',
    isms: 'information security management system',
    in_one: '{{count}} service in scope of the {{system}}',
    in_other: '{{count}} services in scope of the {{system}}',
    out: '{{value}} out of scope',
    outHelp:
      'What is out of scope of a management system does not count for its standards.',
    percent: '{{percent}}\u00a0% of what checks judge is covered',
    noPercent: 'No check judges these services',
  },

  empty: {
    title: 'No standards yet',
    description:
      'Standards come with the backend or are added in the configuration of the portal under compliance.standards.',
  },

  state: {
    covered: 'Covered',
    partial: 'Partial',
    gap: 'Gap',
    unknown: 'Unknown',
    waived: 'Waived',
    'not-applicable': 'Not applicable',
    indicated: 'Indicated',
    organisation: 'Organisation level',
    'not-assessed': 'Not assessed',
  },
  legend: {
    title: 'Legend',
    covered: 'Every check that is evidence for the clause passes.',
    partial: 'Some of its checks pass and some do not.',
    gap: 'None of its checks passes and at least one fails.',
    unknown: 'None of its checks passes, as nothing is declared.',
    waived:
      'Its checks pass or have an approved waiver, which is not the same as covered.',
    'not-applicable':
      'None of its checks applies, or the approved Statement of Applicability excludes the control.',
    indicated:
      'No check is evidence for it, but a related clause of another standard is evidenced; that is a hint and never counts as covered.',
    organisation:
      'Only the organisation can show it, with documents; it is in no percentage.',
    'not-assessed': 'A service could show it, but no check looks at it.',
  },

  tree: {
    expand: '{{id}} {{title}}: what is below',
    clauses_one: '{{count}} clause',
    clauses_other: '{{count}} clauses',
    covered: '{{percent}}\u00a0% covered',
    documented: '{{documented}} of {{total}} shown with documents',
    services: 'Services by state',
    count: '{{value}} {{state}}',
    details: 'Consists of',
  },

  note: {
    via: 'via {{path}}',
    more_one: 'and {{count}} other way',
    more_other: 'and {{count}} other ways',
    excluded: 'Excluded in the Statement of Applicability',
    excludedVersion:
      'Excluded in the Statement of Applicability version {{version}}',
    reason: 'Reason: {{reason}}',
    handledBy: 'Handled by {{name}}',
    draft: 'Draft',
  },

  organisation: {
    documents_one: '{{count}} document',
    documents_other: '{{count}} documents',
    none: 'No document names it yet',
    state: {
      current: 'current',
      draft: 'draft',
      overdue: 'review overdue',
    },
    document: '{{title}} ({{state}})',
  },

  integratedView: {
    shared: 'Shared management system',
    sharedHelp:
      'What both standards ask of every management system, once, with the clauses of both side by side.',
    themes: 'Operation by theme',
    themesHelp:
      'What both standards ask of running services, with the checks that serve both.',
    unrelated: 'Only in one of them',
    unrelatedHelp:
      'Clauses that the crosswalk relates to none of the other standard.',
    only: 'Only in {{standard}}',
    none: 'No clause',
    expand: '{{title}}: clauses',
    checks: 'Checks that serve both:',
    noChecks: 'No check serves both yet.',
  },
  shared: {
    title:
      'of the requirements of both standards are served by evidence that serves the other standard too',
    numbers:
      '{{served}} of {{total}} requirements; {{evidenced}} have evidence',
    how: 'How is this computed?',
    explanation:
      'Requirements are the clauses that coverage is told for, without excluded controls. Evidence is a check or a current document, whatever it says. A requirement counts when one check or document is evidence for it and for a requirement of the other standard as well. The share is these requirements of both standards divided by all of them. Relations of the crosswalk alone do not count.',
  },
  theme: {
    availability: 'Availability',
    asset: 'Assets',
    capacity: 'Capacity',
    change: 'Changes',
    configuration: 'Configuration',
    continuity: 'Continuity',
    'design-transition': 'Design and transition',
    incident: 'Incidents',
    'information-security': 'Information security',
    knowledge: 'Knowledge',
    problem: 'Problems',
    relationship: 'Relationships',
    release: 'Releases',
    reporting: 'Reporting',
    request: 'Service requests',
    'service-level': 'Service levels',
    'service-planning': 'Service planning',
    supplier: 'Suppliers',
  },

  detail: {
    title: '{{id}} {{title}}',
    services: 'Services by state',
    state: 'State',
    count: 'Services',
    linkOf_one: '{{count}} service: {{state}}',
    linkOf_other: '{{count}} services: {{state}}',
    checks: 'Checks',
    noChecks: 'No check is evidence for this clause.',
    openIn: 'Services with open findings',
    openInOf: 'Services with open findings of {{check}}',
    indications: 'May be indicated by',
    atMost: {
      covered: 'which asks for all that this clause asks for',
      partial: 'which asks for part of it',
    },
    related: 'Related clauses',
    noRelated: 'No relation to another standard is known.',
    relationship: {
      'equal-to': 'is equal to',
      'equivalent-to': 'is equivalent to',
      'subset-of': 'is part of',
      'superset-of': 'comprises',
      'intersects-with': 'overlaps with',
    },
    documents: 'Documents',
    close: 'Close',
  },

  export: {
    title: 'Export',
    tables: 'Tables',
    coverage: 'Coverage of {{standard}} (CSV)',
    crosswalk: 'Crosswalk (CSV)',
    oscal: 'OSCAL (JSON)',
    catalog: 'Catalog',
    'mapping-collection': 'Mapping collection',
    'component-definition': 'Component definition',
    'assessment-results': 'Assessment results',
    'plan-of-action-and-milestones': 'Plan of action and milestones',
    failed: 'The file could not be exported',
  },

  entity: {
    title: 'Clause coverage',
    loading: 'Loading the clause coverage',
    none: 'There are no standards to cover.',
    covered: '{{percent}}\u00a0% of {{clauses}} covered',
    counts: 'Clauses by state',
    noneJudged: 'No clause is judged',
    nothing: 'No check judges a clause of this standard here.',
    outOfScope: 'Out of scope',
    outOfScopeHelp:
      'This service is out of scope of the {{system}}, so no clause of the standard is asked of it.',
    outOfScopeReason: 'Reason: {{reason}}',
    notAssessed_one: '{{count}} clause that no check looks at',
    notAssessed_other: '{{count}} clauses that no check looks at',
    organisation_one: '{{count}} clause for the organisation to show',
    organisation_other: '{{count}} clauses for the organisation to show',
    organisationHelp:
      'Documents show these for all services alike; they are in no percentage of a service.',
    indicatedHelp:
      'An indicated clause is as strong as the weakest link on its way and never counts as covered.',
    indicated: {
      covered: 'full evidence there',
      partial: 'partial evidence there',
    },
    upcoming: 'does not count yet',
  },
} as const;
