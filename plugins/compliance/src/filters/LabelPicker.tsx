import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CatalogAutocomplete,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useEffect, useMemo, useState } from 'react';
import { useVocabulary } from '../api';
import { complianceTranslationRef } from '../translations';
import {
  ComplianceEntityFilters,
  LabelFilterName,
  labelFilters,
  labelOptions,
} from './labelFilters';
import { useLabelTotals } from './useLabelTotals';

/**
 * The values that are chosen, as the address of the page has them at first and
 * the filters of the page from then on.
 */
function useChosenValues(
  name: LabelFilterName,
): [string[], (values: string[]) => void] {
  const {
    updateFilters,
    queryParameters: { [name]: parameter },
  } = useEntityList<ComplianceEntityFilters>();
  const inAddress = useMemo(
    () => [parameter].flat().filter(Boolean) as string[],
    [parameter],
  );
  const [values, setValues] = useState(inAddress);

  useEffect(() => {
    if (inAddress.length > 0) {
      setValues(inAddress);
    }
  }, [inAddress]);

  useEffect(() => {
    const { Filter } = labelFilters[name];
    updateFilters({
      [name]: values.length > 0 ? new Filter(values) : undefined,
    });
  }, [name, values, updateFilters]);

  return [values, setValues];
}

/**
 * Filters the catalog page by one of the compliance labels. It does not show
 * while no entity has the label.
 */
export function LabelPicker(props: { name: LabelFilterName }) {
  const { name } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { value: vocabulary } = useVocabulary();
  const totals = useLabelTotals(name);
  const [values, setValues] = useChosenValues(name);

  if (!totals || (totals.size === 0 && values.length === 0)) {
    return null;
  }
  const options = labelOptions({
    definition: labelFilters[name],
    vocabulary,
    totals,
    titles: { none: t('level.none'), unset: t(`filter.unset.${name}`) },
  });
  const titleOf = (value: string) =>
    options.find(option => option.value === value)?.title ?? value;
  const totalOf = (value: string) =>
    options.find(option => option.value === value)?.total ?? 0;

  return (
    <CatalogAutocomplete<string, true>
      multiple
      disableCloseOnSelect
      label={t(`filter.${name}`)}
      name={`${name}-picker`}
      options={options.map(({ value }) => value)}
      value={values}
      onChange={(_event, chosen) => setValues(chosen)}
      getOptionLabel={titleOf}
      renderOption={value =>
        t('filter.withCount', {
          label: titleOf(value),
          total: String(totalOf(value)),
        })
      }
    />
  );
}
