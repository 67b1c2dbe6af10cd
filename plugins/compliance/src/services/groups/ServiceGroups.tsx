import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ColumnConfig, Skeleton, Text } from '@backstage/ui';
import { ErrorAlert, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { NoServices } from '../NoServices';
import {
  Grouping,
  ServicesQuery,
  UpdateQuery,
  withValues,
} from '../servicesQuery';
import { Narrowing } from '../useNarrowing';
import { ServiceRow } from '../useServicesTable';
import { ServiceGroup } from './ServiceGroup';
import styles from './ServiceGroups.module.css';
import { useGroups } from './useGroups';
import { useSettled } from './useSettled';

/** The services by owner, system or domain. */
export function ServiceGroups(props: {
  groupBy: Grouping;
  query: ServicesQuery;
  update: UpdateQuery;
  hrefOf: (change: Partial<ServicesQuery>) => string;
  narrowing: Narrowing;
  columns: ColumnConfig<ServiceRow>[];
}) {
  const { groupBy, query, update, hrefOf, narrowing, columns } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const fullText = useSettled(query.search).trim() || undefined;
  const selection = { ...narrowing, fullText };
  const { value, error, loading, retry } = useGroups(selection, groupBy);

  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('services.groups.loading')}>
        <Skeleton width="100%" height={160} />
      </div>
    );
  }
  if (value.groups.length === 0) {
    return <NoServices query={query} update={update} />;
  }
  return (
    <section
      aria-label={t('services.groups.title', {
        groups: t(`column.${groupBy}`),
      })}
      className={styles.root}
    >
      <Text as="p">
        {t('services.groups.total', {
          groups: t('services.groups.groups', { count: value.groups.length }),
          services: t('services.groups.services', { count: value.total }),
        })}
      </Text>
      <ul className={styles.list}>
        {value.groups.map(group => (
          <ServiceGroup
            key={group.key}
            group={group}
            groupBy={groupBy}
            query={query}
            selection={selection}
            columns={columns}
            onToggle={isOpen =>
              update({
                open: isOpen
                  ? [...query.open, group.key]
                  : query.open.filter(key => key !== group.key),
              })
            }
            href={hrefOf({
              groupBy: undefined,
              open: [],
              filters: withValues(query, groupBy, [group.key]),
            })}
          />
        ))}
      </ul>
      {value.hasMoreGroups && (
        <Text as="p" color="secondary">
          {t('services.groups.more', { shown: number(value.groups.length) })}
        </Text>
      )}
    </section>
  );
}
