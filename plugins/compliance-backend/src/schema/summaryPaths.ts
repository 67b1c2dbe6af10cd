import { body, selectionBody, selectionParameters } from './entityPaths';
import { answers } from './parts';

const groupBy = {
  type: 'string',
  enum: ['owner', 'system', 'domain', 'kind', 'lifecycle'],
  default: 'owner',
} as const;

const days = {
  type: 'integer',
  minimum: 1,
  maximum: 366,
  default: 90,
} as const;

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
          schema: groupBy,
        },
        ...selectionParameters,
      ],
      responses: answers('Summary', 'The totals'),
    },
  },
  '/summary/query': {
    post: {
      operationId: 'getSummaryByBody',
      summary: 'The same with a body, for queries that no address can hold',
      requestBody: body({ ...selectionBody, groupBy }),
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
          schema: days,
        },
        ...selectionParameters,
      ],
      responses: answers('Trends', 'The trend'),
    },
  },
  '/trends/query': {
    post: {
      operationId: 'getTrendsByBody',
      summary: 'The same with a body, for queries that no address can hold',
      requestBody: body({ ...selectionBody, days }),
      responses: answers('Trends', 'The trend'),
    },
  },
} as const;
