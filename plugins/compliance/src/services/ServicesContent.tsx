import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { useId, useState } from 'react';
import { useStatus, useVocabulary } from '../api';
import { CatalogReadingAlert, DataAge } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './ServicesContent.module.css';
import { ServicesFilters } from './ServicesFilters';
import { countFilters } from './servicesQuery';
import { ServicesTable } from './ServicesTable';
import { useServicesQuery } from './useServicesQuery';

/**
 * The working table of all services that the reader may see.
 *
 * @public
 */
export function ServicesContent() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update } = useServicesQuery();
  const vocabulary = useVocabulary();
  const status = useStatus();
  const filterCount = countFilters(query);
  const [showsFilters, setShowsFilters] = useState(filterCount > 0);
  const filtersId = useId();

  return (
    <section aria-label={t('services.title')} className={styles.root}>
      <CatalogReadingAlert status={status.value} />
      <div className={styles.toolbar}>
        <SearchField
          className={styles.search}
          aria-label={t('services.search')}
          placeholder={t('services.search')}
          size="small"
          value={query.search}
          onChange={search => update({ search })}
        />
        <Button
          variant="secondary"
          iconStart={<RiFilter3Line aria-hidden />}
          aria-expanded={showsFilters}
          aria-controls={filtersId}
          onPress={() => setShowsFilters(!showsFilters)}
        >
          {filterCount > 0
            ? t('services.filtersActive', { active: String(filterCount) })
            : t('services.filters')}
        </Button>
        {status.value && (
          <span className={styles.age}>
            <DataAge catalogReadAt={status.value.catalogReadAt} />
          </span>
        )}
      </div>
      <div id={filtersId} hidden={!showsFilters}>
        {showsFilters && vocabulary.value && (
          <ServicesFilters
            query={query}
            update={update}
            vocabulary={vocabulary.value}
          />
        )}
      </div>
      <ServicesTable query={query} update={update} vocabulary={vocabulary} />
    </section>
  );
}
