import { selectionParameters } from './entityPaths';
import { answers } from './parts';

/** Totals of what a list has, and how they changed. */
export const summaryPaths = {
  '/summary': {
    get: {
      operationId: 'getSummary',
      summary: 'Totals of the entities that the caller may see',
      parameters: [
        {
          name: 'groupBy',
          in: 'query',
          description: 'What the groups are by.',
          schema: {
            type: 'string',
            enum: ['owner', 'system', 'domain', 'kind', 'lifecycle'],
            default: 'owner',
          },
        },
        ...selectionParameters,
      ],
      responses: answers('Summary', 'The totals'),
    },
  },
  '/trends': {
    get: {
      operationId: 'getTrends',
      summary: 'How the entities that the caller may see got to where they are',
      parameters: [
        {
          name: 'days',
          in: 'query',
          description: 'Number of days up to today.',
          schema: { type: 'integer', minimum: 1, maximum: 366, default: 90 },
        },
        ...selectionParameters,
      ],
      responses: answers('Trends', 'The trend'),
    },
  },
} as const;
