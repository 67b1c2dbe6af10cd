import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { ReactNode } from 'react';
import { countFilters } from '../services/servicesQuery';
import { complianceTranslationRef } from '../translations';
import { Arrangement } from './arrangements';
import styles from './ClausesContent.module.css';
import { ClausesQuery, INTEGRATED } from './clausesQuery';

/** What decides which clauses and services are shown, and how. */
export function ClausesToolbar(props: {
  arrangements: Arrangement[];
  arrangement: Arrangement;
  query: ClausesQuery;
  update: (change: Partial<ClausesQuery>) => void;
  filters: { id: string; isOpen: boolean; toggle: () => void };
  children: ReactNode;
}) {
  const { arrangements, arrangement, query, update, filters, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const filterCount = countFilters(query);
  return (
    <>
      <ToggleButtonGroup
        className={styles.arrangements}
        aria-label={t('coverage.arrangement')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[arrangement.id]}
        onSelectionChange={([key]) =>
          update({ arrangement: String(key), opened: undefined })
        }
      >
        {arrangements.map(({ id, standards }) => (
          <ToggleButton key={id} id={id}>
            {id === INTEGRATED ? t('coverage.integrated') : standards[0].title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
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
          aria-expanded={filters.isOpen}
          aria-controls={filters.id}
          onPress={filters.toggle}
        >
          {filterCount > 0
            ? t('services.filtersActive', { active: String(filterCount) })
            : t('services.filters')}
        </Button>
        {children}
      </div>
    </>
  );
}
