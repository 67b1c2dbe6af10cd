import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ContinuityTier,
  Criticality,
  findLevel,
  Level,
  ScaleId,
  ServiceTier,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats, VocabularyField } from '../../components';
import { complianceTranslationRef } from '../../translations';

/** What it means to choose a level: its description and what it implies. */
export function useLevelMeaning(
  field: VocabularyField,
  vocabulary: VocabularyResponse,
): (level: Level) => string {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { duration, number } = useFormats();

  function implied(level: Level): string {
    switch (field.scale as ScaleId | undefined) {
      case 'serviceTier': {
        const { availability, supportHours } = level as ServiceTier;
        const hours = findLevel(vocabulary, 'supportHours', supportHours);
        return t('edit.select.serviceTier', {
          availability: number(availability),
          supportHours: hours?.title ?? supportHours,
        });
      }
      case 'continuityTier': {
        const { rto, rpo, mtpd, testEvery } = level as ContinuityTier;
        return t('edit.select.continuityTier', {
          rto: duration(rto),
          rpo: duration(rpo),
          mtpd: duration(mtpd),
          testEvery: duration(testEvery),
        });
      }
      case 'criticality':
        return t('edit.select.criticality', {
          assessEvery: duration((level as Criticality).assessEvery),
        });
      default:
        return '';
    }
  }

  return level => `${level.description} ${implied(level)}`.trim();
}
