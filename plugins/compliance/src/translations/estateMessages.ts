/** The texts about suppliers, and about what depends on what. */
export const estateMessages = {
  suppliers: {
    title: 'Suppliers',
    emptyTitle: 'No suppliers yet',
    empty:
      'Nothing in the catalog that you may see is a supplier. Resources and components become one by their type, see the configuration of the portal.',
    noMatch: 'No supplier matches the search.',
    clear: 'Show all suppliers',
    column: {
      name: 'Supplier',
      dependents: 'Dependents',
      residualRisk: 'Risk',
      criticality: 'Criticality',
      kind: 'Kind',
      dataAccess: 'Data access',
      nextAssessmentOn: 'Assessment',
      contractEndsOn: 'Contract',
      certifications: 'Certifications',
      score: 'Score',
    },
    risk: 'Inherent {{inherent}} → residual {{residual}}',
    lastAssessed: 'Last: {{date}}',
    nextAssessment: 'Next: {{date}}',
    contractEnds: 'Ends: {{date}}',
    noticeBy: 'Notice by: {{date}}',
    certificate: '{{scheme}}: {{date}}',
    dependents: '{{total}}: {{tiers}}',
    dependentsNone: 'None',
    tier: '{{total}}\u00a0×\u00a0{{tier}}',
    tierUnset: 'no tier',
    open: 'Show what depends on {{title}}',
    dialogTitle: 'What depends on {{title}}',
    close: 'Close',
  },

  /** Words beside a date that has passed, or comes within 30 days. */
  date: {
    assessmentPast: 'Overdue',
    assessmentSoon: 'Due soon',
    contractPast: 'Ended',
    contractSoon: 'Ends soon',
    noticePast: 'Missed',
    noticeSoon: 'Soon',
    certificatePast: 'Expired',
    certificateSoon: 'Expires soon',
  },

  risk: {
    none: 'No supplier risk known',
    via: 'via {{path}}',
    hidden: 'through an entity that you may not see',
  },

  dependencies: {
    title: 'Dependencies and suppliers',
    loading: 'Loading dependencies',
    risk: 'Supplier risk',
    riskChain: '{{risk}}: {{path}}',
    riskNone:
      'No supplier with a known risk is among what it depends on, as far as you may see.',
    recovery: 'Recovers later',
    recoveryChain: '{{path}}: RTO {{rto}}, above {{own}}',
    recoveryNone: 'Nothing that it depends on recovers later than it.',
    recoveryUnknown:
      'It has no recovery time objective that others could be compared with.',
    direction: 'Direction',
    dependencies: 'Depends on',
    dependents: 'Needed by',
    noDependencies: 'It depends on nothing that you may see.',
    noDependents: 'Nothing that you may see depends on it.',
    truncated:
      'There are more than 500 dependencies; only the nearest are shown.',
    expand: 'Show what is below {{title}}',
    supplier: 'Supplier',
    notInScope: 'Not in scope',
    cycle: 'A cycle: this is where it starts',
    elsewhere: 'Shown elsewhere in this tree',
    ends: 'More may follow; the tree ends here',
    rto: 'RTO {{rto}}',
    residualRisk: 'Residual risk: {{risk}}',
  },
} as const;
