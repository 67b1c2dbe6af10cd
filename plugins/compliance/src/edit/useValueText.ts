import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  fieldList,
  findLevel,
  ScaleId,
  ValueType,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats, VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';

const types = new Map<string, ValueType<unknown>>(
  fieldList.map(({ id, type }) => [id, type]),
);

/** Writes values for people where only text can stand. */
export function useValueText(
  vocabulary: VocabularyResponse,
): (field: VocabularyField, value: unknown) => string {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, duration, number } = useFormats();
  return (field, value) => {
    switch (field.input) {
      case 'select':
        return (
          findLevel(vocabulary, field.scale as ScaleId, value as string)
            ?.title ?? String(value)
        );
      case 'percent':
        return t('value.percent', { value: number(value as number) });
      case 'duration':
        return duration(value as string);
      case 'date':
        return date(value as string);
      default:
        return types.get(field.id)?.format(value) ?? String(value);
    }
  };
}
