import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DocumentValues,
  FieldError,
  RegisteredDocument,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../../api';
import { Problem } from '../../edit';
import { useValuesEditor } from '../../edit/useValuesEditor';
import { complianceTranslationRef } from '../../translations';
import {
  DocumentDraft,
  documentDraftOf,
  documentFields,
  isDocumentField,
  readDocumentDraft,
} from './documentDraft';

const fields = documentFields.map(name => ({ name }));

/** What a new document starts from. */
const empty = documentDraftOf({}) as unknown as DocumentValues;

/** What a form is based on; a new document has no id yet. */
type Base = DocumentValues & Partial<Pick<RegisteredDocument, 'id' | 'etag'>>;

/** The editor of a document, or of one that is added. */
export function useDocumentEditor(options: {
  /** Absent when one is added. */
  document?: RegisteredDocument;
  standards: StandardResponse[];
}) {
  const { document, standards } = options;
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);

  /** What is wrong with one clause, after the number of the clause. */
  function clauseProblem({ path, message }: FieldError, draft: DocumentValues) {
    const clause = draft.clauses[Number(path[0])]?.clause;
    return clause === undefined
      ? message
      : t('documents.edit.clauseProblem', { clause, problem: message });
  }

  function problemsOf(errors: FieldError[], values: DocumentValues) {
    const problems: Record<string, Extract<Problem, { kind: 'rule' }>> = {};
    for (const error of errors) {
      const { field, message } = error;
      const text = field === 'clauses' ? clauseProblem(error, values) : message;
      const known = problems[field];
      problems[field] = {
        kind: 'rule',
        error: known ? `${known.error} ${text}` : text,
      };
    }
    return problems;
  }

  function read(draft: DocumentDraft) {
    const { values, errors } = readDocumentDraft(draft, standards);
    const told = errors.map(error =>
      isDocumentField(error.field) && error.field !== 'clauses'
        ? {
            ...error,
            message: t(`documents.edit.expected.${error.field}`),
          }
        : error,
    );
    return { values, problems: problemsOf(told, values) };
  }

  return useValuesEditor<
    DocumentDraft,
    DocumentValues,
    Base,
    RegisteredDocument
  >({
    fields,
    loaded: document ?? empty,
    draftOf: documentDraftOf,
    read,
    problemsOf,
    save: ({ id, etag }, values) =>
      id !== undefined && etag !== undefined
        ? api.saveDocument({ id, etag, values })
        : api.addDocument(values),
  });
}
