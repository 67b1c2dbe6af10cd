import { toError } from '@backstage/errors';
import {
  EditConflictError,
  FieldError,
  InvalidValuesError,
  isSameValue,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef, useState } from 'react';
import { Problem } from './facetDrafts';
import { Choice, Difference, differencesOf, mergeValues } from './merge';

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
  const [conflict, setConflict] = useState<{
    current: Base;
    differences: Difference[];
  }>();
  const [isUpdated, setUpdated] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [invalid, setInvalid] = useState<{ names: string[] }>();
  const [refused, setRefused] = useState<Record<string, Problem>>({});
  const [failure, setFailure] = useState<Error>();
  const [isSaving, setSaving] = useState(false);
  const isUnderWay = useRef(false);

  /** Puts what was entered beside what somebody else saved. */
  function meet(from: Base, mine: Values, current: Base) {
    const differences = differencesOf({
      fields,
      base: from,
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

  async function attempt(from: Base, values: Values) {
    try {
      return await options.save(from, values);
    } catch (error) {
      if (error instanceof EditConflictError) {
        meet(from, values, error.current as Base);
      } else if (error instanceof InvalidValuesError) {
        const problems = options.problemsOf(error.fields, values);
        setRefused(problems);
        setInvalid({ names: Object.keys(problems) });
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
    const { values, problems } = read(entered);
    setChecked(true);
    setRefused({});
    setFailure(undefined);
    setUpdated(false);
    if (Object.keys(problems).length > 0) {
      setInvalid({ names: Object.keys(problems) });
      return undefined;
    }
    isUnderWay.current = true;
    setSaving(true);
    const saved = await attempt(from, values);
    isUnderWay.current = false;
    setSaving(false);
    return saved;
  }

  const { values, problems } = read(draft);

  /** Ends the merge: the form has the merged values from now on. */
  function adopt({ current, differences }: NonNullable<typeof conflict>) {
    const merged = draftOf(mergeValues(values, differences));
    setDraft(merged);
    setBase(current);
    setConflict(undefined);
    return merged;
  }

  return {
    draft,
    conflict,
    /** Names of what the last attempt to save could not do with. */
    invalid,
    isSaving,
    failure,
    /** Whether others changed it, but nothing that differs from here. */
    isUpdated,
    isDirty: !isSameValue(draft, draftOf(base)),
    /** What is wrong, once that is to be said. */
    problems: { ...refused, ...(isChecked && problems) },

    set(change: Partial<Draft>) {
      setRefused({});
      setDraft(current => ({ ...current, ...change }));
    },

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

    /**
     * Saves what is entered, or what is merged. Resolves with what is saved, or
     * undefined when that takes more.
     */
    async save(): Promise<Saved | undefined> {
      setInvalid(undefined);
      if (!conflict) {
        return saveDraft(base, draft);
      }
      const undecided = conflict.differences.filter(({ choice }) => !choice);
      if (undecided.length > 0) {
        setInvalid({ names: undecided.map(({ name }) => name) });
        return undefined;
      }
      return saveDraft(conflict.current, adopt(conflict));
    },
  };
}
