import { answers, path, text } from './parts';

const TEXTS = { type: 'array', items: text } as const;

/** Filters of which an entity must have one of the values. */
const lists = {
  kind: 'Kind, without regard to case.',
  type: 'Type, without regard to case, or `unset`.',
  lifecycle: 'Lifecycle, without regard to case, or `unset`.',
  owner: 'Entity ref of an owner (kind `group` unless given), or `unset`.',
  system: 'Entity ref of the system (kind `system` unless given), or `unset`.',
  domain:
    'Entity ref of the domain of its system (kind `domain` unless given), or `unset`.',
  serviceTier: 'Level of the scale `serviceTier`, or `unset`.',
  classification: 'Level of the scale `classification`, or `unset`.',
  continuityTier: 'Level of the scale `continuityTier`, or `unset`.',
  supplierRisk:
    'Level of the scale `risk`: the worst of the suppliers it needs, or its own; or `unset`.',
  level: 'Id of a level, `none` below the lowest, or `unset`.',
  progress: 'How far the profile is: `untouched`, `started` or `complete`.',
} as const;

const score = { type: 'number', minimum: 0, maximum: 100 } as const;

const statuses =
  'Status of the check: `pass`, `fail`, `unknown`, `not-applicable` or `waived`.';

/** A query parameter whose values are alternatives. */
const list = (name: string, description: string) =>
  ({
    name,
    in: 'query',
    description: `${description} May be repeated; the values are alternatives, and an empty value alone matches nothing.`,
    allowEmptyValue: true,
    allowReserved: true,
    style: 'form',
    explode: true,
    schema: { ...TEXTS, maxItems: 100 },
  } as const);

const number = (name: string, description: string) =>
  ({ name, in: 'query', description, schema: score } as const);

/** Parameters that select entities, for lists, totals and exports alike. */
export const selectionParameters = [
  ...Object.entries(lists).map(([name, description]) =>
    list(name, description),
  ),
  {
    name: 'mine',
    in: 'query',
    description:
      'Whether to select only what the caller owns, be it through groups.',
    schema: { type: 'boolean', default: false },
  },
  number('minScore', 'Lowest score.'),
  number('maxScore', 'Highest score.'),
  {
    name: 'dueBy',
    in: 'query',
    description:
      'ISO 8601 date; only entities of which a passing check expires by then.',
    schema: text,
  },
  {
    name: 'check',
    in: 'query',
    description:
      'Id of a check; only entities for which it has one of the values of `checkStatus`.',
    allowReserved: true,
    schema: text,
  },
  list('checkStatus', statuses),
  {
    name: 'query',
    in: 'query',
    description:
      'Filter predicate as JSON, such as `{"information.classification": {"$in": ["confidential", "restricted"]}}`.',
    allowReserved: true,
    schema: { type: 'string', maxLength: 16000 },
  },
  {
    name: 'fullText',
    in: 'query',
    description: 'Text in name or title, without regard to case.',
    allowEmptyValue: true,
    allowReserved: true,
    schema: { ...text, maxLength: 200 },
  },
] as const;

/** What lists and exports are sorted by. */
export const orderParameter = {
  name: 'order',
  in: 'query',
  description:
    '`<field>,<asc|desc>`, by default `name,asc`. Levels sort as their scale lists them; what has no value comes last.',
  allowReserved: true,
  schema: text,
} as const;

const limit = {
  type: 'integer',
  minimum: 1,
  maximum: 500,
  default: 50,
} as const;
const cursor = { ...text, maxLength: 4000 } as const;

/** The same selection in a body, for long ones. */
export const selectionBody = {
  filter: {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        Object.entries(lists).map(([name, description]) => [
          name,
          { ...TEXTS, maxItems: 1000, description },
        ]),
      ),
      mine: { type: 'boolean' },
      minScore: score,
      maxScore: score,
      dueBy: { ...text, description: 'ISO 8601 date.' },
      check: {
        type: 'object',
        required: ['id', 'status'],
        properties: {
          id: text,
          status: { ...TEXTS, maxItems: 10, description: statuses },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
  query: { type: 'object', description: 'A filter predicate.' },
  fullText: { ...text, maxLength: 200 },
} as const;

const order = {
  type: 'object',
  required: ['field', 'direction'],
  properties: { field: text, direction: text },
  additionalProperties: false,
} as const;

/** A body with some of these properties and no others. */
export const body = <const Properties extends object>(
  properties: Properties,
  required: readonly (keyof Properties & string)[] = [],
) =>
  ({
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required,
          properties,
          additionalProperties: false,
        },
      },
    },
  } as const);

const exported = {
  ...answers('Entities', 'A file'),
  200: {
    description:
      'All of them as a file that is streamed. It ends early when something goes wrong half way.',
    content: {
      'text/csv': { schema: { type: 'string' } },
      'application/json': { schema: { type: 'array' } },
    },
  },
} as const;

/** An export in one format; its id becomes part of those of the operations. */
const exportPath = <const Id extends string>(id: Id) =>
  ({
    get: {
      operationId: `export${id}`,
      summary: 'All entities that match and that the caller may see, as a file',
      parameters: [...selectionParameters, orderParameter],
      responses: exported,
    },
    post: {
      operationId: `export${id}ByBody`,
      summary: 'The same with a body, for queries that no address can hold',
      requestBody: body({ ...selectionBody, order }),
      responses: exported,
    },
  } as const);

/** Lists and exports of entities. */
export const entityPaths = {
  '/entities': {
    get: {
      operationId: 'queryEntities',
      summary: 'A page of the entities that the caller may see',
      parameters: [
        ...selectionParameters,
        orderParameter,
        {
          name: 'limit',
          in: 'query',
          description: 'Number of items.',
          schema: limit,
        },
        {
          name: 'cursor',
          in: 'query',
          description:
            'The `nextCursor` of the page before. Filter, query, text and order must be repeated.',
          allowReserved: true,
          schema: cursor,
        },
      ],
      responses: answers('Entities', 'A page'),
    },
  },
  '/entities/query': {
    post: {
      operationId: 'queryEntitiesByBody',
      summary: 'The same with a body, for queries that no address can hold',
      requestBody: body({ ...selectionBody, order, limit, cursor }),
      responses: answers('Entities', 'A page'),
    },
  },
  '/exports/services.csv': exportPath('Csv'),
  '/exports/services.json': exportPath('Json'),
  '/exports/{file}': {
    get: {
      operationId: 'exportForAudit',
      summary: 'A file for auditors, of all entities that match or of one',
      parameters: [
        path(
          'file',
          '`coverage-<standard>.csv`, `applicability.csv`, `crosswalk.csv`, or as OSCAL `catalog.json`, `mapping-collection.json`, `component-definition.json`, `assessment-results.json`, `plan-of-action-and-milestones.json`',
        ),
        {
          name: 'entityRef',
          in: 'query',
          description: 'Ref of the only entity that the file is about.',
          allowReserved: true,
          schema: text,
        },
        ...selectionParameters,
      ],
      responses: exported,
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
} as const;
