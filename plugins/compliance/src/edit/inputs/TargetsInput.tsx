import { TextField } from '@backstage/ui';
import { suggestDuration } from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import { TargetsDraft } from '../drafts';
import { DurationMeaning } from './DurationMeaning';
import { InputGroup } from './InputGroup';
import styles from './InputGroup.module.css';
import { InputProps } from './inputProps';

const priorities = ['p1', 'p2', 'p3', 'p4'] as const;

/** A duration for each priority. */
export function TargetsInput(props: InputProps<TargetsDraft>) {
  const { draft, onChange, isDisabled, isInvalid } = props;
  const id = useId();
  return (
    <InputGroup {...props}>
      <div className={styles.columns}>
        {priorities.map(priority => {
          const text = draft[priority];
          const isTyped = text.trim() !== '';
          return (
            <div key={priority}>
              <TextField
                label={priority.toLocaleUpperCase('en')}
                value={text}
                onChange={value => onChange({ ...draft, [priority]: value })}
                isDisabled={isDisabled}
                isInvalid={isInvalid && isTyped && !suggestDuration(text)}
                validationBehavior="aria"
                aria-describedby={isTyped ? `${id}${priority}` : undefined}
                autoComplete="off"
              />
              {isTyped && (
                <p id={`${id}${priority}`} className={styles.meaning}>
                  <DurationMeaning text={text} />
                </p>
              )}
            </div>
          );
        })}
      </div>
    </InputGroup>
  );
}
