/** The texts of the editor of a facet. */
export const editMessages = {
  title: '{{group}} of {{entity}}',
  loading: 'Loading the profile',
  ready: '{{title}} is ready to edit',
  save: 'Save',
  saveAndNext: 'Save and next',
  skip: 'Skip',
  cancel: 'Cancel',
  close: 'Close',
  shortcut: '{{keys}} saves',
  required: 'Required',
  notSet: 'Not set',
  readOnlyTitle: 'You may not edit this profile',
  readOnly:
    'Only owners of the entity may, unless the permission policy of this portal says otherwise: compliance.profile.update.',
  discard: {
    question: 'Leave without saving what you entered?',
    keep: 'Keep editing',
    discard: 'Discard',
  },
  placeholder: {
    fromTier: '{{value}}, from {{tier}}',
    fromConfiguration: '{{value}}, from the configuration',
  },
  select: {
    gone: '{{value}} (no longer available)',
    serviceTier:
      'Implies {{availability}}\u00a0% availability and support {{supportHours}}.',
    continuityTier:
      'Implies RTO {{rto}}, RPO {{rpo}}, MTPD {{mtpd}} and a test within {{testEvery}}.',
    criticality: 'Implies an assessment within {{assessEvery}}.',
  },
  duration: {
    means: '= {{words}} ({{duration}})',
    howTo: 'Write it as 4h, 1 day or PT4H.',
  },
  link: {
    open: 'Open {{host}}',
  },
  links: {
    howTo: 'One address per line.',
  },
  texts: {
    howTo: 'Separate several with commas.',
  },
  countries: {
    search: 'Search by name or code',
    none: 'None chosen',
  },
  entity: {
    search: 'Search users and groups',
    unknown: 'The catalog does not have {{entityRef}}.',
    failed: 'The catalog cannot be searched right now.',
  },
  ratings: {
    confidentiality: 'Confidentiality',
    integrity: 'Integrity',
    availability: 'Availability',
    lowest: '{{value}} (lowest)',
    highest: '{{value}} (highest)',
  },
  certifications: {
    row: 'Certificate {{number}}',
    scheme: 'Scheme',
    validUntil: 'Valid until',
    scope: 'Scope',
    add: 'Add a certificate',
    remove: 'Remove certificate {{number}}',
  },
  expected: {
    select: 'Choose one of the levels.',
    percent: 'Expected a percentage above 0 and up to 100, such as 99.95.',
    duration: 'Expected a duration, such as 4h, 1 day or PT4H.',
    date: 'Expected an existing date.',
    link: 'Expected an address that starts with http:// or https://.',
    links: 'Expected addresses that start with http:// or https://.',
    text: 'Expected one line of at most 200 characters.',
    texts: 'Expected texts of at most 100 characters, separated by commas.',
    countries: 'Choose countries from the list.',
    entity: 'Choose a user or a group.',
    ratings: 'Rate all three of them, or none.',
    targets: 'Expected durations, such as 4h, 1 day or PT4H.',
    certifications: 'Every certificate needs a scheme and an existing date.',
    exclusions: 'Every field needs a reason.',
  },
  didYouMean: 'Did you mean {{value}}?',
  errors_one: '{{count}} field needs attention: {{fields}}',
  errors_other: '{{count}} fields need attention: {{fields}}',
  git: {
    wins: 'Git declares {{value}}, which wins. What you enter here is kept until somebody accepts it or removes it from Git.',
    loses: 'Git declares {{value}}. What you enter here overrides it.',
    accepted:
      'Git declares {{value}}. The value of the portal was accepted over it.',
    same: 'Git declares the same.',
    notApplicable: 'Git says that it does not apply: {{reason}}',
  },
  notApplicable: {
    mark: 'Not applicable',
    markField: 'Not applicable: {{field}}',
    undo: 'Undo',
    undoField: 'Undo: {{field}} applies',

    fieldReason: 'Why {{field}} does not apply',
    reasonExpected:
      'Expected a reason of at most 200 characters in one line, without semicolons.',
    marksInGit: 'Git says what does not apply, so it can only be marked there.',
    facet: 'This facet does not apply',
    facetReason: 'Why {{group}} does not apply',
    facetInGit:
      'Git declares values of this facet, so it can only be marked there.',
    facetDrops_one: 'Saving removes {{count}} value that is entered here.',
    facetDrops_other: 'Saving removes {{count}} values that are entered here.',
  },
  preview: {
    change: '{{before}} → {{after}}, {{level}}',
    same: 'The score stays {{after}}, {{level}}',
    none: 'none',
    resolved_one: '{{count}} finding resolved',
    resolved_other: '{{count}} findings resolved',
    resolvedAndOpened_one: '{{count}} finding resolved, {{opened}} new',
    resolvedAndOpened_other: '{{count}} findings resolved, {{opened}} new',
    opened_one: '{{count}} new finding',
    opened_other: '{{count}} new findings',
    details: 'Findings',
    resolvedList: 'Resolved',
    openedList: 'New',
    pending: 'Looking at what this changes',
    unavailable: 'A preview is not available right now. You can save anyway.',
  },
  failure: {
    title: 'This could not be saved',
    kept: 'Everything you entered is still here.',
    'not-allowed': 'You may not edit the profile of this entity.',
    'not-found':
      'The entity is not in the catalog any more, or you may not see it.',
    unreachable: 'The compliance backend cannot be reached. Try again.',
    'too-large': 'This is more than can be saved at once.',
  },
  merge: {
    title: 'Somebody else changed this meanwhile',
    description:
      'Choose what holds for each difference, then save again. Nothing you entered is lost.',
    updated:
      'The profile changed meanwhile, but nothing that you entered. Check it and save again.',
    mine: 'Mine: {{value}}',
    theirs: 'Theirs: {{value}}',
    base: 'Before: {{value}}',
    notApplicable: 'Not applicable: {{reason}}',
    choose: 'Choose one of the two.',
    save: 'Save the merged values',
    back: 'Back to the form',
  },
} as const;
