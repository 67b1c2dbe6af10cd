import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LEVEL_LABEL,
  NO_LEVEL,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useVocabulary } from '../api';
import { LabelFilterName, labelFilters } from '../filters/labelFilters';
import { complianceTranslationRef } from '../translations';

/**
 * What a compliance label of an entity says, in the words of the organisation.
 * Entities without the label are out of scope, and nothing is said.
 */
export function LabelText(props: { name: LabelFilterName; entity: Entity }) {
  const { name, entity } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value: vocabulary } = useVocabulary();
  const { label, valuesOf } = labelFilters[name];
  const value = entity.metadata.labels?.[label];

  if (value === UNSET) {
    return <>{t(`filter.unset.${name}`)}</>;
  }
  if (label === LEVEL_LABEL && value === NO_LEVEL) {
    return <>{t('level.none')}</>;
  }
  const level =
    vocabulary && valuesOf(vocabulary).find(({ id }) => id === value);
  return <>{level?.title ?? value}</>;
}
