import { toError } from '@backstage/errors';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityEntry,
  applicabilityFields,
  ApplicabilityValues,
  EditConflictError,
  InvalidValuesError,
  isSameValue,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef, useState } from 'react';
import { complianceApiRef } from '../../api';
import { Problem } from '../../edit';
import {
  Choice,
  Difference,
  differencesOf,
  mergeValues,
} from '../../edit/merge';
import { today } from '../../suppliers/deadlines';
import { complianceTranslationRef } from '../../translations';
import { EntryDraft, entryDraftOf, readEntryDraft } from './entryDraft';

const fields = applicabilityFields.map(name => ({ name }));

/** What somebody else saved while this was edited. */
interface Conflict {
  current: ApplicabilityEntry;
  differences: Difference[];
}

/**
 * The editor of what a statement says about a control or clause: its form,
 * saving it, and merging it with what somebody else saved meanwhile.
 *
 * @param options - `onInvalid` is told the names of what cannot be saved
 */
export function useEntryEditor(options: {
  standard: string;
  about: StatementSubject['about'];
  loaded: ApplicabilityEntry;
  onInvalid(names: string[]): void;
}) {
  const { standard, about, loaded, onInvalid } = options;
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState(() => entryDraftOf(loaded));
  const [conflict, setConflict] = useState<Conflict>();
  const [isUpdated, setUpdated] = useState(false);
  const [isChecked, setChecked] = useState(false);
  /** What the backend refused; forgotten once something is changed. */
  const [refused, setRefused] = useState<Record<string, Problem>>({});
  const [failure, setFailure] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const isUnderWay = useRef(false);

  function read(entered: EntryDraft) {
    const { values, errors } = readEntryDraft(entered, {
      about,
      today: today(),
    });
    const problems = Object.fromEntries(
      errors.map(({ field, message }): [string, Problem] => [
        field,
        {
          kind: 'rule',
          error: isField(field)
            ? t(`applicability.edit.expected.${field}`)
            : message,
        },
      ]),
    );
    return { values, problems };
  }
  const { values, problems } = read(draft);

  async function attempt(
    entry: ApplicabilityEntry,
    entered: ApplicabilityValues,
  ): Promise<ApplicabilityEntry | undefined> {
    const { clause, etag } = entry;
    try {
      const save = { standard, clause, etag, values: entered };
      return await api.saveApplicability(save);
    } catch (error) {
      if (error instanceof EditConflictError) {
        meet(entry, entered, error.current as ApplicabilityEntry);
      } else if (error instanceof InvalidValuesError) {
        setRefused(
          Object.fromEntries(
            error.fields.map(({ field, message }) => [
              field,
              { kind: 'rule', error: message },
            ]),
          ),
        );
        onInvalid(error.fields.map(({ field }) => field));
      } else {
        setFailure(toError(error));
      }
      return undefined;
    }
  }

  /** Puts what was entered beside what somebody else saved. */
  function meet(
    entry: ApplicabilityEntry,
    mine: ApplicabilityValues,
    current: ApplicabilityEntry,
  ) {
    const differences = differencesOf({
      fields,
      base: entry,
      mine,
      theirs: current,
    });
    const isMine = differences.every(({ choice }) => choice === 'mine');
    setUpdated(isMine);
    if (isMine) {
      setBase(current);
    } else {
      setConflict({ current, differences });
    }
  }

  /** Ends the merge: the form has the merged values from now on. */
  function adopt({ current, differences }: Conflict): EntryDraft {
    const merged = entryDraftOf(mergeValues(values, differences));
    setDraft(merged);
    setBase(current);
    setConflict(undefined);
    return merged;
  }

  async function saveDraft(entry: ApplicabilityEntry, entered: EntryDraft) {
    if (isUnderWay.current) {
      return undefined;
    }
    const reading = read(entered);
    setChecked(true);
    setRefused({});
    setFailure(undefined);
    setUpdated(false);
    const names = Object.keys(reading.problems);
    if (names.length > 0) {
      onInvalid(names);
      return undefined;
    }
    isUnderWay.current = true;
    setSaving(true);
    const saved = await attempt(entry, reading.values);
    isUnderWay.current = false;
    setSaving(false);
    return saved;
  }

  return {
    draft,
    /** What the form is based on. */
    base,
    conflict,
    isSaving,
    failure,
    /** Whether others changed the entry, but nothing that differs from here. */
    isUpdated,
    isDirty: !isSameValue(draft, entryDraftOf(base)),
    /** What is wrong, once that is to be said. */
    problems: { ...refused, ...(isChecked && problems) },

    set(change: Partial<EntryDraft>) {
      setRefused({});
      setDraft(current => ({ ...current, ...change }));
    },

    /** Resolves with what is saved, or undefined when that takes more. */
    save: () => saveDraft(base, draft),

    choose(name: string, choice: Choice) {
      setConflict(
        current =>
          current && {
            ...current,
            differences: current.differences.map(difference =>
              difference.name === name ? { ...difference, choice } : difference,
            ),
          },
      );
    },

    /** Back to the form, with the choices made so far. */
    stopMerging() {
      if (conflict) {
        adopt(conflict);
      }
    },

    /** As `save`, for the merged values. */
    async saveMerged(): Promise<ApplicabilityEntry | undefined> {
      const undecided = conflict?.differences.filter(({ choice }) => !choice);
      if (!conflict || !undecided) {
        return undefined;
      }
      if (undecided.length > 0) {
        onInvalid(undecided.map(({ name }) => name));
        return undefined;
      }
      return saveDraft(conflict.current, adopt(conflict));
    },
  };
}

function isField(name: string): name is keyof ApplicabilityValues {
  return applicabilityFields.some(field => field === name);
}
