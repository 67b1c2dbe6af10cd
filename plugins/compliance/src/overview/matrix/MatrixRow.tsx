import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EntityTotals,
  Facet,
  facets,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { useFormats } from '../../components';
import { ServicesQuery } from '../../services/servicesQuery';
import { complianceTranslationRef } from '../../translations';
import { useServicesLink } from '../servicesLink';
import { FacetCell } from './FacetCell';

/** The totals of one group, or of all. */
export function MatrixRow(props: {
  /** What the group is called. */
  group: string;
  /** The same, as it is shown. */
  heading: ReactNode;
  totals: EntityTotals;
  unclassified?: number;
  /** The query for those, besides the missing classification. */
  unclassifiedQuery: string;
  /** What the Services tab is narrowed to for the group. */
  filters: ServicesQuery['filters'];
  /** The query for what has an open finding, by facet. */
  openIn: Record<Facet, string>;
}) {
  const { group, heading, totals, filters, openIn } = props;
  const { unclassified, unclassifiedQuery } = props;
  const { total, averageScore } = totals;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const servicesLink = useServicesLink();
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td>
        <Link
          href={servicesLink({ filters })}
          aria-label={t('overview.matrix.services', {
            value: number(total),
            group,
          })}
        >
          {number(total)}
        </Link>
      </td>
      <td>
        {averageScore === undefined
          ? t('score.none')
          : t('value.percent', { value: number(averageScore) })}
      </td>
      <td>
        {unclassified ? (
          <Link
            href={servicesLink({
              filters: { ...filters, classification: [UNSET] },
              query: unclassifiedQuery,
            })}
            aria-label={t('overview.matrix.unclassifiedServices', {
              value: number(unclassified),
              group,
            })}
          >
            {number(unclassified)}
          </Link>
        ) : (
          unclassified ?? t('overview.matrix.notKnown')
        )}
      </td>
      {facets.map(facet => (
        <td key={facet}>
          <FacetCell
            totals={totals.facets[facet]}
            group={group}
            facet={t(`facet.${facet}`)}
            href={servicesLink({ filters, query: openIn[facet] })}
          />
        </td>
      ))}
    </tr>
  );
}
