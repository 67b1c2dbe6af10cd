import { applicabilityPaths } from './applicabilityPaths';
import { applicabilitySchemas } from './applicabilitySchemas';
import { coveragePaths } from './coveragePaths';
import { coverageSchemas } from './coverageSchemas';
import { documentPaths } from './documentPaths';
import { documentSchemas } from './documentSchemas';
import { entityPaths } from './entityPaths';
import { answers, path } from './parts';
import { profilePaths } from './profilePaths';
import { schemas } from './schemas';
import { summaryPaths } from './summaryPaths';
import { summarySchemas } from './summarySchemas';
import { supplierPaths } from './supplierPaths';
import { supplierSchemas } from './supplierSchemas';
import { todoPaths } from './todoPaths';

/** The contract of the API; requests are validated against it. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'Service compliance',
    version: '1',
    description:
      'Profiles and scorecards of catalog entities. Timestamps are ISO 8601 in UTC, dates and durations ISO 8601. Fields without a value are absent.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths: {
    '/vocabulary': {
      get: {
        operationId: 'getVocabulary',
        summary: 'Scales, levels, fields and scope as configured',
        responses: answers('Vocabulary', 'The vocabulary'),
      },
    },
    '/checks': {
      get: {
        operationId: 'getChecks',
        summary: 'All checks that are enabled',
        responses: answers('Checks', 'The checks'),
      },
    },
    '/standards': {
      get: {
        operationId: 'getStandards',
        summary: 'The standards that checks are evidence for',
        responses: answers('Standards', 'The standards'),
      },
    },
    '/standards/{id}': {
      get: {
        operationId: 'getStandard',
        summary: 'The clauses of a standard with the checks behind them',
        parameters: [path('id', 'Id of the standard, e.g. iso27001-2022')],
        responses: answers('Standard', 'The standard'),
      },
    },
    ...entityPaths,
    ...profilePaths,
    ...todoPaths,
    ...summaryPaths,
    ...coveragePaths,
    ...supplierPaths,
    ...documentPaths,
    ...applicabilityPaths,
    '/status': {
      get: {
        operationId: 'getStatus',
        summary: 'The last runs and the age of the data',
        responses: answers('Status', 'The status'),
      },
    },
  },
  components: {
    schemas: {
      ...schemas,
      ...summarySchemas,
      ...coverageSchemas,
      ...supplierSchemas,
      ...documentSchemas,
      ...applicabilitySchemas,
    },
  },
} as const;
