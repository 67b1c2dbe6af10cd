import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useRef, useState } from 'react';
import { FieldInput } from '../edit';
import { valueFields } from '../edit/facetDrafts';
import { focusControl } from '../edit/focus';
import { useProblemText } from '../edit/useProblemText';
import { complianceTranslationRef } from '../translations';
import styles from './BulkFields.module.css';
import { BulkEditState } from './useBulkEdit';

/** The fields that are to be set; more can be added and each removed again. */
export function BulkFields(props: {
  edit: BulkEditState;
  vocabulary: VocabularyResponse;
  /** After an attempt in vain the first field to correct gets the focus. */
  attempts: number;
}) {
  const { edit, vocabulary, attempts } = props;
  const { group, fields, isSaving } = edit;
  const { t } = useTranslationRef(complianceTranslationRef);
  const problemText = useProblemText();
  const root = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<{ id: string }>();

  useEffect(() => {
    focusControl(root.current?.querySelector(`[data-field="${added?.id}"]`));
  }, [added]);
  useEffect(() => {
    focusControl(root.current?.querySelector('[data-invalid="true"]'));
  }, [attempts]);

  const available = valueFields(vocabulary, group).filter(({ id }) =>
    fields.every(({ field }) => field.id !== id),
  );
  return (
    <div ref={root} className={styles.root}>
      {fields.map(({ field, draft, problem }) => (
        <div
          key={field.id}
          className={styles.field}
          data-field={field.id}
          data-invalid={problem !== undefined}
        >
          <FieldInput
            field={field}
            vocabulary={vocabulary}
            draft={draft}
            onChange={next => edit.changeField(field.id, next)}
            error={
              problem?.kind === 'empty'
                ? t('todo.bulk.emptyField')
                : problemText(problem, field)
            }
            isDisabled={isSaving}
          />
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={<RiCloseLine />}
            aria-label={t('todo.bulk.removeField', { field: field.title })}
            isDisabled={isSaving}
            onPress={() => edit.removeField(field.id)}
          />
        </div>
      ))}
      {available.length > 0 && (
        <Select
          // Chooses again and again, so it never has a value of its own.
          key={`${group} ${fields.length}`}
          label={t('todo.bulk.addField')}
          placeholder={t('todo.bulk.chooseField')}
          isDisabled={isSaving}
          options={available.map(({ id, title }) => ({ id, label: title }))}
          onChange={id => {
            const field = available.find(entry => entry.id === id);
            if (field) {
              edit.addField(field);
              setAdded({ id: field.id });
            }
          }}
        />
      )}
    </div>
  );
}
