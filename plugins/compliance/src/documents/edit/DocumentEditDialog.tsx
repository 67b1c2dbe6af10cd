import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  RegisteredDocument,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useProblemText } from '../../edit';
import { ValuesDialog } from '../../edit/ValuesDialog';
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
  const isDeclared = document && document.source !== 'portal';

  return (
    <ValuesDialog
      title={
        document
          ? t('documents.edit.title', { title: document.title })
          : t('documents.edit.addTitle')
      }
      width={720}
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
      startAt="title"
      onSaved={onSaved}
      onClose={onClose}
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
    </ValuesDialog>
  );
}
