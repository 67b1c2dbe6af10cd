import {
  addDuration,
  RegisteredDocument,
  Standard,
  UNSET,
  unitFinder,
} from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle } from '../components';
import {
  clauseText,
  documentStates,
  DocumentsFilter,
  DocumentsQuery,
  dueDays,
  OrderField,
} from './documentsQuery';

/** Whether it is evidence for clauses of more than one standard. */
export function isShared({
  clauses,
}: Pick<RegisteredDocument, 'clauses'>): boolean {
  return new Set(clauses.map(({ standard }) => standard)).size > 1;
}

/**
 * Whether the review of a document is due within a number of days and not
 * overdue.
 *
 * @param today - ISO 8601 date
 */
export function isDue(
  { state, nextReviewOn }: RegisteredDocument,
  days: number,
  today: string,
): boolean {
  return (
    state === 'current' &&
    nextReviewOn !== undefined &&
    nextReviewOn <= addDuration(today, `P${days}D`)
  );
}

/** How many documents there are, by what is to be known of them. */
export function figuresOf(documents: RegisteredDocument[], today: string) {
  const count = (isMeant: (document: RegisteredDocument) => boolean) =>
    documents.filter(isMeant).length;
  return {
    total: documents.length,
    states: Object.fromEntries(
      documentStates.map(state => [
        state,
        count(document => document.state === state),
      ]),
    ) as Record<RegisteredDocument['state'], number>,
    due: dueDays.map(days => ({
      days,
      total: count(document => isDue(document, days, today)),
    })),
    shared: count(isShared),
  };
}

/** The documents that match. */
export function filterDocuments(
  documents: RegisteredDocument[],
  filter: DocumentsFilter,
  context: {
    standards: Pick<Standard, 'id' | 'clauses'>[];
    /** ISO 8601 date. */
    today: string;
  },
): RegisteredDocument[] {
  const { kinds, states, owners, standards, clause, due, shared } = filter;
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const unitsOf = unitFinder(context.standards);
  const unitKeys = new Set(clause && unitsOf(clause).map(clauseText));
  const isAny = <T>(chosen: T[], value: T) =>
    chosen.length === 0 || chosen.includes(value);

  return documents.filter(document => {
    const text = [
      document.title,
      document.owner && entityTitle(document.owner),
      document.version,
      document.link,
      document.entityRef,
    ]
      .join('\n')
      .toLocaleLowerCase();
    return (
      words.every(word => text.includes(word)) &&
      isAny(kinds, document.kind) &&
      isAny(states, document.state) &&
      isAny(owners, document.owner ?? UNSET) &&
      (standards.length === 0 ||
        document.clauses.some(({ standard }) =>
          standards.includes(standard),
        )) &&
      (!clause ||
        document.clauses.some(ref =>
          unitsOf(ref).some(unit => unitKeys.has(clauseText(unit))),
        )) &&
      (due === undefined || isDue(document, due, context.today)) &&
      (!shared || isShared(document))
    );
  });
}

const collator = new Intl.Collator(undefined, { numeric: true });

function sortValue(
  document: RegisteredDocument,
  field: OrderField,
): string | undefined {
  switch (field) {
    case 'owner':
      return document.owner && entityTitle(document.owner);
    case 'state':
      return String(documentStates.indexOf(document.state));
    default:
      return document[field];
  }
}

/** In the order that is asked for; what is not set comes last. */
export function sortDocuments(
  documents: RegisteredDocument[],
  { field, direction }: DocumentsQuery['order'],
): RegisteredDocument[] {
  const sign = direction === 'asc' ? 1 : -1;
  return [...documents].sort((a, b) => {
    const [first, second] = [sortValue(a, field), sortValue(b, field)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    return (
      sign * collator.compare(first, second) ||
      collator.compare(a.title, b.title)
    );
  });
}
