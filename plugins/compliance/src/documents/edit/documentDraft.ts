import {
  ClauseRef,
  DocumentKind,
  DocumentValues,
  FieldError,
  readDocument,
  suggestDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { KnownStandard } from '../clauseGroups';

/** The names of what is said about a document, in the order of the form. */
export const documentFields = [
  'title',
  'kind',
  'link',
  'entityRef',
  'owner',
  'version',
  'approvedOn',
  'reviewEvery',
  'clauses',
] as const satisfies readonly (keyof DocumentValues)[];

/** One of {@link documentFields}. */
export type DocumentField = (typeof documentFields)[number];

/** Whether a name is that of a field of a document. */
export function isDocumentField(name: string): name is DocumentField {
  return documentFields.some(field => field === name);
}

/** What is entered about a document; empty where nothing is. */
export type DocumentDraft = Record<
  Exclude<DocumentField, 'clauses' | 'kind'>,
  string
> & {
  kind: DocumentKind | '';
  clauses: ClauseRef[];
};

/** The draft that a form starts from. */
export function documentDraftOf(
  values: Partial<DocumentValues>,
): DocumentDraft {
  const { title, kind, link, entityRef, owner, version, clauses } = values;
  return {
    title: title ?? '',
    kind: kind ?? '',
    link: link ?? '',
    entityRef: entityRef ?? '',
    owner: owner ?? '',
    version: version ?? '',
    approvedOn: values.approvedOn ?? '',
    reviewEvery: values.reviewEvery ?? '',
    clauses: (clauses ?? []).map(({ standard, clause }) => ({
      standard,
      clause,
    })),
  };
}

/** What the draft says, valid or not, and all that is wrong with it. */
export function readDocumentDraft(
  draft: DocumentDraft,
  standards: readonly KnownStandard[],
): { values: DocumentValues; errors: FieldError[] } {
  const { reviewEvery } = draft;
  const filled = Object.entries({
    ...draft,
    reviewEvery: suggestDuration(reviewEvery) ?? reviewEvery,
  }).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  const input = Object.fromEntries(filled);
  const reading = readDocument(input, standards);
  return 'values' in reading
    ? { values: reading.values, errors: [] }
    : { values: input as unknown as DocumentValues, errors: reading.errors };
}
