import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  ColumnConfig,
  Link,
  Table,
} from '@backstage/ui';
import {
  SummaryResponse,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ErrorAlert, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { Grouping, ServicesQuery } from '../servicesQuery';
import { ServiceRow } from '../useServicesTable';
import styles from './ServiceGroups.module.css';
import { useGroupPage } from './useGroupPage';
import { GroupsSelection } from './useGroups';

type Group = SummaryResponse['groups'][number];

function FirstServices(props: {
  selection: GroupsSelection;
  groupBy: Grouping;
  groupKey: string;
  order: ServicesQuery['order'];
  columns: ColumnConfig<ServiceRow>[];
}) {
  const { columns, ...asked } = props;
  const { value, error, loading, retry } = useGroupPage(asked);
  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  return (
    <Table
      columnConfig={columns}
      data={value?.items.map(item => ({ ...item, id: item.entityRef }))}
      isPending={!value}
      pagination={{ type: 'none' }}
      className={styles.table}
    />
  );
}

/** A group with its totals; it opens to the first of its services. */
export function ServiceGroup(props: {
  group: Group;
  groupBy: Grouping;
  query: ServicesQuery;
  selection: GroupsSelection;
  columns: ColumnConfig<ServiceRow>[];
  onToggle: (isOpen: boolean) => void;
  /** Where all of its services are listed. */
  href: string;
}) {
  const { group, groupBy, query, selection, columns, onToggle, href } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const { key, total, averageScore } = group;
  const isOpen = query.open.includes(key);

  const facts = [
    t('services.groups.services', { count: total }),
    averageScore === undefined
      ? t('score.none')
      : t('services.groups.score', {
          score: t('score.value', { value: number(averageScore) }),
        }),
    t('services.groups.complete', { count: group.progress.complete }),
  ];
  return (
    <li className={styles.group}>
      <Accordion isExpanded={isOpen} onExpandedChange={onToggle}>
        <AccordionTrigger level={2}>
          <span className={styles.title}>
            <span className={styles.name}>
              {key === UNSET ? (
                t(`services.groups.without.${groupBy}`)
              ) : (
                <EntityDisplayName entityRef={key} hideIcon disableTooltip />
              )}
            </span>{' '}
            <span className={styles.facts}>{facts.join(' · ')}</span>
          </span>
        </AccordionTrigger>
        <AccordionPanel>
          {isOpen && (
            <div className={styles.panel}>
              <FirstServices
                selection={selection}
                groupBy={groupBy}
                groupKey={key}
                order={query.order}
                columns={columns}
              />
              <Link href={href}>
                {t('services.groups.list', { count: total })}
              </Link>
            </div>
          )}
        </AccordionPanel>
      </Accordion>
    </li>
  );
}
