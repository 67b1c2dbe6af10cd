import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { applicabilityMessages } from './applicabilityMessages';
import { coverageMessages } from './coverageMessages';
import { documentMessages } from './documentMessages';
import { editMessages } from './editMessages';
import { estateMessages } from './estateMessages';
import { filterMessages } from './filterMessages';
import { overviewMessages } from './overviewMessages';
import { printMessages } from './printMessages';
import { recordMessages } from './recordMessages';
import { columnMessages, servicesMessages } from './servicesMessages';
import { todoMessages } from './todoMessages';

/**
 * Every text of the plugin that is not data. Titles of levels, fields, checks
 * and clauses come from the backend, where they are configured.
 *
 * @public
 */
export const complianceTranslationRef = createTranslationRef({
  id: 'plugin.compliance',
  messages: {
    title: 'Compliance',
    facet: {
      catalogue: 'Catalogue',
      serviceLevel: 'Service level',
      information: 'Information',
      continuity: 'Continuity',
      supplier: 'Supplier',
      scope: 'Scope',
      operations: 'Operations',
    },
    status: {
      pass: 'Pass',
      fail: 'Fail',
      unknown: 'Unknown',
      'not-applicable': 'Not applicable',
      waived: 'Waived',
    },
    source: {
      git: 'Git',
      portal: 'Portal',
      default: 'Default',
      gitHelp: 'Declared in catalog-info.yaml',
      portalHelp: 'Entered in the portal',
      defaultHelp: 'Implied by the tier or by the configuration',
    },
    level: {
      none: 'No level',
      unknown: 'Not assessed',
    },
    score: {
      title: 'Score',
      value: '{{value}}\u00a0%',
      none: 'No score',
      strict: '{{value}}\u00a0% with waivers counted as fails',
      passed_one: '{{passed}} of {{count}} check passes',
      passed_other: '{{passed}} of {{count}} checks pass',
      disclaimer:
        'A score says how complete the metadata of a service is. It is not a statement of conformity with any standard. There is no affiliation with ISO or IEC.',
    },
    value: {
      notSet: 'Not set',
      notApplicable: 'Not applicable',
      conflict: '{{source}} says: {{value}}',
      percent: '{{value}}\u00a0%',
      ratings:
        'Confidentiality {{confidentiality}}, integrity {{integrity}}, availability {{availability}} of {{maximum}}',
      certificate: '{{scheme}} until {{date}}',
      certificateScope: '{{scheme}} until {{date}} ({{scope}})',
      opensNewTab: 'opens in a new tab',
      unsafeLink: 'Not shown as a link, because it is not a web address',
    },
    findings: {
      open_one: '{{count}} open finding',
      open_other: '{{count}} open findings',
      none: 'No open findings',
    },
    card: {
      nextSteps: 'Most valuable next steps',
      openScorecard: 'Open scorecard',
      errors_one: '{{count}} annotation cannot be used',
      errors_other: '{{count}} annotations cannot be used',
    },
    profile: {
      title: 'Profile',
      fieldsNotSet_one: '{{count}} field not set',
      fieldsNotSet_other: '{{count}} fields not set',
      notApplicable: 'Does not apply to this entity: {{facets}}',
      empty: 'Nothing is set yet.',
    },
    annotationErrors: {
      title_one: 'An annotation in catalog-info.yaml cannot be used',
      title_other: '{{count}} annotations in catalog-info.yaml cannot be used',
      description_one: 'What it says is ignored until it is corrected.',
      description_other: 'What they say is ignored until they are corrected.',
      found: 'Found',
      nothing: 'nothing',
      expected: 'Expected',
      didYouMean: 'Did you mean',
    },
    scorecard: {
      title: 'Scorecard',
      filter: 'Results to show',
      all: 'All',
      open: 'Open findings',
      noneOpen:
        'Nothing is open: every check that applies passes or is waived.',
      noResults: 'No check applies to this entity.',
      notAssessed: 'Not assessed yet',
      notAssessedHelp:
        'The backend knows this entity and assesses it shortly. Reload in a moment.',
      notApplicable_one: '{{count}} check does not apply',
      notApplicable_other: '{{count}} checks do not apply',
      expected: 'Expected',
      toDo: 'What to do',
      annotations: 'Annotations',
      example: 'e.g. {{value}}',
      clauses: 'Supports',
      since: '{{status}} since {{date}}',
      passUntil: 'Passes until {{date}}',
      dueOn: 'Changes on {{date}}',
      weight: 'Weight {{weight}}',
      upcoming: 'Counts from {{date}}',
    },
    age: {
      assessed: 'Assessed {{time}}',
      neverAssessed: 'Never assessed',
      catalogRead: 'Catalog read {{time}}',
      neverRead: 'The catalog has not been read yet',
      old: 'Values may be outdated',
      failedTitle: 'The catalog could not be read',
      failedSince:
        'The last successful reading was {{time}}; values may be outdated.',
      failedAlways: 'It was never read successfully.',
    },
    state: {
      loading: 'Loading compliance data',
      errorTitle: 'Compliance data could not be loaded',
      notAllowedTitle: 'You may not see the compliance data of this entity',
      notAllowed:
        'Ask whoever keeps the permission policy of this portal for compliance.profile.read.',
      notSeenTitle: 'The compliance backend has not seen this entity yet',
      notSeen:
        'It appears after the next reading of the catalog, unless you lack the permission to read its profile.',
      notSeenRead: 'The catalog was last read {{time}}.',
      notSeenNeverRead: 'The catalog has not been read yet.',
      outOfScopeTitle: 'This entity is not in scope',
      outOfScope:
        'Only entities that match compliance.scope in the configuration of the portal are assessed.',
      retry: 'Try again',
      reload: 'Reload',
    },
    services: servicesMessages,
    column: columnMessages,
    copy: {
      copy: 'Copy {{text}}',
      copied: 'Copied {{text}}',
    },
    applicability: applicabilityMessages,
    coverage: coverageMessages,
    documents: documentMessages,
    edit: editMessages,
    estate: estateMessages,
    filter: filterMessages,
    overview: overviewMessages,
    print: printMessages,
    record: recordMessages,
    todo: todoMessages,
  },
});
