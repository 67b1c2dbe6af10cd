import {
  EntityResponse,
  FieldGroup,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import {
  Problem,
  problemsOf,
  readFacetDrafts,
  facetDraftsOf,
} from './facetDrafts';
import { Choice, Difference, differencesOf, mergeValues } from './merge';
import { useFacetForm } from './useFacetForm';
import { useFacetSaving } from './useFacetSaving';

/** What somebody else saved while this was edited. */
interface Conflict {
  current: EntityResponse;
  differences: Difference[];
}

/**
 * The editor of a group: its form, saving it, and merging it with what
 * somebody else saved meanwhile.
 *
 * @param options - `onInvalid` is told the names of what cannot be saved
 */
export function useFacetEditor(options: {
  loaded: EntityResponse;
  group: FieldGroup;
  vocabulary: VocabularyResponse;
  onInvalid(names: string[]): void;
}) {
  const { loaded, group, vocabulary, onInvalid } = options;
  const [entity, setEntity] = useState(loaded);
  const [conflict, setConflict] = useState<Conflict>();
  const [isUpdated, setUpdated] = useState(false);
  const saved = entity.edited[group];
  const form = useFacetForm({ group, saved, vocabulary });
  const saving = useFacetSaving(group);

  function report(problems: Record<string, Problem>) {
    form.touchAll();
    onInvalid(Object.keys(problems));
  }

  async function saveValues(
    base: EntityResponse,
    values: typeof form.values,
  ): Promise<EntityResponse | undefined> {
    const outcome = await saving.save(base, values);
    if (!outcome) {
      return undefined;
    }
    if ('saved' in outcome) {
      return outcome.saved;
    }
    if ('invalid' in outcome) {
      const problems = problemsOf(outcome.invalid.fields);
      form.refuse(problems);
      report(problems);
      return undefined;
    }
    const { conflict: current } = outcome;
    const differences = differencesOf({
      fields: form.fields,
      base: base.edited[group] ?? {},
      mine: values,
      theirs: current.edited[group] ?? {},
    });
    const isMine = differences.every(({ choice }) => choice === 'mine');
    setUpdated(isMine);
    if (isMine) {
      setEntity(current);
    } else {
      setConflict({ current, differences });
    }
    return undefined;
  }

  /** Ends the merge: the form has the merged values from now on. */
  function adopt({ current, differences }: Conflict) {
    const merged = mergeValues(form.values, differences);
    form.replace(merged);
    setEntity(current);
    setConflict(undefined);
    return merged;
  }

  return {
    entity,
    form,
    conflict,
    isSaving: saving.isSaving,
    failure: saving.failure,
    /** Whether Git or others changed what surrounds the values entered here. */
    isUpdated,

    /** Resolves with what is saved, or undefined when that takes more. */
    async save(): Promise<EntityResponse | undefined> {
      form.refuse({});
      if (Object.keys(form.problems).length > 0) {
        report(form.problems);
        return undefined;
      }
      return saveValues(entity, form.values);
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

    /** As `save`, for the merged values. */
    async saveMerged(): Promise<EntityResponse | undefined> {
      const undecided = conflict?.differences.filter(({ choice }) => !choice);
      if (!conflict || !undecided) {
        return undefined;
      }
      if (undecided.length > 0) {
        onInvalid(undecided.map(({ name }) => name));
        return undefined;
      }
      const merged = adopt(conflict);
      const { problems } = readFacetDrafts({
        drafts: facetDraftsOf(form.fields, merged),
        fields: form.fields,
        group,
        vocabulary,
      });
      if (Object.keys(problems).length > 0) {
        report(problems);
        return undefined;
      }
      return saveValues(conflict.current, merged);
    },
  };
}
