import {
  EntityResponse,
  FieldGroup,
  FieldValues,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import {
  Problem,
  problemsOf,
  readFacetDrafts,
  facetDraftsOf,
} from './facetDrafts';
import { useFacetForm } from './useFacetForm';
import { useFacetSaving } from './useFacetSaving';
import { useMerge } from './useMerge';

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
  const saved = entity.edited[group];
  const form = useFacetForm({ group, saved, vocabulary });
  const saving = useFacetSaving(group);
  const merge = useMerge<EntityResponse, FieldValues>({
    fields: form.fields,
    valuesOf: base => base.edited[group] ?? {},
    values: form.values,
    enter: form.replace,
    setBase: setEntity,
  });
  const { conflict } = merge;

  function report(problems: Record<string, Problem>) {
    form.touchAll();
    onInvalid(Object.keys(problems));
  }

  async function saveValues(
    base: EntityResponse,
    values: FieldValues,
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
    merge.meet(base, values, outcome.conflict);
    return undefined;
  }

  return {
    entity,
    form,
    conflict,
    isSaving: saving.isSaving,
    failure: saving.failure,
    /** Whether Git or others changed what surrounds the values entered here. */
    isUpdated: merge.isUpdated,
    choose: merge.choose,
    stopMerging: merge.stopMerging,

    /** Resolves with what is saved, or undefined when that takes more. */
    async save(): Promise<EntityResponse | undefined> {
      form.refuse({});
      if (Object.keys(form.problems).length > 0) {
        report(form.problems);
        return undefined;
      }
      return saveValues(entity, form.values);
    },

    /** As `save`, for the merged values. */
    async saveMerged(): Promise<EntityResponse | undefined> {
      if (!conflict) {
        return undefined;
      }
      if (merge.undecided.length > 0) {
        onInvalid(merge.undecided);
        return undefined;
      }
      const merged = merge.adopt(conflict);
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
