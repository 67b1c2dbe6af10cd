import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityEntry,
  applicabilityFields,
  ApplicabilityValues,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useProblemText } from '../../edit';
import { ValuesDialog } from '../../edit/ValuesDialog';
import { complianceTranslationRef } from '../../translations';
import { useValueText } from '../useValueText';
import { ControlFields } from './ControlFields';
import { HandlerFields } from './HandlerFields';
import { LastChange } from './LastChange';
import { useEntryEditor } from './useEntryEditor';

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
  const problemText = useProblemText();
  const valueText = useValueText();
  const editor = useEntryEditor({ standard, about, entry });

  const Fields = about === 'controls' ? ControlFields : HandlerFields;

  return (
    <ValuesDialog
      title={t('applicability.clause', { id: entry.clause, title })}
      width={640}
      editor={editor}
      fields={applicabilityFields.map(name => ({
        name,
        title: t(`applicability.field.${name}`),
      }))}
      valueText={(name, value) =>
        valueText(name as keyof ApplicabilityValues, { [name]: value })
      }
      reasons={{
        'not-allowed': t('applicability.edit.notAllowed'),
        'not-found': t('applicability.edit.notFound'),
      }}
      updated={t('applicability.edit.updated')}
      isNew={false}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Fields
        draft={editor.draft}
        set={editor.set}
        errorOf={name => problemText(editor.problems[name])}
      />
      <LastChange entry={editor.base} />
    </ValuesDialog>
  );
}
