import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { Draft } from '../drafts';

/** What inputs get that need no more of a field than what it is called. */
export interface PlainInputProps<D extends Draft = string> {
  field: Pick<VocabularyField, 'title'> &
    Partial<Pick<VocabularyField, 'description'>>;
  draft: D;
  onChange(draft: D): void;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  isInvalid: boolean;
  /** Ids of the texts beside the input: error, meaning and hint. */
  describedBy: string;
}

/** What the inputs of all kinds get. */
export interface InputProps<D extends Draft = string>
  extends PlainInputProps<D> {
  field: VocabularyField;
  vocabulary: VocabularyResponse;
}

/** What an input hands on to the control it is made of. */
export function useControlProps(props: Omit<PlainInputProps<Draft>, 'draft'>) {
  const { field, isRequired, isDisabled, isInvalid, describedBy } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return {
    label: field.title,
    description: field.description,
    secondaryLabel: isRequired ? t('edit.required') : undefined,
    isRequired,
    isDisabled,
    isInvalid,
    // Errors are ours to tell, and when.
    validationBehavior: 'aria' as const,
    'aria-describedby': describedBy,
  };
}
