import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { RiCodeLine, RiFilter3Line } from '@remixicon/react';
import { ReactNode } from 'react';
import { complianceTranslationRef } from '../translations';
import { GroupBySelect } from './groups';
import { countFilters, ServicesQuery, UpdateQuery } from './servicesQuery';
import styles from './ServicesToolbar.module.css';
import { ViewsMenu } from './views';

/** A part of the page that a button shows and hides. */
export interface Panel {
  id: string;
  isOpen: boolean;
  toggle: () => void;
}

/** What decides which services are shown, and how. */
export function ServicesToolbar(props: {
  query: ServicesQuery;
  update: UpdateQuery;
  filters: Panel;
  queryBox: Panel;
  children: ReactNode;
}) {
  const { query, update, filters, queryBox, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const filterCount = countFilters(query);
  return (
    <div className={styles.root}>
      <SearchField
        className={styles.search}
        aria-label={t('services.search')}
        placeholder={t('services.search')}
        size="small"
        value={query.search}
        onChange={search => update({ search })}
      />
      <ViewsMenu query={query} update={update} />
      <Button
        variant="secondary"
        iconStart={<RiFilter3Line aria-hidden />}
        aria-expanded={filters.isOpen}
        aria-controls={filters.id}
        onPress={filters.toggle}
      >
        {filterCount > 0
          ? t('services.filtersActive', { active: String(filterCount) })
          : t('services.filters')}
      </Button>
      <Button
        variant="secondary"
        iconStart={<RiCodeLine aria-hidden />}
        aria-expanded={queryBox.isOpen}
        aria-controls={queryBox.id}
        onPress={queryBox.toggle}
      >
        {t('services.query.title')}
      </Button>
      <GroupBySelect
        value={query.groupBy}
        onChange={groupBy => update({ groupBy, open: [] })}
      />
      {children}
    </div>
  );
}
