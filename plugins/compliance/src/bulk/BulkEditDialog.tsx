import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogHeader } from '@backstage/ui';
import { BulkResult } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { useVocabulary } from '../api';
import { isEmptyDraft } from '../edit';
import { DiscardQuestion } from '../edit/DiscardQuestion';
import { complianceTranslationRef } from '../translations';
import styles from './BulkEditDialog.module.css';
import { BulkForm } from './BulkForm';
import { BulkResults } from './BulkResults';
import { useBulkEdit } from './useBulkEdit';

/** What is edited together, and what happens then. */
export interface BulkEditDialogProps {
  entityRefs: string[];
  /** What the entities are called, by ref; their refs by default. */
  titles?: Record<string, string>;
  /** Called when it is closed before anything can have been saved. */
  onClose(): void;
  /** Called when it is closed after an attempt, with what is known of it. */
  onDone(results: BulkResult[]): void;
}

/** Sets fields of one facet to the same values on many entities. */
export function BulkEditDialog(props: BulkEditDialogProps) {
  const { entityRefs, titles = {}, onClose, onDone } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const vocabulary = useVocabulary();
  const edit = useBulkEdit({ entityRefs, vocabulary: vocabulary.value });
  const [showsResults, setShowsResults] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  function leave() {
    if (edit.attempts > 0) {
      onDone(edit.results);
    } else {
      onClose();
    }
  }

  function close() {
    const hasEntries = edit.fields.some(({ draft }) => !isEmptyDraft(draft));
    if (hasEntries && edit.attempts === 0) {
      setLeaving(true);
    } else {
      leave();
    }
  }

  return (
    <Dialog
      className={styles.dialog}
      isOpen
      width={640}
      onOpenChange={isOpen => !isOpen && !edit.isSaving && close()}
    >
      <DialogHeader>
        {t('todo.bulk.title', { count: entityRefs.length })}
      </DialogHeader>
      {showsResults && vocabulary.value ? (
        <BulkResults
          edit={edit}
          titles={titles}
          vocabulary={vocabulary.value}
          onChange={() => setShowsResults(false)}
          onDone={leave}
        />
      ) : (
        <BulkForm
          edit={edit}
          vocabulary={vocabulary}
          onSaved={() => setShowsResults(true)}
          onCancel={close}
          question={
            isLeaving ? (
              <DiscardQuestion
                onKeep={() => setLeaving(false)}
                onDiscard={leave}
              />
            ) : undefined
          }
        />
      )}
    </Dialog>
  );
}
