import { answers, path, text } from './parts';

const standard = path('standard', 'Id of the standard, e.g. iso27001-2022');

const ifMatch = <Description extends string>(description: Description) =>
  ({
    name: 'If-Match',
    in: 'header',
    description,
    schema: { type: 'string' },
  } as const);

const answer = <Name extends string>(schema: Name, description: string) =>
  ({
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  } as const);

const body = <const Schema extends object>(schema: Schema) =>
  ({
    required: true,
    content: { 'application/json': { schema } },
  } as const);

/** Statements of Applicability. */
export const applicabilityPaths = {
  '/applicability/{standard}': {
    get: {
      operationId: 'getApplicability',
      summary: 'The draft of a statement and what was approved',
      parameters: [standard],
      responses: answers('Applicability', 'The statement, with its ETag'),
    },
  },
  '/applicability/{standard}/{clause}': {
    put: {
      operationId: 'saveApplicability',
      summary: 'Replaces what the draft says about a control or clause',
      parameters: [
        standard,
        path('clause', 'Number of the control or clause'),
        ifMatch(
          'The ETag of the entry that the edit is based on, or `*`. It is needed; an edit that changes nothing any more does not fail on another version.',
        ),
      ],
      requestBody: body({
        type: 'object',
        description:
          'Values by name, as in ApplicabilityEntry. What is left out becomes unset.',
      }),
      responses: {
        ...answers('ApplicabilityEntry', 'The entry as it is now'),
        412: answer(
          'ApplicabilityEntryConflict',
          'The entry has another version by now.',
        ),
        422: answer('InvalidValues', 'Values are not allowed.'),
      },
    },
  },
  '/applicability/versions': {
    post: {
      operationId: 'approveApplicability',
      summary: 'Approves the draft of a statement as its next version',
      parameters: [ifMatch('The ETag of the draft. It is needed.')],
      requestBody: body({
        type: 'object',
        required: ['standard'],
        properties: {
          standard: { ...text, minLength: 1 },
          note: {
            ...text,
            description: 'What changed and why.',
            minLength: 1,
            maxLength: 1000,
          },
        },
        additionalProperties: false,
      }),
      responses: {
        201: answer('ApplicabilityVersion', 'The version'),
        409: answer('Error', 'The last version says the same.'),
        412: answer(
          'ApplicabilityConflict',
          'The draft has another version by now.',
        ),
        422: answer(
          'InvalidValues',
          'Controls are undecided; each is a `field` by its number.',
        ),
        default: answers('Error', '').default,
      },
    },
  },
  '/applicability/{standard}/versions/{number}': {
    get: {
      operationId: 'getApplicabilityVersion',
      summary: 'What an approved version says',
      parameters: [
        standard,
        {
          name: 'number',
          in: 'path',
          description: 'Number of the version.',
          required: true,
          schema: { type: 'integer', minimum: 1, maximum: 2147483647 },
        },
      ],
      responses: answers('ApplicabilityVersionContent', 'The version'),
    },
  },
} as const;
