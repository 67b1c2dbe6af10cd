import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { useEffect, useId, useRef } from 'react';
import { complianceTranslationRef } from '../translations';
import inputStyles from './FieldInput.module.css';
import { focusControl, whenLeft } from './focus';

/** Asks why something does not apply. */
export function NotApplicableReason(props: {
  label: string;
  reason: string;
  onChange(reason: string): void;
  error?: string;
  takesFocus?: boolean;
  /** The editor is done with it for now. */
  onLeave(): void;
}) {
  const { label, reason, onChange, error, takesFocus, onLeave } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const notesId = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      focusControl(root.current);
    }
  }, [takesFocus]);

  return (
    <div ref={root} className={inputStyles.root} onBlur={whenLeft(onLeave)}>
      <TextField
        label={label}
        value={reason}
        onChange={onChange}
        isRequired
        secondaryLabel={t('edit.required')}
        isInvalid={error !== undefined}
        validationBehavior="aria"
        aria-describedby={notesId}
        autoComplete="off"
      />
      <div id={notesId} className={inputStyles.notes}>
        {error !== undefined && (
          <p className={inputStyles.error}>
            <RiErrorWarningLine aria-hidden size={16} />
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
