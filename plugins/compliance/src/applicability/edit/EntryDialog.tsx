import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogHeader } from '@backstage/ui';
import {
  ApplicabilityEntry,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { DiscardQuestion } from '../../edit/DiscardQuestion';
import dialogStyles from '../../edit/FacetEditDialog.module.css';
import { complianceTranslationRef } from '../../translations';
import { EntryForm } from './EntryForm';

/** Edits what the draft of a statement says about a control or clause. */
export function EntryDialog(props: {
  standard: string;
  about: StatementSubject['about'];
  /** Title of the control or clause. */
  title: string;
  entry: ApplicabilityEntry;
  onClose(): void;
  onSaved(entry: ApplicabilityEntry): void;
}) {
  const { standard, about, title, entry, onClose, onSaved } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isDirty, setDirty] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  const leave = () => (isDirty ? setLeaving(true) : onClose());

  return (
    <Dialog
      className={dialogStyles.dialog}
      width={640}
      isOpen
      onOpenChange={isOpen => !isOpen && leave()}
    >
      <DialogHeader>
        {t('applicability.clause', { id: entry.clause, title })}
      </DialogHeader>
      <EntryForm
        standard={standard}
        about={about}
        loaded={entry}
        onDirtyChange={setDirty}
        onLeave={leave}
        onSaved={onSaved}
        question={
          isLeaving ? (
            <DiscardQuestion
              onKeep={() => setLeaving(false)}
              onDiscard={onClose}
            />
          ) : undefined
        }
      />
    </Dialog>
  );
}
