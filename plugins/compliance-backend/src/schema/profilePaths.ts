import { answers, path, text } from './parts';

const entityPath = [
  path('kind', 'Kind, without regard to case'),
  path('namespace', 'Namespace, without regard to case'),
  path('name', 'Name, without regard to case'),
] as const;

const group = {
  type: 'string',
  enum: [
    'serviceLevel',
    'information',
    'continuity',
    'supplier',
    'scope',
    'operations',
  ],
} as const;

const profilePath = [
  ...entityPath,
  {
    name: 'facet',
    in: 'path',
    description: 'Group of fields.',
    required: true,
    schema: group,
  },
] as const;

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description:
    'The ETag of the entity that the edit is based on, or `*`. It is needed; an edit that changes nothing any more does not fail on another version.',
  schema: { type: 'string' },
} as const;

const refused = <Name extends string>(schema: Name, description: string) =>
  ({
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  } as const);

/** The entity after an edit, or why it was refused. */
const edited = {
  ...answers('Entity', 'The entity as it is now, with its ETag'),
  412: refused('EditConflict', 'The profile has another version by now.'),
  422: refused('InvalidValues', 'Values are not allowed.'),
} as const;

const body = <const Schema extends object>(schema: Schema) =>
  ({
    required: true,
    content: { 'application/json': { schema } },
  } as const);

/** What the portal is to have; the values are validated by the vocabulary. */
const values = {
  type: 'object',
  description: 'Values by field name. What is left out becomes unset.',
} as const;

/** Editing profiles. */
export const profilePaths = {
  '/entities/{kind}/{namespace}/{name}/profile/{facet}': {
    put: {
      operationId: 'saveFacet',
      summary: 'Replaces a group of the values entered in the portal',
      parameters: [...profilePath, ifMatch],
      requestBody: body(values),
      responses: edited,
    },
    delete: {
      operationId: 'withdrawFacet',
      summary: 'Removes a group of the values entered in the portal',
      parameters: [...profilePath, ifMatch],
      responses: edited,
    },
  },
  '/entities/{kind}/{namespace}/{name}/profile/{facet}/accept': {
    post: {
      operationId: 'acceptValue',
      summary: 'Settles a conflict between Git and the portal',
      parameters: [...profilePath, ifMatch],
      requestBody: body({
        type: 'object',
        required: ['field', 'source'],
        properties: {
          field: { type: 'string', description: 'Name of the field.' },
          source: {
            type: 'string',
            description:
              'Whose value holds: `git` removes that of the portal; `portal` holds until Git says something else.',
            enum: ['git', 'portal'],
          },
        },
        additionalProperties: false,
      }),
      responses: edited,
    },
  },
  '/entities/{kind}/{namespace}/{name}/profile/{facet}/preview': {
    post: {
      operationId: 'previewFacet',
      summary: 'Tells what saving would do, without doing it',
      parameters: profilePath,
      requestBody: body(values),
      responses: {
        ...answers('Preview', 'What it would do'),
        422: refused('InvalidValues', 'Values are not allowed.'),
      },
    },
  },
  '/entities/{kind}/{namespace}/{name}/history': {
    get: {
      operationId: 'getHistory',
      summary: 'What became of the profile, the newest first',
      parameters: [
        ...entityPath,
        {
          name: 'limit',
          in: 'query',
          description: 'Number of items.',
          schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
        },
        {
          name: 'cursor',
          in: 'query',
          description: 'The `nextCursor` of the page before.',
          schema: text,
        },
      ],
      responses: answers('History', 'A page'),
    },
  },
  '/profiles/bulk': {
    post: {
      operationId: 'bulkEdit',
      summary: 'Sets the same values on many entities; other values stay',
      requestBody: body({
        type: 'object',
        required: ['entityRefs', 'group', 'values'],
        properties: {
          entityRefs: {
            type: 'array',
            description: 'Each of them once.',
            minItems: 1,
            maxItems: 5000,
            items: { ...text, minLength: 1 },
          },
          group,
          values: { type: 'object', minProperties: 1 },
        },
        additionalProperties: false,
      }),
      responses: {
        ...answers('Bulk', 'What became of each entity, in their order'),
        422: refused('InvalidValues', 'Values are not allowed for any entity.'),
      },
    },
  },
} as const;
