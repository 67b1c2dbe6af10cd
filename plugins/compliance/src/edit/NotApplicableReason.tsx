import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { complianceTranslationRef } from '../translations';
import { focusControl, whenLeft } from './focus';
import { NotedInput } from './NotedInput';

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
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      focusControl(root.current);
    }
  }, [takesFocus]);

  return (
    <div ref={root} onBlur={whenLeft(onLeave)}>
      <NotedInput error={error}>
        {notesId => (
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
        )}
      </NotedInput>
    </div>
  );
}
