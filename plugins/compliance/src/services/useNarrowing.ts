import {
  EntitiesQuery,
  QueryField,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { entityFilter } from './entityFilter';
import { readQueryText } from './query';
import { ServicesQuery } from './servicesQuery';

/** Which services are asked for, but for the search and the order. */
export type Narrowing = Pick<EntitiesQuery, 'filter' | 'query'>;

/**
 * Which services the backend is to be asked for.
 *
 * @param fields - what the query box can compare, as far as it is known
 * @returns no narrowing while the query box cannot be read, or when it is wrong
 */
export function useNarrowing(
  query: ServicesQuery,
  fields: QueryField[] | undefined,
): { narrowing?: Narrowing; isWrong: boolean } {
  const text = query.query;
  const read = useMemo(
    () => (text === '' ? {} : fields && readQueryText(text, fields)),
    [text, fields],
  );

  // The same question must be the same object, or it would be asked again.
  const asked =
    read && !read.problems
      ? JSON.stringify({ filter: entityFilter(query), query: read.query })
      : undefined;
  const narrowing = useMemo(
    () => asked && (JSON.parse(asked) as Narrowing),
    [asked],
  );
  return {
    narrowing: narrowing || undefined,
    isWrong: read?.problems !== undefined,
  };
}
