import { z } from 'zod';
import { FieldError } from '../client/edits';
import { nearestId } from '../profile';
import { Standard } from '../standards';
import { documentShape } from './documentShape';
import { documentKinds, DocumentValues } from './types';
import { unknownClauses } from './unknownClauses';

/**
 * What became of values that somebody entered: a document, or why it is none.
 *
 * @public
 */
export type DocumentReading =
  | { values: DocumentValues }
  | { errors: FieldError[] };

const schema = z.strictObject(documentShape, {
  error: ({ code }) =>
    code === 'unrecognized_keys' ? undefined : 'an object with a title',
});

/**
 * Reads what somebody says about a document, in a form as in the backend.
 *
 * @param input - values by field name; what is left out is unset
 * @returns the values in their stored form, or all errors
 * @public
 */
export function readDocument(
  input: unknown,
  standards: readonly Pick<Standard, 'id' | 'title' | 'clauses'>[],
): DocumentReading {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    return {
      errors: parsed.error.issues.flatMap(issue => toErrors(issue, input)),
    };
  }
  const errors = unknownClauses(parsed.data.clauses, standards).map(
    ({ index, part, expected, nearest }) =>
      toError(['clauses', index, part], expected, nearest),
  );
  return errors.length > 0 ? { errors } : { values: parsed.data };
}

function toErrors(issue: z.core.$ZodIssue, input: unknown): FieldError[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const known =
        path.length === 0 ? Object.keys(documentShape) : ['standard', 'clause'];
      return toError(
        [...path, key],
        `one of ${known.join(', ')}`,
        nearestId(key, known),
      );
    });
  }
  const { kind } = Object(input) as { kind?: unknown };
  const nearest =
    path[0] === 'kind' && typeof kind === 'string'
      ? nearestId(kind, documentKinds)
      : undefined;
  return [toError(path, issue.message, nearest)];
}

function toError(
  [field = '', ...path]: (string | number)[],
  expected: string,
  nearest?: string,
): FieldError {
  const hint = nearest === undefined ? '' : `; the nearest is '${nearest}'`;
  return { field: String(field), path, message: `expected ${expected}${hint}` };
}
