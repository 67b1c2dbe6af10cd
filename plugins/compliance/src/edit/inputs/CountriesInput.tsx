import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { countryCodes } from './countries';
import { InputProps, useControlProps } from './inputProps';

/** Countries, found by their names or their codes. */
export function CountriesInput(props: InputProps) {
  const { draft, onChange, placeholder } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { country } = useFormats();

  const chosen = draft.split(/[\s,]+/).filter(Boolean);
  const known = useMemo(countryCodes, []);
  const options = [...new Set([...known, ...chosen])]
    .map(code => ({ id: code, label: country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));

  return (
    <Select
      {...useControlProps(props)}
      selectionMode="multiple"
      search={{ placeholder: t('edit.countries.search') }}
      placeholder={placeholder ?? t('edit.countries.none')}
      options={options}
      value={chosen}
      onChange={codes => onChange(codes.map(String).join(', '))}
    />
  );
}
