import { toError } from '@backstage/errors';
import {
  EditConflictError,
  FieldError,
  InvalidValuesError,
  isSameValue,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef, useState } from 'react';
import { Problem } from './facetDrafts';
import { useMerge } from './useMerge';

/** What the drafts of a form say, and what is wrong, by the names of fields. */
export interface Reading<Values> {
  values: Values;
  problems: Record<string, Problem>;
}

/**
 * A form of values: what is entered, saving it, and merging it with what
 * somebody else saved meanwhile.
 */
export function useValuesEditor<
  Draft,
  Values extends object,
  Base extends Values,
  Saved,
>(options: {
  fields: readonly { name: string }[];
  /** What the form starts from. */
  loaded: Base;
  draftOf(values: Values): Draft;
  read(draft: Draft): Reading<Values>;
  /** What the backend refused, by the names of fields. */
  problemsOf(errors: FieldError[], values: Values): Record<string, Problem>;
  /**
   * @throws EditConflictError with what the base is by now, and
   * InvalidValuesError
   */
  save(base: Base, values: Values): Promise<Saved>;
}) {
  const { fields, loaded, draftOf, read } = options;
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState(() => draftOf(loaded));
  const [isChecked, setChecked] = useState(false);
  const [invalid, setInvalid] = useState<{ names: string[] }>();
  const [refused, setRefused] = useState<Record<string, Problem>>({});
  const [failure, setFailure] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const isUnderWay = useRef(false);

  const { values, problems } = read(draft);
  const merge = useMerge<Base, Values>({
    fields,
    valuesOf: from => from,
    values,
    enter: merged => setDraft(draftOf(merged)),
    setBase,
  });
  const { conflict } = merge;

  async function attempt(from: Base, entered: Values) {
    try {
      return await options.save(from, entered);
    } catch (error) {
      if (error instanceof EditConflictError) {
        merge.meet(from, entered, error.current as Base);
      } else if (error instanceof InvalidValuesError) {
        const refusals = options.problemsOf(error.fields, entered);
        setRefused(refusals);
        setInvalid({ names: Object.keys(refusals) });
      } else {
        setFailure(toError(error));
      }
      return undefined;
    }
  }

  async function saveDraft(from: Base, entered: Draft) {
    if (isUnderWay.current) {
      return undefined;
    }
    const reading = read(entered);
    setChecked(true);
    setRefused({});
    setFailure(undefined);
    merge.setUpdated(false);
    const names = Object.keys(reading.problems);
    if (names.length > 0) {
      setInvalid({ names });
      return undefined;
    }
    isUnderWay.current = true;
    setSaving(true);
    const saved = await attempt(from, reading.values);
    isUnderWay.current = false;
    setSaving(false);
    return saved;
  }

  return {
    draft,
    /** What the form is based on. */
    base,
    conflict,
    /** Names of what the last attempt to save could not do with. */
    invalid,
    isSaving,
    failure,
    isUpdated: merge.isUpdated,
    choose: merge.choose,
    stopMerging: merge.stopMerging,
    isDirty: !isSameValue(draft, draftOf(base)),
    /** What is wrong, once that is to be said. */
    problems: { ...refused, ...(isChecked && problems) },

    set(change: Partial<Draft>) {
      setRefused({});
      setDraft(current => ({ ...current, ...change }));
    },

    /**
     * Saves what is entered, or what is merged. Resolves with what is saved, or
     * undefined when that takes more.
     */
    async save(): Promise<Saved | undefined> {
      setInvalid(undefined);
      if (!conflict) {
        return saveDraft(base, draft);
      }
      if (merge.undecided.length > 0) {
        setInvalid({ names: merge.undecided });
        return undefined;
      }
      return saveDraft(conflict.current, draftOf(merge.adopt(conflict)));
    },
  };
}
