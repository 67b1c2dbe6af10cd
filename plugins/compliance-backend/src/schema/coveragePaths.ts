import { body, selectionBody, selectionParameters } from './entityPaths';
import { answers, path, text } from './parts';

const standard = { ...text, minLength: 1 } as const;

/** How clauses are covered, by services and by the organisation. */
export const coveragePaths = {
  '/coverage': {
    get: {
      operationId: 'getCoverage',
      summary: 'Coverage of a standard by the entities that the caller may see',
      parameters: [
        {
          name: 'standard',
          in: 'query',
          description: 'Id of the standard, e.g. iso27001-2022.',
          required: true,
          schema: standard,
        },
        ...selectionParameters,
      ],
      responses: answers('Coverage', 'The coverage'),
    },
  },
  '/coverage/query': {
    post: {
      operationId: 'getCoverageByBody',
      summary: 'The same with a body, for queries that no address can hold',
      requestBody: body({ ...selectionBody, standard }, ['standard']),
      responses: answers('Coverage', 'The coverage'),
    },
  },
  '/entities/{kind}/{namespace}/{name}/coverage': {
    get: {
      operationId: 'getEntityCoverage',
      summary: 'Coverage of all standards by an entity',
      parameters: [
        path('kind', 'Kind, without regard to case'),
        path('namespace', 'Namespace, without regard to case'),
        path('name', 'Name, without regard to case'),
      ],
      responses: answers('EntityCoverage', 'The coverage'),
    },
  },
} as const;
