import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  ClauseRef,
  CoverageState,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { useServicesLink } from '../../overview/servicesLink';
import { withClause } from '../../services/query';
import { complianceTranslationRef } from '../../translations';
import { ServicesSelection } from '../clausesQuery';
import { StateCounts } from '../clauseTree';
import { serviceStates } from '../components/ServiceCounts';
import { StateLabel } from '../components/StateLabel';
import styles from './StateTable.module.css';

/** Number of services by state, each with the way to these services. */
export function StateTable(props: {
  clause: ClauseRef;
  counts: StateCounts;
  /** The services that are counted, to which the links narrow further. */
  services: ServicesSelection;
}) {
  const { clause, counts, services } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const servicesLink = useServicesLink();

  function valueOf(state: CoverageState) {
    const count = counts[state] ?? 0;
    if (count === 0) {
      return number(count);
    }
    return (
      <Link
        href={servicesLink({
          ...services,
          query: withClause(services.query, clause, state),
        })}
        aria-label={t('coverage.detail.linkOf', {
          count,
          state: t(`coverage.state.${state}`),
        })}
      >
        {number(count)}
      </Link>
    );
  }

  return (
    <table aria-label={t('coverage.detail.services')} className={styles.root}>
      <thead>
        <tr>
          <th scope="col">{t('coverage.detail.state')}</th>
          <th scope="col" className={styles.value}>
            {t('coverage.detail.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {serviceStates.map(state => (
          <tr key={state}>
            <th scope="row">
              <StateLabel state={state} />
            </th>
            <td className={styles.value}>{valueOf(state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
