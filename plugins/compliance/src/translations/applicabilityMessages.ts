/** The texts of the Statement of Applicability. */
export const applicabilityMessages = {
  title: 'Applicability',
  loading: 'Loading the Statement of Applicability',
  standard: 'Standard',
  disclaimer:
    'The statement says what the organisation decided and how far it is implemented by its own account. It is not a statement of conformity with any standard. There is no affiliation with ISO or IEC.',

  reason: {
    'risk-treatment': 'Risk treatment',
    'legal-or-contractual': 'Legal or contractual',
    'business-requirement': 'Business requirement',
  },
  implementation: {
    'not-started': 'Not started',
    planned: 'Planned',
    partial: 'Partial',
    implemented: 'Implemented',
  },
  decision: {
    yes: 'Yes',
    no: 'No',
    undecided: 'Undecided',
  },
  field: {
    applicable: 'Applicable',
    reasons: 'Reasons for inclusion',
    exclusion: 'Reason for exclusion',
    implementation: 'Implementation',
    owner: 'Owner',
    links: 'Links',
    reviewedOn: 'Reviewed on',
    handledBy: 'Handled by',
  },
  notSet: 'Not set',
  clause: '{{id}} {{title}}',
  dropped: 'No longer in the standard',

  notAllowed: {
    title: 'You may not see the Statement of Applicability',
    description:
      'Ask whoever keeps the permission policy of this portal for compliance.applicability.read.',
  },

  head: {
    holds: 'Version {{number}} holds',
    approved: 'Approved {{time}} by {{user}}.',
    note: 'Note: {{note}}',
    none: 'Not approved yet',
    noneHelp: 'Until a version is approved, no control counts as excluded.',
    draftChanges_one: 'The draft changes {{count}} control against it.',
    draftChanges_other: 'The draft changes {{count}} controls against it.',
    draftSame: 'The draft says the same.',
    showChanges: 'Show what changes',
    readOnly:
      'You may read the statement. Changing it needs compliance.applicability.update.',
  },
  counts: {
    title: 'Controls of the draft',
    yes_one: '{{count}} applicable',
    yes_other: '{{count}} applicable',
    no_one: '{{count}} excluded',
    no_other: '{{count}} excluded',
    undecided_one: '{{count}} undecided',
    undecided_other: '{{count}} undecided',
    disagreements_one: '{{count}} where checks disagree',
    disagreements_other: '{{count}} where checks disagree',
  },

  export: {
    csv: 'Export CSV',
    failed: 'The statements could not be exported',
  },

  filter: {
    search: 'Search controls',
    searchClauses: 'Search clauses',
    any: 'Any',
    disagreements: 'Only where checks disagree',
    handled: 'Only handled by another party',
    shown_one: '{{count}} of {{total}} shown',
    shown_other: '{{count}} of {{total}} shown',
    noMatch: 'Nothing matches',
    noMatchHelp: 'No control matches all that is chosen above.',
    noMatchClauses: 'No clause matches all that is chosen above.',
    clear: 'Show all',
  },

  table: {
    title: 'Statement of Applicability',
    control: 'Control',
    justification: 'Justification',
    implementation: 'Implementation by people',
    measured: 'What checks measure',
    edit: 'Edit {{clause}}',
    actions: 'Actions',
  },
  measured: {
    covered_one: 'Covered by {{covered}} of {{count}} service',
    covered_other: 'Covered by {{covered}} of {{count}} services',
    noCheck: 'No check',
    noneJudged: 'Judges no service',
    excluded: 'Not measured: excluded in version {{number}}',
    loading: 'Loading',
    unknown: 'Not known',
    failed: 'What checks measure could not be loaded',
  },
  disagreement: {
    'implemented-but-open':
      'Said to be implemented, but not every service covers it',
    'covered-but-not-implemented':
      'Said to be planned at most, but every service that is judged covers it',
    'evidenced-but-excluded':
      'Said not to be applicable, but services show evidence',
  },

  versions: {
    open_one: 'Versions ({{count}})',
    open_other: 'Versions ({{count}})',
    title: 'Versions',
    none: 'No version is approved yet.',
    version: 'Version {{number}}',
    draft: 'Draft',
    counts: '{{applicable}} applicable, {{excluded}} excluded',
    show: 'Show',
    showVersion: 'Show version {{number}}',
    compareBefore: 'Compare with version {{number}}',
    compareDraft: 'Compare with the draft',
    compareOf: '{{compare}}: version {{number}}',
    shownTitle: 'This is version {{number}}',
    shown:
      'Approved {{time}} by {{user}}. A version never changes; only the draft can be edited.',
    backToDraft: 'Back to the draft',
  },

  comparison: {
    title: 'Comparison',
    from: 'From',
    to: 'To',
    back: 'Back to the statement',
    same: 'Both say the same about every control.',
    count_one: '{{count}} control differs',
    count_other: '{{count}} controls differ',
    loading: 'Loading the versions',
    change: 'Change',
    fieldName: 'Field',
    before: 'Before',
    after: 'After',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    whole: 'The whole control',
  },

  edit: {
    applicable: 'Is the control applicable?',
    handler: 'Who handles the clause?',
    own: 'The organisation itself',
    entity: 'Another party that the catalog has',
    name: 'Another party by name',
    entityLabel: 'Other party',
    entitySearch: 'Search groups, users and suppliers',
    nameLabel: 'Name of the other party',
    exclusionHelp:
      'Auditors read this: say why the control is not needed here.',
    reviewedOn: 'The day on which somebody last looked at this entry.',
    link: 'Link {{number}}',
    linkUrl: 'Address',
    linkTitle: 'Title',
    addLink: 'Add a link',
    removeLink: 'Remove link {{number}}',
    lastChanged: 'Last changed {{time}} by {{user}}.',
    asConfigured: 'As the configuration of the portal has it.',
    saved: '{{clause}} was saved.',
    updated:
      'Somebody else saved this meanwhile, but nothing that you changed. Check it and save again.',
    notFound: 'The standard does not have it any more.',
    expected: {
      applicable: 'Choose one of them.',
      reasons: 'Choose at least one reason why it is applied.',
      exclusion:
        'Say why it is excluded, in at most 2,000 characters. Nobody can approve it without.',
      implementation: 'Choose how far it is implemented.',
      owner: 'Choose a user or a group.',
      links:
        'Expected at most 20 links, each with an address that starts with http:// or https:// and a title of at most 200 characters.',
      reviewedOn: 'Expected an existing date up to today.',
      handledBy: 'Say who handles it, in one line of at most 200 characters.',
    },
    notAllowed:
      'You may not change it any more: that needs compliance.applicability.update.',
  },
  approve: {
    open: 'Approve draft…',
    title: 'Approve version {{number}}',
    first:
      'The first version: {{applicable}} applicable, {{excluded}} excluded.',
    same: 'Version {{number}} says the same, so there is nothing to approve.',
    changes: 'What changes against version {{number}}',
    undecided_one:
      '{{count}} control is undecided, which prevents the approval',
    undecided_other:
      '{{count}} controls are undecided, which prevents the approval',
    note: 'Note',
    noteHelp: 'What changed and why, in at most 1,000 characters.',
    immutable:
      'A version never changes. Its exclusions count for coverage from now on.',
    approve: 'Approve version {{number}}',
    cancel: 'Cancel',
    conflictTitle: 'The draft was changed meanwhile',
    conflict:
      'This is the draft as it is now. Look at it again before you approve it.',
    failed: 'The draft could not be approved',
    notAllowed:
      'You may not approve it: that needs compliance.applicability.approve.',
    done: 'Version {{number}} is approved.',
  },

  handled: {
    title: 'Handled by another party',
    why: '{{standard}} has no Statement of Applicability: its clauses can never be “not applicable”. Another party can handle activities of clauses 6 to 10, and the organisation stays accountable for them. Whom you name here takes effect at once.',
    clause: 'Clause',
    changed: 'Changed',
    changedBy: '{{time}} by {{user}}',
    own: 'The organisation itself',
    count_one: '{{count}} clause is handled by another party',
    count_other: '{{count}} clauses are handled by another party',
  },
} as const;
