import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiGitBranchLine } from '@remixicon/react';
import {
  EntityResponse,
  isSameValue,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { valueIn } from '../profile';
import { complianceTranslationRef } from '../translations';
import { gitRelation } from './fieldFacts';
import styles from './FormField.module.css';
import { useValueText } from './useValueText';

/** What Git says about a field, and what that means for what is entered. */
export function GitNote(props: {
  field: VocabularyField;
  entity: EntityResponse;
  vocabulary: VocabularyResponse;
  /** What is entered, if it can be read. */
  entered: unknown;
}) {
  const { field, entity, vocabulary, entered } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const valueText = useValueText(vocabulary);

  const declared = valueIn(entity.declared, field);
  const marks = entity.declared[field.group] as
    | { notApplicableFields?: Record<string, string> }
    | undefined;
  const reason = marks?.notApplicableFields?.[field.name];
  if (declared === undefined && reason === undefined) {
    return <></>;
  }

  function text(): string {
    if (declared === undefined) {
      return t('edit.git.notApplicable', { reason: reason! });
    }
    if (isSameValue(declared, entered)) {
      return t('edit.git.same');
    }
    const relation = gitRelation(entity, field, vocabulary.precedence);
    return t(`edit.git.${relation}`, { value: valueText(field, declared) });
  }
  return (
    <p className={styles.note}>
      <RiGitBranchLine aria-hidden size={16} />
      <span>{text()}</span>
    </p>
  );
}
