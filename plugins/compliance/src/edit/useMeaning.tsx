import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  findLevel,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { Draft } from './drafts';
import { DurationMeaning, useLevelMeaning } from './inputs';

/** What is entered means, or how to enter it; undefined where it is plain. */
export function useMeaning(
  field: VocabularyField,
  draft: Draft,
  vocabulary: VocabularyResponse,
): ReactNode {
  const { t } = useTranslationRef(complianceTranslationRef);
  const levelMeaning = useLevelMeaning(field, vocabulary);
  if (typeof draft !== 'string') {
    return undefined;
  }
  switch (field.input) {
    case 'select': {
      const level = findLevel(vocabulary, field.scale as ScaleId, draft);
      return level && levelMeaning(level);
    }
    case 'duration':
      return draft.trim() && <DurationMeaning text={draft} />;
    case 'links':
      return t('edit.links.howTo');
    case 'texts':
      return t('edit.texts.howTo');
    default:
      return undefined;
  }
}
