import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, DialogBody, DialogFooter } from '@backstage/ui';
import {
  EntityResponse,
  FieldGroup,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode, useEffect, useRef, useState } from 'react';
import { complianceTranslationRef } from '../translations';
import { EditorActions } from './EditorActions';
import styles from './FacetEditor.module.css';
import { FacetFields } from './FacetFields';
import { firstToFill } from './fieldFacts';
import { focusControl } from './focus';
import { MergeView } from './MergeView';
import { PreviewSummary } from './PreviewSummary';
import { ProblemSummary } from './ProblemSummary';
import { SaveFailure } from './SaveFailure';
import { useFacetEditor } from './useFacetEditor';
import { usePreview } from './usePreview';
import { useValueText } from './useValueText';

/** The loaded editor of a group: its form, or the merge with others' values. */
export function FacetEditor(props: {
  loaded: EntityResponse;
  vocabulary: VocabularyResponse;
  group: FieldGroup;
  field?: string;
  /** Whether there is something to lose by leaving. */
  onDirtyChange(isDirty: boolean): void;
  /** Leaves without saving, once that is meant. */
  onLeave(to: 'close' | 'next'): void;
  onSaved(entity: EntityResponse, then: 'close' | 'next'): void;
  hasNext: boolean;
  /** What is asked before anything else can be done. */
  question?: ReactNode;
}) {
  const { loaded, vocabulary, group, onDirtyChange, onSaved } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const root = useRef<HTMLDivElement>(null);

  /** Names of what the attempt to save could not do with. */
  const [invalid, setInvalid] = useState<{ names: string[] }>();
  const editor = useFacetEditor({
    loaded,
    group,
    vocabulary,
    onInvalid: names => setInvalid({ names }),
  });
  const { entity, form, conflict, isSaving, failure } = editor;
  const { isDirty } = form;
  const valueText = useValueText(vocabulary);
  const fieldOf = (name: string) =>
    form.fields.find(field => field.name === name);

  useEffect(() => {
    onDirtyChange(isDirty);
    return () => onDirtyChange(false);
  }, [isDirty, onDirtyChange]);

  function focusField(isMeant: (name: string) => boolean) {
    const candidates = root.current?.querySelectorAll('[data-field]') ?? [];
    const target = [...candidates].find(element =>
      isMeant(element.getAttribute('data-field')!),
    );
    return focusControl(target);
  }

  const start = useRef(
    props.field ??
      firstToFill({ entity, fields: form.fields, drafts: form.drafts }),
  );
  useEffect(() => {
    if (!focusField(name => name === start.current)) {
      focusField(() => true);
    }
  }, []);
  useEffect(() => {
    if (invalid) {
      focusField(name => invalid.names.includes(name));
    }
  }, [invalid]);

  const isPreviewable =
    isDirty && !conflict && Object.keys(form.problems).length === 0;
  const preview = usePreview({
    entityRef: entity.entityRef,
    group,
    values: isPreviewable ? form.values : undefined,
  });

  async function save(then: 'close' | 'next') {
    setInvalid(undefined);
    if (!isDirty && !conflict) {
      props.onLeave(then);
      return;
    }
    const saved = await (conflict ? editor.saveMerged() : editor.save());
    if (saved) {
      onSaved(saved, then);
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
          save(props.hasNext ? 'next' : 'close');
        }
      }}
    >
      <DialogBody className={styles.body}>
        {failure && <SaveFailure error={failure} />}
        {invalid && !conflict && (
          <ProblemSummary problems={form.shownProblems} fields={form.fields} />
        )}
        {editor.isUpdated && (
          <Alert role="status" icon title={t('edit.merge.updated')} />
        )}
        {conflict ? (
          <MergeView
            differences={conflict.differences}
            titleOf={name =>
              fieldOf(name)?.title ?? t('edit.notApplicable.facet')
            }
            valueText={(name, value) => {
              const field = fieldOf(name);
              return field ? valueText(field, value) : String(value);
            }}
            onChoose={editor.choose}
            isChecked={invalid !== undefined}
          />
        ) : (
          <FacetFields
            form={form}
            entity={entity}
            group={group}
            vocabulary={vocabulary}
            preview={preview.preview}
          />
        )}
      </DialogBody>
      {props.question ?? (
        <DialogFooter className={styles.footer}>
          {isPreviewable && (
            <PreviewSummary state={preview} levels={vocabulary.levels} />
          )}
          <EditorActions
            isSaving={isSaving}
            isMerging={conflict !== undefined}
            hasNext={props.hasNext}
            onSave={save}
            onLeave={props.onLeave}
            onStopMerging={editor.stopMerging}
          />
        </DialogFooter>
      )}
    </div>
  );
}
