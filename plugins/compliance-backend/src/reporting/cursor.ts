import { InputError } from '@backstage/errors';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The last item of a page: what the list is sorted by, and its ref. */
export interface Position {
  key: string | number | null;
  entityRef: string;
}

// PostgreSQL fails on what is not of the type that it compares with, and on NUL.
const text = z.string().regex(/^[^\0]*$/);
const keys = { text, number: z.number(), integer: z.int32() };

/** Of what type it is that a list is sorted by. */
export type KeyType = keyof typeof keys;

const cursorSchema = (type: KeyType) =>
  z.strictObject({
    key: keys[type].nullable(),
    entityRef: text,
    seal: z.string(),
  });

/** What a cursor is tied to. */
export interface PagedQuery extends Pick<EntitiesQuery, 'query' | 'fullText'> {
  filter?: object;
  order?: { field: string; direction: string };
}

/** Ties a position to its query, so that it cannot be used in another one. */
function sealOf(position: Position, query: PagedQuery): string {
  const filter = Object.entries(query.filter ?? {})
    .filter(([, values]) => values !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { fullText, order, query: predicate } = query;
  return createHash('sha256')
    .update(
      JSON.stringify([
        position.key,
        position.entityRef,
        filter,
        predicate,
        fullText,
        order?.field,
        order?.direction,
      ]),
    )
    .digest('base64url');
}

/** The cursor of the page after a position. */
export function writeCursor(position: Position, query: PagedQuery): string {
  const { key, entityRef } = position;
  const seal = sealOf(position, query);
  return Buffer.from(JSON.stringify({ key, entityRef, seal })).toString(
    'base64url',
  );
}

/**
 * The position after which a page starts. The seal keeps no secret, so that it
 * can be forged; what is harmful is refused nevertheless.
 *
 * @param type - of what the query sorts by
 * @throws InputError when the cursor was not given out for this query.
 */
export function readCursor(
  cursor: string,
  query: PagedQuery,
  type: KeyType,
): Position {
  try {
    const { seal, ...position } = cursorSchema(type).parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    if (seal === sealOf(position, query)) {
      return position;
    }
  } catch {
    // What cannot be read was not given out either.
  }
  throw new InputError(
    `Invalid cursor '${cursor.slice(
      0,
      80,
    )}', expected the nextCursor of a page with the same filter, query, text and order`,
  );
}
