import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import {
  Level,
  NO_LEVEL,
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useChecks } from '../api';
import { complianceTranslationRef } from '../translations';
import styles from './ServicesFilters.module.css';
import { countFilters, FilterKey, ServicesQuery } from './servicesQuery';

/** The kinds of catalog entities that compliance is about. */
const kinds = ['Component', 'API', 'Resource', 'System', 'Domain'];

interface Option {
  id: string;
  label: string;
}

function toOptions(levels: Pick<Level, 'id' | 'title'>[]): Option[] {
  return levels.map(({ id, title }) => ({ id, label: title }));
}

/** Narrows the table to facet values, levels, kinds or an open finding. */
export function ServicesFilters(props: {
  query: ServicesQuery;
  update: (change: Partial<ServicesQuery>) => void;
  vocabulary: VocabularyResponse;
}) {
  const { query, update, vocabulary } = props;
  const { scales, levels } = vocabulary;
  const { t } = useTranslationRef(complianceTranslationRef);
  const checks = useChecks();

  const unset = { id: UNSET, label: t('services.unset') };
  const options: Record<FilterKey, Option[]> = {
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
  };

  function setFilter(key: FilterKey, values: string[]) {
    const { [key]: _, ...others } = query.filters;
    update({
      filters: values.length > 0 ? { ...others, [key]: values } : others,
    });
  }

  return (
    <div className={styles.root}>
      {(Object.keys(options) as FilterKey[]).map(key => (
        <Select
          key={key}
          label={t(`column.${key}`)}
          placeholder={t('services.any')}
          selectionMode="multiple"
          options={options[key]}
          value={query.filters[key] ?? []}
          onChange={values => setFilter(key, values.map(String))}
        />
      ))}
      <Select
        label={t('services.finding')}
        placeholder={t('services.any')}
        search
        options={[
          { id: '', label: t('services.any') },
          ...toOptions(checks.value?.items ?? []),
        ]}
        value={query.finding ?? ''}
        onChange={value =>
          update({ finding: value ? String(value) : undefined })
        }
      />
      <Button
        className={styles.clear}
        variant="tertiary"
        isDisabled={countFilters(query) === 0}
        onPress={() => update({ filters: {}, finding: undefined })}
      >
        {t('services.clear')}
      </Button>
    </div>
  );
}
