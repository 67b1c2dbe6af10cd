import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Dialog, DialogHeader } from '@backstage/ui';
import {
  RegisteredDocument,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { useProblemText } from '../../edit';
import { DiscardQuestion } from '../../edit/DiscardQuestion';
import dialogStyles from '../../edit/FacetEditDialog.module.css';
import { ValuesForm } from '../../edit/ValuesForm';
import { complianceTranslationRef } from '../../translations';
import { useValueText } from '../useValueText';
import { documentFields } from './documentDraft';
import { DocumentFields } from './DocumentFields';
import { useDocumentEditor } from './useDocumentEditor';

/** Edits a document, or adds one. It stays based on what it started from. */
export function DocumentEditDialog(props: {
  /** Absent when one is added. */
  document?: RegisteredDocument;
  standards: StandardResponse[];
  onClose(): void;
  onSaved(document: RegisteredDocument): void;
}) {
  const { document, standards, onClose, onSaved } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const problemText = useProblemText();
  const valueText = useValueText(standards);
  const editor = useDocumentEditor({ document, standards });
  const [isDirty, setDirty] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  const leave = () => (isDirty ? setLeaving(true) : onClose());
  const isDeclared = document && document.source !== 'portal';

  return (
    <Dialog
      className={dialogStyles.dialog}
      width={720}
      isOpen
      onOpenChange={isOpen => !isOpen && leave()}
    >
      <DialogHeader>
        {document
          ? t('documents.edit.title', { title: document.title })
          : t('documents.edit.addTitle')}
      </DialogHeader>
      <ValuesForm
        editor={editor}
        fields={documentFields.map(name => ({
          name,
          title: t(`documents.field.${name}`),
        }))}
        valueText={valueText}
        reasons={{
          'not-allowed': t('documents.edit.notAllowed'),
          'not-found': t('documents.edit.notFound'),
        }}
        updated={t('documents.edit.updated')}
        isNew={!document}
        onDirtyChange={setDirty}
        onSaved={onSaved}
        onLeave={leave}
        question={
          isLeaving ? (
            <DiscardQuestion
              onKeep={() => setLeaving(false)}
              onDiscard={onClose}
            />
          ) : undefined
        }
      >
        {isDeclared && (
          <Alert
            icon
            title={
              document.source === 'config'
                ? t('documents.edit.overridesConfig')
                : t('documents.edit.overridesCatalog')
            }
          />
        )}
        <DocumentFields
          draft={editor.draft}
          standards={standards}
          set={editor.set}
          errorOf={name => problemText(editor.problems[name])}
        />
      </ValuesForm>
    </Dialog>
  );
}
