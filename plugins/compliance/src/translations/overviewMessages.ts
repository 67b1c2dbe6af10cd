/** The texts of the overview. */
export const overviewMessages = {
  title: 'Overview',
  loading: 'Loading the overview',
  services_one: '{{count}} service',
  services_other: '{{count}} services',

  figures: {
    title: 'Key figures',
    total: 'Services in scope',
    averageScore: 'Average score',
    complete: 'Complete profiles',
    unclassified: 'Not classified',
    ofTotal: '{{value}} of {{total}}',
  },

  levels: {
    title: 'Services by level',
    value: '{{value}} ({{share}}\u00a0%)',
  },

  trend: {
    title: 'Trend',
    days: 'Period',
    lastDays: '{{days}} days',
    loading: 'Loading the trend',
    none: 'There is no history yet. It begins with the first assessment and gets a point every day.',
    begins:
      'The history begins on {{date}}. From the second day on, this shows how scores and levels change.',
    score: {
      rose: 'Average score rose from {{from}}\u00a0% to {{to}}\u00a0% since {{date}}.',
      fell: 'Average score fell from {{from}}\u00a0% to {{to}}\u00a0% since {{date}}.',
      stayed: 'Average score has been {{to}}\u00a0% since {{date}}.',
    },
    findings: {
      rose: 'Open findings rose from {{from}} to {{to}}.',
      fell: 'Open findings fell from {{from}} to {{to}}.',
      stayed: 'Open findings stayed at {{to}}.',
    },
    unclassified: {
      rose: 'Unclassified services rose from {{from}} to {{to}}.',
      fell: 'Unclassified services fell from {{from}} to {{to}}.',
      stayed: 'Unclassified services stayed at {{to}}.',
    },
    day: {
      assessed:
        '{{date}}: {{score}}, {{services}}, {{findings}}, {{unclassified}} not classified',
      notAssessed: '{{date}}: not assessed',
      score: 'average score {{value}}\u00a0%',
      levels: '{{date}}: {{levels}}',
      level: '{{level}} {{value}}',
    },
    scoreChart: 'Average score',
    levelsChart: 'Services by level',
    chooseDay: '{{chart}}, day',
    table: 'The numbers behind the charts',
    date: 'Date',
    averageScore: 'Average score',
    total: 'Services',
    openFindings: 'Open findings',
    unclassifiedColumn: 'Not classified',
    noData: 'Not assessed',
  },

  matrix: {
    title: 'Facets',
    help: 'A facet is clear when none of its checks is open. Each cell leads to the services with open findings in the facet.',
    groupBy: 'By',
    loading: 'Loading totals',
    owner: 'Owner',
    system: 'System',
    domain: 'Domain',
    all: 'All services',
    total: 'Services',
    averageScore: 'Average score',
    unclassified: 'Not classified',
    clear: '{{clear}} of {{total}} clear',
    failing: '{{value}} failing',
    unknown: '{{value}} unknown',
    notApplicable: 'Not applicable',
    services: '{{value}}: services of {{group}}',
    unclassifiedServices:
      '{{value}}: services of {{group}} without classification',
    cell: 'open findings of {{group}}, {{facet}}',
    notKnown: 'Not known',
    shown: '{{shown}} of {{total}}',
    more: 'Show more',
    limited: 'There are more. Only the {{total}} largest are shown.',
  },

  failing: {
    title: 'Checks with the most open findings',
    none: 'No check has an open finding.',
    help: 'Findings that fail or are unknown, with the clauses they leave without evidence.',
    linkOf: '{{services}} with an open finding of “{{check}}”',
  },

  expiring: {
    title: 'Expires soon',
    none: 'Nothing expires in the next 90 days.',
    help: 'Services that pass a check today and fail it by then unless it is renewed.',
    check: 'Check',
    within: 'In {{days}} days',
    linkOf:
      '{{value}}: services whose “{{check}}” expires within {{days}} days',
  },
} as const;
