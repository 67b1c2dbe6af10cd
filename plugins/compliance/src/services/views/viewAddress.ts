import { readQuery, writeQuery } from '../address';
import { ServicesQuery } from '../servicesQuery';

/** What a view keeps of a query, as an address. */
export function addressOf(query: ServicesQuery): string {
  return String(
    writeQuery({ ...query, view: undefined, open: [] }, new URLSearchParams()),
  );
}

/** The query that an address stands for. */
export function queryOf(address: string): ServicesQuery {
  return readQuery(new URLSearchParams(address));
}

/**
 * Whether a query shows something else than a view. A view without columns
 * leaves them to the reader.
 */
export function differs(query: ServicesQuery, address: string): boolean {
  const view = queryOf(address);
  const columns = view.columns && query.columns;
  return addressOf({ ...query, columns }) !== addressOf(view);
}
