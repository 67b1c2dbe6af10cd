import { answers, path } from './parts';

const id = path('id', 'Id of the document');

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description:
    'The ETag of the document that the change is based on, or `*`. It is needed; a change that changes nothing any more does not fail on another version.',
  schema: { type: 'string' },
} as const;

const answer = <Name extends string>(schema: Name, description: string) =>
  ({
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  } as const);

const { default: failed, 200: saved } = answers(
  'Document',
  'The document as it is now, with its ETag',
);
const conflict = answer(
  'DocumentConflict',
  'The document has another version by now.',
);
const invalid = answer('InvalidValues', 'Values are not allowed.');

/** Titles and the like are validated by the rules that forms have, too. */
const values = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        description:
          'Values by field name: title, kind, link, entityRef, owner, version, approvedOn, reviewEvery and clauses. What is left out becomes unset.',
      },
    },
  },
} as const;

/** The register of documents. */
export const documentPaths = {
  '/documents': {
    get: {
      operationId: 'getDocuments',
      summary: 'The documents that the caller may see, by title',
      responses: answers('Documents', 'The documents'),
    },
    post: {
      operationId: 'addDocument',
      summary: 'Adds a document',
      requestBody: values,
      responses: { 201: saved, 422: invalid, default: failed },
    },
  },
  '/documents/{id}': {
    put: {
      operationId: 'saveDocument',
      summary: 'Replaces what is said about a document',
      parameters: [id, ifMatch],
      requestBody: values,
      responses: { 200: saved, 412: conflict, 422: invalid, default: failed },
    },
    delete: {
      operationId: 'removeDocument',
      summary:
        'Removes a document of the portal, or lets the declaration of another hold again',
      parameters: [id, ifMatch],
      responses: {
        204: { description: 'It is done.' },
        412: conflict,
        default: failed,
      },
    },
  },
} as const;
