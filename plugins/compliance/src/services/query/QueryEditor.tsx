import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { QueryField } from '@service-compliance/backstage-plugin-compliance-common';
import { KeyboardEvent, useEffect, useId, useRef } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './QueryEditor.module.css';
import { useCompletions } from './useCompletions';

/** A text area that suggests names and levels while a query is typed. */
export function QueryEditor(props: {
  text: string;
  onChange: (text: string) => void;
  onApply: () => void;
  fields: readonly QueryField[];
  isInvalid: boolean;
  /** Ids of what explains it. */
  describedBy: string;
}) {
  const { text, onApply, isInvalid, describedBy } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const id = useId();
  const { ref, options, active, ...completions } = useCompletions(props);
  const activeRef = useRef<HTMLDivElement>(null);
  const isOpen = options.length > 0;
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    activeRef.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      completions.close();
      onApply();
    } else {
      completions.onKeyDown(event);
    }
  }

  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {t('services.query.label')}
      </label>
      <textarea
        ref={ref}
        id={id}
        className={styles.text}
        rows={Math.min(12, Math.max(3, text.split('\n').length))}
        value={text}
        placeholder={t('services.query.placeholder')}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? `${id}-options` : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onChange={({ target }) =>
          completions.onTyped(target.value, target.selectionStart)
        }
        onKeyDown={onKeyDown}
        onClick={completions.close}
        onBlur={completions.close}
      />
      <VisuallyHidden role="status">
        {isOpen && t('services.query.suggestions', { count: options.length })}
      </VisuallyHidden>
      {isOpen && (
        <div
          id={`${id}-options`}
          role="listbox"
          aria-label={t('services.query.suggestionsLabel')}
          className={styles.options}
        >
          {options.map((option, index) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys work in the text area, which keeps the focus
            <div
              key={option.text}
              ref={index === active ? activeRef : undefined}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onMouseDown={event => event.preventDefault()}
              onClick={() => completions.choose(index)}
            >
              <span className={styles.name}>{option.text}</span>
              {option.title && (
                <span className={styles.title}>{option.title}</span>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
