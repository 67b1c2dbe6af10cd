import {
  ImplementationStatus,
  implementationStatuses,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Decision, decisions } from './decision';

/** What is compared: a version by its number, or the draft. */
export type Edition = number | 'draft';

/** Which controls or clauses are shown; an empty list shows all of them. */
export interface StatementFilter {
  search: string;
  decisions: Decision[];
  implementations: (ImplementationStatus | typeof UNSET)[];
  /** Refs, or `unset`. */
  owners: string[];
  /** What else narrows: those with a warning, or that others handle. */
  only?: 'disagreements' | 'handled';
}

/** What is shown when the address of the page says nothing. */
export const noFilter: StatementFilter = {
  search: '',
  decisions: [],
  implementations: [],
  owners: [],
  only: undefined,
};

/** What the Applicability tab shows. */
export interface ApplicabilityQuery extends StatementFilter {
  /** Id of the standard; the first one with controls by default. */
  standard?: string;
  /** Number of the version that is shown; the draft by default. */
  version?: number;
  /** What is compared, instead of showing one edition. */
  compared?: { from: Edition; to: Edition };
  /** Number of the control or clause that is edited. */
  edited?: string;
}

/** Which of the known values stand in the address, each once. */
function readKnown<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] {
  const given = params.getAll(name);
  return known.filter(value => given.includes(value));
}

function readEdition(text: string | null): Edition | undefined {
  if (text === 'draft') {
    return text;
  }
  return /^[1-9]\d*$/.test(text ?? '') ? Number(text) : undefined;
}

/** Reads the address of the page; what is not known is ignored. */
export function readApplicabilityQuery(
  params: URLSearchParams,
): ApplicabilityQuery {
  const version = readEdition(params.get('version'));
  const from = readEdition(params.get('from'));
  const to = readEdition(params.get('to'));
  return {
    standard: params.get('standard') || undefined,
    version: version === 'draft' ? undefined : version,
    compared: from !== undefined && to !== undefined ? { from, to } : undefined,
    edited: params.get('edit') || undefined,
    search: params.get('q') ?? '',
    decisions: readKnown(params, 'applicable', decisions),
    implementations: readKnown(params, 'implementation', [
      ...implementationStatuses,
      UNSET,
    ]),
    owners: [...new Set(params.getAll('owner').filter(Boolean))],
    only: readKnown(params, 'only', ['disagreements', 'handled'] as const)[0],
  };
}

/**
 * Writes into the address of the page, where only what differs from the default
 * is said and parameters of others stay.
 */
export function writeApplicabilityQuery(
  query: ApplicabilityQuery,
  current: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(current);
  const { compared, version } = query;
  const values: Record<string, readonly string[]> = {
    standard: [query.standard ?? ''],
    version: [version === undefined ? '' : String(version)],
    from: [String(compared?.from ?? '')],
    to: [String(compared?.to ?? '')],
    edit: [query.edited ?? ''],
    q: [query.search],
    applicable: query.decisions,
    implementation: query.implementations,
    owner: query.owners,
    only: [query.only ?? ''],
  };
  for (const [name, given] of Object.entries(values)) {
    params.delete(name);
    given
      .filter(value => value !== '')
      .forEach(value => params.append(name, value));
  }
  return params;
}

/** Whether anything is left out. */
export function isFiltered(query: StatementFilter): boolean {
  return (
    query.search.trim() !== '' ||
    query.decisions.length > 0 ||
    query.implementations.length > 0 ||
    query.owners.length > 0 ||
    query.only !== undefined
  );
}
