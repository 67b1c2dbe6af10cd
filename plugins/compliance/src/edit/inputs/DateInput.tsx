import { FieldLabel } from '@backstage/ui';
import { isDate } from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import styles from './DateInput.module.css';
import { PlainInputProps, useControlProps } from './inputProps';

/** Stands for a date of which only a part is typed, which is none yet. */
const INCOMPLETE = '????-??-??';

/**
 * A date. The browser's own input writes it as the reader is used to, can be
 * typed into and gives what we store, an ISO 8601 date.
 */
export function DateControl(props: {
  label: string;
  description?: string;
  secondaryLabel?: string;
  value: string;
  onChange(value: string): void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  'aria-describedby'?: string;
}) {
  const { label, description, secondaryLabel, value, onChange } = props;
  const id = useId();
  const descriptionId = `${id}description`;
  return (
    <div>
      <FieldLabel
        label={label}
        secondaryLabel={secondaryLabel}
        description={description}
        htmlFor={id}
        descriptionId={descriptionId}
      />
      <input
        id={id}
        className={styles.input}
        type="date"
        max="9999-12-31"
        value={isDate(value) ? value : ''}
        onChange={event => onChange(event.target.value)}
        onBlur={({ target }) => {
          if (target.validity?.badInput) {
            onChange(INCOMPLETE);
          } else if (value === INCOMPLETE) {
            onChange(target.value);
          }
        }}
        disabled={props.isDisabled}
        aria-required={props.isRequired || undefined}
        aria-invalid={props.isInvalid || undefined}
        aria-describedby={
          [description && descriptionId, props['aria-describedby']]
            .filter(Boolean)
            .join(' ') || undefined
        }
      />
    </div>
  );
}

/** A date. */
export function DateInput(props: PlainInputProps) {
  const { draft, onChange } = props;
  const { validationBehavior: _, ...control } = useControlProps(props);
  return <DateControl {...control} value={draft} onChange={onChange} />;
}
