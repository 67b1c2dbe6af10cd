import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, DialogBody, DialogFooter } from '@backstage/ui';
import {
  ApplicabilityEntry,
  applicabilityFields,
  ApplicabilityValues,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode, useEffect, useRef, useState } from 'react';
import { useFormats } from '../../components';
import { focusControl, useProblemText } from '../../edit';
import { EditorActions } from '../../edit/EditorActions';
import formStyles from '../../edit/FacetEditor.module.css';
import { MergeView } from '../../edit/MergeView';
import { ProblemSummary } from '../../edit/ProblemSummary';
import { SaveFailure } from '../../edit/SaveFailure';
import { complianceTranslationRef } from '../../translations';
import { useValueText } from '../useValueText';
import { ControlFields } from './ControlFields';
import styles from './EntryForm.module.css';
import { HandlerFields } from './HandlerFields';
import { useEntryEditor } from './useEntryEditor';

/** Who changed an entry last, and when. */
function LastChange(props: { entry: ApplicabilityEntry }) {
  const { changedAt, changedBy } = props.entry;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();
  return (
    <p className={styles.lastChange}>
      {changedAt && changedBy
        ? t('applicability.edit.lastChanged', {
            time: timestamp(changedAt),
            user: changedBy,
          })
        : t('applicability.edit.asConfigured')}
    </p>
  );
}

/** The form of an entry, or the merge with what somebody else saved. */
export function EntryForm(props: {
  standard: string;
  about: StatementSubject['about'];
  loaded: ApplicabilityEntry;
  /** Whether there is something to lose by leaving. */
  onDirtyChange(isDirty: boolean): void;
  /** Leaves without saving, once that is meant. */
  onLeave(): void;
  onSaved(entry: ApplicabilityEntry): void;
  /** What is asked before anything else can be done. */
  question?: ReactNode;
}) {
  const { standard, about, loaded, onDirtyChange, onLeave, onSaved } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const valueText = useValueText();
  const problemText = useProblemText();

  /** Names of what the attempt to save could not do with. */
  const [invalid, setInvalid] = useState<{ names: string[] }>();
  const editor = useEntryEditor({
    standard,
    about,
    loaded,
    onInvalid: names => setInvalid({ names }),
  });
  const { draft, conflict, isDirty, problems } = editor;

  useEffect(() => {
    onDirtyChange(isDirty);
    return () => onDirtyChange(false);
  }, [isDirty, onDirtyChange]);

  useEffect(() => {
    const fields = root.current?.querySelectorAll('[data-field]') ?? [];
    focusControl(
      [...fields].find(field =>
        invalid?.names.includes(field.getAttribute('data-field')!),
      ),
    );
  }, [invalid]);

  async function save() {
    setInvalid(undefined);
    if (!isDirty && !conflict) {
      onLeave();
      return;
    }
    const saved = await (conflict ? editor.saveMerged() : editor.save());
    if (saved) {
      onSaved(saved);
    }
  }

  const Fields = about === 'controls' ? ControlFields : HandlerFields;
  const titleOf = (name: string) =>
    t(`applicability.field.${name as keyof ApplicabilityValues}`);

  return (
    <div
      ref={root}
      role="presentation"
      className={formStyles.root}
      // Before the controls, some of which have their own use for Enter.
      onKeyDownCapture={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          save();
        }
      }}
    >
      <DialogBody className={formStyles.body}>
        {editor.failure && (
          <SaveFailure
            error={editor.failure}
            reasons={{
              'not-allowed': t('applicability.edit.notAllowed'),
              'not-found': t('applicability.edit.notFound'),
            }}
          />
        )}
        {invalid && !conflict && (
          <ProblemSummary
            problems={problems}
            fields={applicabilityFields.map(name => ({
              name,
              title: titleOf(name),
            }))}
          />
        )}
        {editor.isUpdated && (
          <Alert role="status" icon title={t('applicability.edit.updated')} />
        )}
        {conflict ? (
          <MergeView
            differences={conflict.differences}
            titleOf={titleOf}
            valueText={(name, value) =>
              valueText(name as keyof ApplicabilityValues, { [name]: value })
            }
            onChoose={editor.choose}
            isChecked={invalid !== undefined}
          />
        ) : (
          <>
            <Fields
              draft={draft}
              set={editor.set}
              errorOf={name => problemText(problems[name])}
            />
            <LastChange entry={editor.base} />
          </>
        )}
      </DialogBody>
      {props.question ?? (
        <DialogFooter className={formStyles.footer}>
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
