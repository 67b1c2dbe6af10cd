import {
  ClauseRef,
  DocumentKind,
  documentKinds,
  DocumentState,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A column by which documents can be sorted. */
export const orderFields = [
  'title',
  'kind',
  'state',
  'owner',
  'version',
  'approvedOn',
  'nextReviewOn',
  'source',
] as const;

/** One of {@link orderFields}. */
export type OrderField = (typeof orderFields)[number];

/** The states in the order of what needs attention. */
export const documentStates: readonly DocumentState[] = [
  'overdue',
  'draft',
  'current',
];

/** In how many days the review can be due, as a filter. */
export const dueDays = [30, 90] as const;

/** What narrows the documents. */
export interface DocumentsFilter {
  search: string;
  kinds: DocumentKind[];
  states: DocumentState[];
  /** Refs, or `unset`. */
  owners: string[];
  /** Ids. */
  standards: string[];
  clause?: ClauseRef;
  /** Only those whose review is due within so many days. */
  due?: number;
  /** Only those that serve more than one standard. */
  shared: boolean;
}

/** What the Documents tab shows. */
export interface DocumentsQuery extends DocumentsFilter {
  order: { field: OrderField; direction: 'asc' | 'desc' };
  /** Id of the document whose details are open. */
  opened?: string;
}

/** All documents. */
export const noFilter: DocumentsFilter = {
  search: '',
  kinds: [],
  states: [],
  owners: [],
  standards: [],
  clause: undefined,
  due: undefined,
  shared: false,
};

const DEFAULT_ORDER: OrderField = 'title';

/** A clause as one text. */
export const clauseText = ({ standard, clause }: ClauseRef) =>
  `${standard}:${clause}`;

/** The clause that a text of {@link clauseText} is about. */
export function readClause(text: string | null): ClauseRef | undefined {
  const [, standard, clause] = /^([^:]+):(.+)$/.exec(text ?? '') ?? [];
  return standard ? { standard, clause } : undefined;
}

/** Reads the address of the page; what is not known is ignored. */
export function readQuery(params: URLSearchParams): DocumentsQuery {
  const known = <T extends string>(name: string, values: readonly T[]) =>
    values.filter(value => params.getAll(name).includes(value));
  const distinct = (name: string) => [
    ...new Set(params.getAll(name).filter(Boolean)),
  ];
  return {
    search: params.get('q') ?? '',
    kinds: known('kind', documentKinds),
    states: known('state', documentStates),
    owners: distinct('owner'),
    standards: distinct('standard'),
    clause: readClause(params.get('clause')),
    due: dueDays.find(days => String(days) === params.get('due')),
    shared: params.get('shared') === 'true',
    order: {
      field:
        orderFields.find(field => field === params.get('sort')) ??
        DEFAULT_ORDER,
      direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
    },
    opened: params.get('document') || undefined,
  };
}

/**
 * Writes into the address of the page, where only what differs from the default
 * is said and parameters of others stay.
 */
export function writeQuery(
  query: DocumentsQuery,
  current: URLSearchParams,
): URLSearchParams {
  const { order, clause, due, opened } = query;
  const params = new URLSearchParams(current);
  const values: Record<string, string[]> = {
    q: [query.search],
    kind: query.kinds,
    state: query.states,
    owner: query.owners,
    standard: query.standards,
    clause: clause ? [clauseText(clause)] : [],
    due: due ? [String(due)] : [],
    shared: query.shared ? ['true'] : [],
    sort: order.field === DEFAULT_ORDER ? [] : [order.field],
    direction: order.direction === 'desc' ? ['desc'] : [],
    document: opened ? [opened] : [],
  };
  for (const [name, texts] of Object.entries(values)) {
    params.delete(name);
    texts.filter(Boolean).forEach(text => params.append(name, text));
  }
  return params;
}
