import { answers } from './parts';

/** What is to do, and what others learn about what was done. */
export const todoPaths = {
  '/todo': {
    get: {
      operationId: 'getTodo',
      summary: 'What the services of the user need soon, and how far they are',
      description: 'For users only, as services own nothing.',
      responses: answers('Todo', 'What is to do'),
    },
  },
  '/labels': {
    get: {
      operationId: 'getLabels',
      summary: 'What the labels of entities became after a revision',
      description:
        'For services only, as it tells about entities whoever may see them.',
      parameters: [
        {
          name: 'after',
          in: 'query',
          description: 'Revision of the last item that is known.',
          schema: {
            type: 'integer',
            minimum: 0,
            maximum: Number.MAX_SAFE_INTEGER,
            default: 0,
          },
        },
        {
          name: 'limit',
          in: 'query',
          description: 'Number of items.',
          schema: { type: 'integer', minimum: 1, maximum: 1000, default: 500 },
        },
      ],
      responses: answers('Labels', 'A page of the feed'),
    },
  },
} as const;
