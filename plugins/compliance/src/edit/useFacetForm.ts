import {
  FieldGroup,
  FieldValues,
  isSameValue,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo, useState } from 'react';
import { VocabularyField } from '../components';
import {
  FacetDrafts,
  facetDraftsOf,
  FieldDraft,
  Problem,
  readFacetDrafts,
  valueFields,
  WHOLE_GROUP,
} from './facetDrafts';

/** What is entered for a group of fields, and what is to be said about it. */
export interface FacetForm {
  fields: VocabularyField[];
  drafts: FacetDrafts;
  /** All values that can be read; what is saved when there is no problem. */
  values: FieldValues;
  /** Whether anything differs from what is saved. */
  isDirty: boolean;
  /** What is wrong with the values, shown or not. */
  problems: Record<string, Problem>;
  /** What is wrong where the editor is done, and what the backend refused. */
  shownProblems: Record<string, Problem>;
  setField(name: string, change: Partial<FieldDraft>): void;
  setReason(reason: string | undefined): void;
  /** Enters values that were merged with those of somebody else. */
  replace(values: FieldValues): void;
  /** The editor is done with a field for now: what is wrong may be said. */
  touch(name: string): void;
  /** All that is wrong is to be said. */
  touchAll(): void;
  /** What the backend refused; forgotten once the field is changed. */
  refuse(problems: Record<string, Problem>): void;
}

/** The form of a group of fields, starting from what is saved. */
export function useFacetForm(options: {
  group: FieldGroup;
  saved: FieldValues | undefined;
  vocabulary: VocabularyResponse;
}): FacetForm {
  const { group, saved, vocabulary } = options;
  const fields = useMemo(
    () => valueFields(vocabulary, group),
    [vocabulary, group],
  );
  const start = useMemo(() => facetDraftsOf(fields, saved), [fields, saved]);
  const [drafts, setDrafts] = useState(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllTouched, setAllTouched] = useState(false);
  const [refused, setRefused] = useState<Record<string, Problem>>({});

  const { values, problems } = useMemo(
    () => readFacetDrafts({ drafts, fields, group, vocabulary }),
    [drafts, fields, group, vocabulary],
  );
  const shownProblems = {
    ...refused,
    ...Object.fromEntries(
      Object.entries(problems).filter(
        ([name]) => isAllTouched || touched.has(name),
      ),
    ),
  };
  const forget = (name: string) => setRefused(({ [name]: _, ...rest }) => rest);

  return {
    fields,
    drafts,
    values,
    isDirty: !isSameValue(drafts, start),
    problems,
    shownProblems,
    setField(name, change) {
      forget(name);
      setDrafts(current => ({
        ...current,
        fields: {
          ...current.fields,
          [name]: { ...current.fields[name], ...change },
        },
      }));
    },
    setReason(reason) {
      forget(WHOLE_GROUP);
      setDrafts(current => ({ ...current, reason }));
    },
    replace(merged) {
      setRefused({});
      setDrafts(facetDraftsOf(fields, merged));
    },
    touch(name) {
      setTouched(current => new Set([...current, name]));
    },
    touchAll() {
      setAllTouched(true);
    },
    refuse(errors) {
      setRefused(errors);
    },
  };
}
