import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Select, useAsyncList } from '@backstage/ui';
import { UNSET } from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle } from '../../components';
import { searchEntities } from '../../edit/inputs/entitySearch';
import { complianceTranslationRef } from '../../translations';
import { FilterOption } from './useFilterOptions';

/** Chooses entities, which are searched for in the catalog. */
export function EntityFilterSelect(props: {
  label: string;
  kinds: string[];
  /** Refs, or `unset`. */
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const { label, kinds, value, onChange } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const found = useAsyncList<FilterOption, string>({
    load: ({ signal, filterText = '', cursor }) =>
      searchEntities({ catalogApi, kinds, term: filterText, cursor, signal }),
  });

  // Those that the search of the catalog does not bring up by itself.
  const others = [
    { id: UNSET, label: t('services.unset') },
    ...value
      .filter(id => id !== UNSET)
      .map(id => ({ id, label: entityTitle(id) })),
  ].filter(({ id }) => !found.items.some(item => item.id === id));
  return (
    <Select
      label={label}
      placeholder={t('services.any')}
      selectionMode="multiple"
      options={{
        ...found,
        items:
          found.filterText === '' ? [...found.items, ...others] : found.items,
      }}
      search={{
        mode: 'server',
        placeholder: t('services.filter.searchCatalog'),
      }}
      value={value}
      onChange={values => onChange(values.map(String))}
    />
  );
}
