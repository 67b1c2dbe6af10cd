import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CheckDefinition,
  facets,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { DateTime } from 'luxon';
import { EntityLink, entityTitle, ScrollArea } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { MatrixOrder } from '../overviewQuery';
import { openInFacets } from '../servicesLink';
import { Estate } from '../useEstate';
import { MatrixRow } from './MatrixRow';
import { GroupRow } from './matrixRows';
import { SortHeader } from './SortHeader';

const sortable = [
  { field: 'total', first: 'desc' },
  { field: 'averageScore', first: 'asc' },
  { field: 'unclassified', first: 'desc' },
] as const;

/** The state of each facet by owner, system or domain. */
export function FacetMatrix(props: {
  estate: Estate;
  /** Those of its groups to show. */
  rows: GroupRow[];
  checks: CheckDefinition[];
  order: MatrixOrder;
  onSort: (order: MatrixOrder) => void;
}) {
  const { estate, rows, checks, order, onSort } = props;
  const { groupBy, summary, unclassified, unclassifiedQuery } = estate;
  const { t } = useTranslationRef(complianceTranslationRef);
  const openIn = openInFacets(checks, DateTime.utc().toISODate());
  const directionOf = (field: MatrixOrder['field']) =>
    order.field === field ? order.direction : undefined;
  return (
    <ScrollArea label={t('overview.matrix.title')}>
      <table>
        <thead>
          <tr>
            <SortHeader
              title={t(`overview.matrix.${groupBy}`)}
              direction={directionOf('name')}
              first="asc"
              onSort={direction => onSort({ field: 'name', direction })}
            />
            {sortable.map(({ field, first }) => (
              <SortHeader
                key={field}
                title={t(`overview.matrix.${field}`)}
                direction={directionOf(field)}
                first={first}
                onSort={direction => onSort({ field, direction })}
              />
            ))}
            {facets.map(facet => (
              <th key={facet} scope="col">
                {t(`facet.${facet}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <MatrixRow
            group={t('overview.matrix.all')}
            heading={<strong>{t('overview.matrix.all')}</strong>}
            totals={summary}
            unclassified={unclassified.total}
            unclassifiedQuery={unclassifiedQuery}
            filters={{}}
            openIn={openIn}
          />
          {rows.map(({ key, ...row }) => {
            const noGroup =
              key === UNSET && t(`services.groups.without.${groupBy}`);
            return (
              <MatrixRow
                key={key}
                group={noGroup || entityTitle(key)}
                heading={
                  noGroup || (
                    <EntityLink
                      entityRef={key}
                      defaultKind={key.split(':')[0]}
                    />
                  )
                }
                {...row}
                unclassifiedQuery={unclassifiedQuery}
                filters={{ [groupBy]: [key] }}
                openIn={openIn}
              />
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}
