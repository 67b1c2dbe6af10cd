import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isSameValue,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { KnownStandard } from '../clauseGroups';
import { DocumentField } from '../edit/documentDraft';
import { useValueText } from '../useValueText';
import styles from './DocumentFacts.module.css';

/** What is declared, where the portal says something else. */
export function DeclaredValue(props: {
  name: DocumentField;
  document: RegisteredDocument;
  standards: readonly KnownStandard[];
}) {
  const { name, document, standards } = props;
  const { declared } = document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const valueText = useValueText(standards);
  if (!declared || isSameValue(document[name], declared[name])) {
    return <></>;
  }
  return (
    <p className={styles.declared}>
      {t('documents.detail.declared', {
        value: valueText(name, declared[name]),
      })}
    </p>
  );
}
