import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { DraftReading } from './drafts';
import { Problem } from './facetDrafts';

/** Says why a draft cannot be used, and what may have been meant. */
export function useDraftError(): (
  field: VocabularyField,
  reading: DraftReading,
) => string | undefined {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (field, { error, nearest }) => {
    if (error === undefined) {
      return undefined;
    }
    const expected = t(`edit.expected.${field.input}`);
    return nearest === undefined
      ? expected
      : `${expected} ${t('edit.didYouMean', { value: nearest })}`;
  };
}

/** Says why something cannot be saved. */
export function useProblemText(): (
  problem: Problem | undefined,
  field?: VocabularyField,
) => string | undefined {
  const { t } = useTranslationRef(complianceTranslationRef);
  const draftError = useDraftError();
  return (problem, field) => {
    switch (problem?.kind) {
      case 'draft':
        return field ? draftError(field, problem) : problem.error;
      case 'reason':
        return t('edit.notApplicable.reasonExpected');
      case 'rule':
        return sentence(problem.error);
      default:
        return undefined;
    }
  };
}

/** Rules are told as the end of a sentence. */
function sentence(text: string): string {
  const start = text.charAt(0).toLocaleUpperCase();
  return `${start}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
