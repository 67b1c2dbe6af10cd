import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch } from '@backstage/ui';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import {
  duePeriods,
  FilterKey,
  ServicesQuery,
  UpdateQuery,
  withValues,
} from '../servicesQuery';
import { CheckFilter } from './CheckFilter';
import { EntityFilterSelect } from './EntityFilterSelect';
import { ScoreRange } from './ScoreRange';
import styles from './ServicesFilters.module.css';
import { useCatalogValues } from './useCatalogValues';
import { FilterOption, useFilterOptions } from './useFilterOptions';

const entityKinds = {
  owner: ['group', 'user'],
  system: ['system'],
  domain: ['domain'],
};

const ANY = '';

/** Everything that narrows the services, but for the search and the query. */
export function ServicesFilters(props: {
  query: ServicesQuery;
  update: UpdateQuery;
  vocabulary: VocabularyResponse;
}) {
  const { query, update, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const listed = useFilterOptions(vocabulary);
  const inCatalog = useCatalogValues();
  const { dueBy } = query;

  const setFilter = (key: FilterKey, values: string[]) =>
    update({ filters: withValues(query, key, values) });

  function filterSelect(key: FilterKey, options: FilterOption[]) {
    const value = query.filters[key] ?? [];
    const others = value.filter(id => !options.some(known => known.id === id));
    return (
      <Select
        key={key}
        label={t(`column.${key}`)}
        placeholder={t('services.any')}
        selectionMode="multiple"
        options={[...options, ...others.map(id => ({ id, label: id }))]}
        value={value}
        onChange={values => setFilter(key, values.map(String))}
      />
    );
  }
  const valueSelect = (key: 'type' | 'lifecycle') =>
    filterSelect(
      key,
      inCatalog[key].map(id => ({ id, label: id })),
    );

  return (
    <div className={styles.root}>
      <Switch
        className={styles.mine}
        label={t('services.filter.mine')}
        isSelected={query.mine}
        onChange={mine => update({ mine })}
      />
      {(['owner', 'system', 'domain'] as const).map(key => (
        <EntityFilterSelect
          key={key}
          label={t(`column.${key}`)}
          kinds={entityKinds[key]}
          value={query.filters[key] ?? []}
          onChange={values => setFilter(key, values)}
        />
      ))}
      {filterSelect('kind', listed.kind)}
      {valueSelect('type')}
      {valueSelect('lifecycle')}
      {(
        [
          'serviceTier',
          'classification',
          'continuityTier',
          'supplierRisk',
          'level',
          'progress',
        ] as const
      ).map(key => filterSelect(key, listed[key]))}
      <CheckFilter filter={query} update={update} />
      <ScoreRange filter={query} update={update} />
      <Select
        label={t('services.filter.due')}
        placeholder={t('services.any')}
        options={[
          { id: ANY, label: t('services.any') },
          ...duePeriods.map(days => ({
            id: String(days),
            label: t('services.filter.dueDays', { days: String(days) }),
          })),
          ...(dueBy && !duePeriods.some(days => String(days) === dueBy)
            ? [
                {
                  id: dueBy,
                  label: t('services.filter.dueDate', { date: dueBy }),
                },
              ]
            : []),
        ]}
        value={dueBy ?? ANY}
        onChange={value => update({ dueBy: value ? String(value) : undefined })}
      />
    </div>
  );
}
