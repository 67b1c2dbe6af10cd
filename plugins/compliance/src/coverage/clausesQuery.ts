import { ClauseRef } from '@service-compliance/backstage-plugin-compliance-common';
import { readQuery, writeQuery } from '../services/address';
import {
  noFilter,
  ServicesFilter,
  ServicesQuery,
} from '../services/servicesQuery';

/** How the clauses of two standards are shown together. */
export const INTEGRATED = 'integrated';

/**
 * What the Clauses tab shows. The services are narrowed as on the Services tab,
 * in the same address, so that one leads to the other.
 */
export interface ClausesQuery extends ServicesQuery {
  /** Id of the standard, or {@link INTEGRATED}; absent for the first one. */
  arrangement?: string;
  /** The clause whose details are open. */
  opened?: ClauseRef;
}

/** Which services are shown, without anything about how. */
export type ServicesSelection = ServicesFilter & { search: string };

/** Which services the clauses are shown for. */
export function selectionOf(query: ClausesQuery): ServicesSelection {
  const keys = Object.keys(noFilter) as (keyof ServicesSelection)[];
  return Object.fromEntries(
    keys.map(key => [key, query[key]]),
  ) as unknown as ServicesSelection;
}

function readClause(text: string | null): ClauseRef | undefined {
  const [, standard, clause] = /^([^:]+):(.+)$/.exec(text ?? '') ?? [];
  return standard ? { standard, clause } : undefined;
}

/** Reads the address of the page. */
export function readClausesQuery(params: URLSearchParams): ClausesQuery {
  const opened = readClause(params.get('clause'));
  return {
    ...readQuery(params),
    // A link to a clause need not say where it is shown.
    arrangement: params.get('arrangement') || opened?.standard,
    opened,
  };
}

/** Writes into the address of the page; parameters of others stay. */
export function writeClausesQuery(
  query: ClausesQuery,
  current: URLSearchParams,
): URLSearchParams {
  const { arrangement, opened, ...services } = query;
  const params = writeQuery(services, current);
  params.delete('arrangement');
  params.delete('clause');
  if (arrangement) {
    params.set('arrangement', arrangement);
  }
  if (opened) {
    params.set('clause', `${opened.standard}:${opened.clause}`);
  }
  return params;
}
