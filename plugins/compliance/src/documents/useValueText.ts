import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClauseRef,
  DocumentKind,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { groupClauses, KnownStandard } from './clauseGroups';

/** Writes values of documents for people where only text can stand. */
export function useValueText(
  standards: readonly KnownStandard[],
): (field: string, value: unknown) => string {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, duration } = useFormats();
  return (field, value) => {
    if (value === undefined) {
      return t('documents.notSet');
    }
    switch (field) {
      case 'kind':
        return t(`documents.kind.${value as DocumentKind}`);
      case 'approvedOn':
        return date(value as string);
      case 'reviewEvery':
        return duration(value as string);
      case 'clauses':
        return (
          groupClauses(value as ClauseRef[], standards)
            .map(
              ({ title, clauses }) =>
                `${title} ${clauses.map(({ id }) => id).join(', ')}`,
            )
            .join('; ') || t('documents.noClauses')
        );
      default:
        return String(value);
    }
  };
}
