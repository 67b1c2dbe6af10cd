import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, DialogBody, DialogFooter, Select } from '@backstage/ui';
import {
  FieldGroup,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { KeyboardEvent, ReactNode, useState } from 'react';
import { AnswerState } from '../api';
import { ErrorAlert } from '../components';
import { groups } from '../entity/groups';
import { complianceTranslationRef } from '../translations';
import { BulkFields } from './BulkFields';
import styles from './BulkForm.module.css';
import { BulkEditState } from './useBulkEdit';

/** Chooses a facet and enters the fields to set. */
export function BulkForm(props: {
  edit: BulkEditState;
  vocabulary: AnswerState<VocabularyResponse>;
  /** Called when there are results to be read. */
  onSaved: () => void;
  onCancel: () => void;
  /** What is asked before anything else can be done. */
  question?: ReactNode;
}) {
  const { edit, vocabulary, onSaved, onCancel, question } = props;
  const { group, fields, failures, isSaving, pending } = edit;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [attempts, setAttempts] = useState(0);

  async function save() {
    if (isSaving || fields.length === 0) {
      return;
    }
    if (await edit.save()) {
      onSaved();
    } else {
      setAttempts(attempts + 1);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      save();
    }
  }

  return (
    <>
      <DialogBody>
        <div
          role="presentation"
          className={styles.root}
          // Before the controls, some of which have their own use for Enter.
          onKeyDownCapture={onKeyDown}
        >
          <p className={styles.help}>{t('todo.bulk.help')}</p>
          {vocabulary.error && (
            <ErrorAlert
              error={vocabulary.error}
              retry={vocabulary.retry}
              isRetrying={vocabulary.loading}
            />
          )}
          <Select
            label={t('todo.bulk.facet')}
            isDisabled={isSaving}
            options={groups.map(id => ({ id, label: t(`facet.${id}`) }))}
            value={group}
            onChange={id => edit.setGroup(id as FieldGroup)}
          />
          {vocabulary.value && (
            <BulkFields
              edit={edit}
              vocabulary={vocabulary.value}
              attempts={attempts}
            />
          )}
          {failures.length > 0 && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('todo.bulk.failed')}
              description={`${failures.join(' ')} ${t('todo.bulk.kept')}`}
            />
          )}
        </div>
      </DialogBody>
      {question ?? (
        <DialogFooter>
          <Button variant="secondary" isDisabled={isSaving} onPress={onCancel}>
            {t('todo.bulk.cancel')}
          </Button>
          <Button
            isDisabled={fields.length === 0}
            isPending={isSaving}
            onPress={save}
          >
            {t('todo.bulk.submit', {
              fields: t('todo.bulk.set', { count: fields.length }),
              services: t('todo.bulk.services', { count: pending.length }),
            })}
          </Button>
        </DialogFooter>
      )}
    </>
  );
}
