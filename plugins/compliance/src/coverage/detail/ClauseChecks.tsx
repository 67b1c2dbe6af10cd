import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { CheckDefinition } from '@service-compliance/backstage-plugin-compliance-common';
import { useServicesLink } from '../../overview/servicesLink';
import { openStatuses } from '../../services/servicesQuery';
import { complianceTranslationRef } from '../../translations';
import { ServicesSelection } from '../clausesQuery';

/** The checks that are evidence for a clause, each with what it found. */
export function ClauseChecks(props: {
  ids: string[];
  checks: readonly Pick<CheckDefinition, 'id' | 'title'>[];
  services: ServicesSelection;
}) {
  const { ids, checks, services } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const servicesLink = useServicesLink();
  if (ids.length === 0) {
    return <p>{t('coverage.detail.noChecks')}</p>;
  }
  return (
    <ul>
      {ids.map(id => {
        const title = checks.find(check => check.id === id)?.title ?? id;
        return (
          <li key={id}>
            {title}{' '}
            <Link
              href={servicesLink({
                ...services,
                check: { id, status: openStatuses },
              })}
              aria-label={t('coverage.detail.openInOf', { check: title })}
            >
              {t('coverage.detail.openIn')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
