import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiAlertLine } from '@remixicon/react';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode, useId, useState } from 'react';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { FieldDraft } from './facetDrafts';
import { FieldInput } from './FieldInput';
import { whenLeft } from './focus';
import styles from './FormField.module.css';
import { NotApplicableReason } from './NotApplicableReason';

/** Whether a field can be marked not applicable, and why it cannot. */
export interface MarkAction {
  /** Says why it is only possible elsewhere. */
  prevented?: string;
}

/** A field of the form: its input, or the reason why it does not apply. */
export function FormField(props: {
  field: VocabularyField;
  vocabulary: VocabularyResponse;
  entry: FieldDraft;
  onChange(change: Partial<FieldDraft>): void;
  /** The editor is done with the field for now. */
  onLeave(): void;
  error?: string;
  /** What checks find about the value, as it is or would be. */
  findings: string[];
  note?: ReactNode;
  placeholder?: string;
  isRequired?: boolean;
  /** Absent for fields that always apply. */
  mark?: MarkAction;
}) {
  const { field, entry, onChange, onLeave, error, findings, note, mark } =
    props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const preventedId = useId();
  // Marking and undoing swap the control that had the focus.
  const [isSwapped, setSwapped] = useState(false);

  function swap(reason: string | undefined) {
    setSwapped(true);
    onChange({ reason });
  }

  return (
    <div data-field={field.name} className={styles.root}>
      {entry.reason === undefined ? (
        <>
          <div onBlur={whenLeft(onLeave)}>
            <FieldInput
              field={field}
              vocabulary={props.vocabulary}
              draft={entry.draft}
              onChange={draft => onChange({ draft })}
              error={error}
              hint={
                <>
                  {findings.map(finding => (
                    <p key={finding} className={styles.finding}>
                      <RiAlertLine aria-hidden size={16} />
                      <span>{finding}</span>
                    </p>
                  ))}
                  {note}
                </>
              }
              placeholder={props.placeholder}
              isRequired={props.isRequired}
              // eslint-disable-next-line jsx-a11y/no-autofocus -- follows a swap
              autoFocus={isSwapped}
            />
          </div>
          {mark && (
            <div
              className={
                mark.prevented ? styles.mark : `${styles.mark} ${styles.corner}`
              }
            >
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('edit.notApplicable.markField', {
                  field: field.title,
                })}
                aria-describedby={mark.prevented && preventedId}
                isDisabled={mark.prevented !== undefined}
                onPress={() => swap('')}
              >
                {t('edit.notApplicable.mark')}
              </Button>
              {mark.prevented && (
                <span id={preventedId} className={styles.prevented}>
                  {mark.prevented}
                </span>
              )}
            </div>
          )}
        </>
      ) : (
        <>
          <NotApplicableReason
            label={t('edit.notApplicable.fieldReason', { field: field.title })}
            reason={entry.reason}
            onChange={reason => onChange({ reason })}
            error={error}
            takesFocus={isSwapped}
            onLeave={onLeave}
          />
          {note}
          <div className={styles.mark}>
            <Button
              size="small"
              variant="tertiary"
              aria-label={t('edit.notApplicable.undoField', {
                field: field.title,
              })}
              onPress={() => swap(undefined)}
            >
              {t('edit.notApplicable.undo')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
