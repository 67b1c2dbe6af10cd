import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, DialogBody, DialogFooter } from '@backstage/ui';
import { ReactNode, useEffect, useRef } from 'react';
import { complianceTranslationRef } from '../translations';
import { EditorActions } from './EditorActions';
import styles from './FacetEditor.module.css';
import { Problem } from './facetDrafts';
import { focusControl } from './focus';
import { Choice, Difference } from './merge';
import { MergeView } from './MergeView';
import { ProblemSummary } from './ProblemSummary';
import { SaveFailure } from './SaveFailure';

/** What the form needs of its editor; see `useValuesEditor`. */
interface Editor<Saved> {
  conflict?: { differences: Difference[] };
  invalid?: { names: string[] };
  isSaving: boolean;
  failure?: Error;
  isUpdated: boolean;
  isDirty: boolean;
  problems: Record<string, Problem>;
  choose(name: string, choice: Choice): void;
  stopMerging(): void;
  save(): Promise<Saved | undefined>;
}

/** What a form in a dialog is about, and what happens then. */
export interface ValuesFormProps<Saved> {
  editor: Editor<Saved>;
  fields: readonly { name: string; title: string }[];
  /** A value of a field, written for people. */
  valueText(name: string, value: unknown): string;
  /** Why it could not be saved, of what is edited. */
  reasons: { 'not-allowed': string; 'not-found': string };
  /** Says that it changed meanwhile, but nothing that was entered. */
  updated: string;
  /** Whether nothing of it is saved yet, so that saving is never idle. */
  isNew: boolean;
  /** Name of the field that gets the focus at first; none when left out. */
  startAt?: string;
  onSaved(saved: Saved): void;
  /** Leaves without saving, once that is meant. */
  onLeave(): void;
  /** What is asked before anything else can be done. */
  question?: ReactNode;
  /** The fields, each in an element with its name as `data-field`. */
  children: ReactNode;
}

/** A form in a dialog, or the merge with what somebody else saved. */
export function ValuesForm<Saved>(props: ValuesFormProps<Saved>) {
  const { editor, fields, startAt, onLeave } = props;
  const { conflict, invalid, isDirty } = editor;
  const { t } = useTranslationRef(complianceTranslationRef);
  const root = useRef<HTMLDivElement>(null);

  function focusField(isMeant: (name: string) => boolean) {
    const elements = root.current?.querySelectorAll('[data-field]') ?? [];
    focusControl(
      [...elements].find(element =>
        isMeant(element.getAttribute('data-field')!),
      ),
    );
  }
  useEffect(() => focusField(name => name === startAt), [startAt]);
  useEffect(
    () => focusField(name => invalid?.names.includes(name) ?? false),
    [invalid],
  );

  async function save() {
    if (!isDirty && !conflict && !props.isNew) {
      onLeave();
      return;
    }
    const saved = await editor.save();
    if (saved !== undefined) {
      props.onSaved(saved);
    }
  }

  return (
    <div
      ref={root}
      role="presentation"
      className={styles.root}
      // Before the controls, some of which have their own use for Enter.
      onKeyDownCapture={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          save();
        }
      }}
    >
      <DialogBody className={styles.body}>
        {editor.failure && (
          <SaveFailure error={editor.failure} reasons={props.reasons} />
        )}
        {invalid && !conflict && (
          <ProblemSummary problems={editor.problems} fields={fields} />
        )}
        {editor.isUpdated && <Alert role="status" icon title={props.updated} />}
        {conflict ? (
          <MergeView
            differences={conflict.differences}
            titleOf={name =>
              fields.find(field => field.name === name)?.title ??
              t('edit.notApplicable.facet')
            }
            valueText={props.valueText}
            onChoose={editor.choose}
            isChecked={invalid !== undefined}
          />
        ) : (
          props.children
        )}
      </DialogBody>
      {props.question ?? (
        <DialogFooter className={styles.footer}>
          <EditorActions
            isSaving={editor.isSaving}
            isMerging={conflict !== undefined}
            hasNext={false}
            onSave={save}
            onLeave={onLeave}
            onStopMerging={editor.stopMerging}
          />
        </DialogFooter>
      )}
    </div>
  );
}
