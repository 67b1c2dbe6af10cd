import { answers, path, text } from './parts';

/** The suppliers, and how the risk of them reaches others. */
export const supplierPaths = {
  '/suppliers': {
    get: {
      operationId: 'querySuppliers',
      summary: 'A page of the suppliers that the caller may see',
      parameters: [
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
            'The `nextCursor` of the page before. Text and order must be repeated.',
          allowReserved: true,
          schema: { ...text, maxLength: 4000 },
        },
      ],
      responses: answers('Suppliers', 'A page'),
    },
  },
  '/entities/{kind}/{namespace}/{name}/dependencies': {
    get: {
      operationId: 'getDependencies',
      summary: 'What an entity depends on, and what depends on it',
      parameters: [
        path('kind', 'Kind, without regard to case'),
        path('namespace', 'Namespace, without regard to case'),
        path('name', 'Name, without regard to case'),
        {
          name: 'depth',
          in: 'query',
          description:
            'Number of steps; `compliance.supplierRisk.depth` by default.',
          schema: { type: 'integer', minimum: 1, maximum: 5 },
        },
      ],
      responses: answers('Dependencies', 'The trees'),
    },
  },
} as const;
