import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  Level,
  ScaleId,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { InputProps, useControlProps } from './inputProps';
import { useLevelMeaning } from './useLevelMeaning';

/** A level of a scale, each with what it means. */
export function SelectInput(props: InputProps) {
  const { field, vocabulary, draft, onChange, placeholder } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const meaningOf = useLevelMeaning(field, vocabulary);
  const levels: Level[] = vocabulary.scales[field.scale as ScaleId] ?? [];
  const isGone = draft !== '' && !levels.some(({ id }) => id === draft);

  return (
    <Select
      {...useControlProps(props)}
      options={[
        { id: '', label: placeholder ?? t('edit.notSet') },
        ...levels.map(level => ({
          id: level.id,
          label: level.title,
          description: meaningOf(level),
        })),
        ...(isGone
          ? [{ id: draft, label: t('edit.select.gone', { value: draft }) }]
          : []),
      ]}
      value={draft}
      onChange={value => onChange(String(value ?? ''))}
    />
  );
}
