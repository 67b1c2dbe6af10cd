import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Level,
  NO_LEVEL,
  progresses,
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { FilterKey } from '../servicesQuery';

/** The kinds of catalog entities that compliance is about. */
const kinds = ['Component', 'API', 'Resource', 'System', 'Domain'];

/** A value of a filter. */
export interface FilterOption {
  id: string;
  label: string;
}

/** The filters whose values the configuration tells. */
export type ListedFilterKey = Exclude<
  FilterKey,
  'owner' | 'system' | 'domain' | 'type' | 'lifecycle'
>;

/** Levels as options. */
export function toOptions(
  levels: readonly Pick<Level, 'id' | 'title'>[],
): FilterOption[] {
  return levels.map(({ id, title }) => ({ id, label: title }));
}

/** What can be chosen in the filters with a few known values. */
export function useFilterOptions(
  vocabulary: VocabularyResponse,
): Record<ListedFilterKey, FilterOption[]> {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { scales, levels } = vocabulary;
  const unset = { id: UNSET, label: t('services.unset') };
  return {
    kind: kinds.map(kind => ({
      id: kind.toLocaleLowerCase('en'),
      label: kind,
    })),
    serviceTier: [...toOptions(scales.serviceTier), unset],
    classification: [...toOptions(scales.classification), unset],
    continuityTier: [...toOptions(scales.continuityTier), unset],
    supplierRisk: [...toOptions(scales.risk), unset],
    level: [
      ...toOptions(levels),
      { id: NO_LEVEL, label: t('level.none') },
      { id: UNSET, label: t('level.unknown') },
    ],
    progress: progresses.map(id => ({ id, label: t(`todo.progress.${id}`) })),
  };
}
