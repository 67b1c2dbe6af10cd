import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { ClauseRef } from '../standards';
import { isDate, isDuration } from '../profile';
import { readLink, readOwner } from '../profile/types/scalars';
import { documentKinds } from './types';

const MAX_CLAUSES = 200;

/** The normal form of a text, or what would be right. */
const textOf = (expected: string, read: (text: string) => string | undefined) =>
  z.string(expected).transform((text, context) => {
    const value = /\p{Cc}/u.test(text) ? undefined : read(text.trim());
    if (value === undefined) {
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    }
    return value;
  });

const line = (maxLength: number) =>
  textOf(`one line of at most ${maxLength} characters`, text =>
    text.length > 0 && text.length <= maxLength ? text : undefined,
  );

function readEntityRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultNamespace: 'default' });
    const valid =
      /^[a-z][a-z0-9]{0,62}$/i.test(ref.kind) &&
      /^[\w.-]{1,63}$/.test(ref.namespace) &&
      /^[\w.-]{1,63}$/.test(ref.name);
    return valid ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined;
  }
}

/** An id or a number, as long as standards can have them. */
const idText = (expected: string) =>
  textOf(expected, text =>
    text.length > 0 && text.length <= 63 ? text : undefined,
  );

const clause = z.strictObject(
  {
    standard: idText('the id of a standard, such as iso27001-2022'),
    clause: idText("the number of a clause in quotes, such as '5.2'"),
  },
  'a standard and a clause',
);

/** Reports clauses that are named a second time. */
function distinct(clauses: ClauseRef[], context: z.RefinementCtx<unknown>) {
  const keys = clauses.map(ref => `${ref.standard} ${ref.clause}`);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) < index) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message: 'a clause that is not named twice',
      });
    }
  });
}

/**
 * The schemas of what people say about a document. Their messages say what
 * would be right, as the end of the sentence "found …, expected …". Whether
 * clauses exist has to be looked up; see {@link unknownClauses}.
 *
 * @public
 */
export const documentShape = {
  title: line(200),
  kind: z.enum(documentKinds, `one of ${documentKinds.join(', ')}`),
  link: textOf('an http or https address', readLink).optional(),
  entityRef: textOf(
    'the ref of an entity, such as component:default/handbook',
    readEntityRef,
  ).optional(),
  owner: textOf(
    'a user or group, such as group:default/payments or user:default/jo',
    readOwner,
  ).optional(),
  version: line(50).optional(),
  approvedOn: textOf('an existing date written YYYY-MM-DD', text =>
    isDate(text) ? text : undefined,
  ).optional(),
  reviewEvery: textOf('an ISO 8601 duration above zero, such as P1Y', text =>
    isDuration(text) && /[1-9]/.test(text) && text.length <= 30
      ? text
      : undefined,
  ).optional(),
  clauses: z
    .array(clause, 'a list of clauses')
    .max(MAX_CLAUSES, `at most ${MAX_CLAUSES} clauses`)
    .superRefine(distinct)
    .default([]),
};
