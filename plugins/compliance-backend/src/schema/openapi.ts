import { answers, path, text } from './parts';
import { profilePaths } from './profilePaths';
import { schemas } from './schemas';
import { todoPaths } from './todoPaths';

/** A query parameter whose values are alternatives. */
const list = <Name extends string>(name: Name, description: string) =>
  ({
    name,
    in: 'query',
    description: `${description} May be repeated; the values are alternatives, and an empty value alone matches nothing.`,
    allowEmptyValue: true,
    allowReserved: true,
    style: 'form',
    explode: true,
    schema: { type: 'array', maxItems: 100, items: text },
  } as const);

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
    '/entities': {
      get: {
        operationId: 'queryEntities',
        summary: 'A page of the entities that the caller may see',
        parameters: [
          list('kind', 'Kind, without regard to case.'),
          list('type', 'Type, without regard to case, or `unset`.'),
          list('lifecycle', 'Lifecycle, without regard to case, or `unset`.'),
          list(
            'owner',
            'Entity ref of an owner (kind `group` unless given), or `unset`.',
          ),
          list(
            'system',
            'Entity ref of the system (kind `system` unless given), or `unset`.',
          ),
          list('serviceTier', 'Level of the scale `serviceTier`, or `unset`.'),
          list(
            'classification',
            'Level of the scale `classification`, or `unset`.',
          ),
          list(
            'continuityTier',
            'Level of the scale `continuityTier`, or `unset`.',
          ),
          list(
            'supplierRisk',
            'Level of the scale `risk`: the residual risk, or `unset`.',
          ),
          list('level', 'Id of a level, `none` below the lowest, or `unset`.'),
          list(
            'progress',
            'How far the profile is: `untouched`, `started` or `complete`.',
          ),
          {
            name: 'mine',
            in: 'query',
            description:
              'Whether to list only what the caller owns, be it through groups.',
            schema: { type: 'boolean', default: false },
          },
          {
            name: 'check',
            in: 'query',
            description:
              'Id of a check; only entities for which it has one of the values of `checkStatus`.',
            allowReserved: true,
            schema: text,
          },
          list(
            'checkStatus',
            'Status of the check: `pass`, `fail`, `unknown`, `not-applicable` or `waived`.',
          ),
          {
            name: 'fullText',
            in: 'query',
            description: 'Text in name or title, without regard to case.',
            allowEmptyValue: true,
            allowReserved: true,
            schema: { ...text, maxLength: 200 },
          },
          {
            name: 'order',
            in: 'query',
            description:
              '`<field>,<asc|desc>`, by default `name,asc`. Levels sort as their scale lists them; what has no value comes last.',
            allowReserved: true,
            schema: text,
          },
          {
            name: 'limit',
            in: 'query',
            description: 'Number of items.',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
          },
          {
            name: 'cursor',
            in: 'query',
            description:
              'The `nextCursor` of the page before. Filter, text and order must be repeated.',
            allowReserved: true,
            schema: { ...text, maxLength: 4000 },
          },
        ],
        responses: answers('Entities', 'A page'),
      },
    },
    '/entities/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getEntity',
        summary: 'Profile and scorecard of an entity',
        parameters: [
          path('kind', 'Kind, without regard to case'),
          path('namespace', 'Namespace, without regard to case'),
          path('name', 'Name, without regard to case'),
        ],
        responses: answers('Entity', 'The entity'),
      },
    },
    ...profilePaths,
    ...todoPaths,
    '/status': {
      get: {
        operationId: 'getStatus',
        summary: 'The last runs and the age of the data',
        responses: answers('Status', 'The status'),
      },
    },
  },
  components: { schemas },
} as const;
