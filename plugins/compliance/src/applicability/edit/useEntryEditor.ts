import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityEntry,
  applicabilityFields,
  ApplicabilityValues,
  FieldError,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceApiRef } from '../../api';
import { Problem } from '../../edit';
import { useValuesEditor } from '../../edit/useValuesEditor';
import { today } from '../../suppliers/deadlines';
import { complianceTranslationRef } from '../../translations';
import { EntryDraft, entryDraftOf, readEntryDraft } from './entryDraft';

const fields = applicabilityFields.map(name => ({ name }));

function isField(name: string): name is keyof ApplicabilityValues {
  return applicabilityFields.some(field => field === name);
}

function problemsOf(errors: FieldError[]): Record<string, Problem> {
  return Object.fromEntries(
    errors.map(({ field, message }) => [
      field,
      { kind: 'rule', error: message },
    ]),
  );
}

/** The editor of what a statement says about a control or clause. */
export function useEntryEditor(options: {
  standard: string;
  about: StatementSubject['about'];
  entry: ApplicabilityEntry;
}) {
  const { standard, about, entry } = options;
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);

  function read(draft: EntryDraft) {
    const { values, errors } = readEntryDraft(draft, { about, today: today() });
    const told = errors.map(error =>
      isField(error.field)
        ? { ...error, message: t(`applicability.edit.expected.${error.field}`) }
        : error,
    );
    return { values, problems: problemsOf(told) };
  }

  return useValuesEditor<
    EntryDraft,
    ApplicabilityValues,
    ApplicabilityEntry,
    ApplicabilityEntry
  >({
    fields,
    loaded: entry,
    draftOf: entryDraftOf,
    read,
    problemsOf,
    save: ({ clause, etag }, values) =>
      api.saveApplicability({ standard, clause, etag, values }),
  });
}
